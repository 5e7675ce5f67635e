using System.Globalization;
using PalActors.Areas.Models.Microcircuit.Recording;
using PalActors.Messages.Control;

namespace PalActors.Seed.Results;

/// <summary>Divergence in words.</summary>
internal static class DivergenceText
{
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
