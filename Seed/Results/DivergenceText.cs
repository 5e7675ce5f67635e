using System.Globalization;
using PalActors.Areas.Model.Recording;
using PalActors.Messages.Control;

namespace PalActors.Seed.Results;

/// <summary>Divergence in words.</summary>
public static class DivergenceText
{
    /// <summary>Where a network diverged, without its name.</summary>
    public static string Of(Divergence divergence) => string.Create(
        CultureInfo.InvariantCulture,
        $"diverged at tick {divergence.Tick}, epoch {divergence.Epoch}: "
        + $"{Quantity(divergence.Quantity)} of area {divergence.Area} is {divergence.Value}");

    /// <summary>How many networks there are and how many of them diverged.</summary>
    public static string Count(int networks, int diverged) => string.Create(
        CultureInfo.InvariantCulture, $"{networks}{(diverged > 0 ? $" ({diverged} diverged)" : "")}");

    private static string Quantity(string block) =>
        StateMeaning.Of(block) is { } meaning ? $"{block} ({meaning})" : block;
}
