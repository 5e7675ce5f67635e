using System.Globalization;
using PalActors.Areas.Models.Microcircuit.Recording;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;
using PalActors.Seed.Progress;

namespace PalActors.Seed.Results;

/// <summary>Texts about networks that diverged.</summary>
internal static class DivergenceText
{
    /// <summary>The line about a network that diverged: its name, and the text of <see cref="Of"/>.</summary>
    public static string Line(NetworkPlan plan, Divergence divergence) => $"{Figures.Name(plan)} {Of(divergence)}";

    /// <summary>Tick, epoch, area and quantity at which a network diverged, without its name.</summary>
    public static string Of(Divergence divergence) => string.Create(
        CultureInfo.InvariantCulture,
        $"diverged at tick {divergence.Tick}, epoch {divergence.Epoch}: "
        + $"{Quantity(divergence.Quantity)} of area {divergence.Area} is {divergence.Value}");

    /// <summary>Number of networks, and of those among them that diverged.</summary>
    public static string Count(int networks, int diverged) => string.Create(
        CultureInfo.InvariantCulture, $"{networks}{(diverged > 0 ? $" ({diverged} diverged)" : "")}");

    private static string Quantity(string block) =>
        StateMeaning.Of(block) is { } meaning ? $"{block} ({meaning})" : block;
}
