using System.Globalization;
using PalActors.Areas.Contract.Models;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Results;

/// <summary>Texts about networks that diverged.</summary>
internal static class DivergenceText
{
    /// <summary>The line about a network that diverged: its name, tick, epoch, area and quantity.</summary>
    public static string Line(NetworkPlan plan, IAreaModel cells, Divergence divergence) => string.Create(
        CultureInfo.InvariantCulture,
        $"{Figures.Name(plan)} diverged at tick {divergence.Tick}, epoch {divergence.Epoch}: "
        + $"{Quantity(cells, divergence.Quantity)} of area {plan.Graph.Name(divergence.Area)} is {divergence.Value}");

    /// <summary>Number of networks, and of those among them that diverged.</summary>
    public static string Count(int networks, int diverged) => string.Create(
        CultureInfo.InvariantCulture, $"{networks}{(diverged > 0 ? $" ({diverged} diverged)" : "")}");

    // A block whose name is plain needs no other.
    private static string Quantity(IAreaModel cells, string block) =>
        cells.MeaningOf(block) is { } meaning && meaning != block ? $"{block} ({meaning})" : block;
}
