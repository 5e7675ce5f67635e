using PalActors.Areas.Contract.Models;
using PalActors.Lab.Experiments;

namespace PalActors.Lab.Sweeps.Axes;

/// <summary>Direction that is delayed.</summary>
internal sealed class DelayDirections : StudyAxis
{
    /// <summary>Rates, from an area to the one above.</summary>
    public const string Up = "up";

    /// <summary>Feedback, from an area to the one below.</summary>
    public const string Down = "down";

    /// <summary>All directions.</summary>
    public static IReadOnlyList<string> All { get; } = [Up, Down, "both"];

    /// <inheritdoc/>
    public override string Name => "direction";

    /// <inheritdoc/>
    public override string Setting => "direction";

    /// <inheritdoc/>
    public override string Default => string.Join(',', All);

    /// <inheritdoc/>
    public override string Example => Default;

    /// <inheritdoc/>
    public override string Help(ModelRegistry models) =>
        $"What is delayed: up (rates), down (feedback), both. By default {Default}.";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Values(string text, Experiment experiment, string option) =>
        Words(option, text, All);
}
