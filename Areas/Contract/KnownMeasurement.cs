using PalActors.Messages.Control;

namespace PalActors.Areas.Contract;

/// <summary>Measures that need no sample of other areas.</summary>
/// <param name="values">The values.</param>
public sealed class KnownMeasurement(Metric[] values) : IMeasurement
{
    /// <summary>Nothing is measured.</summary>
    public static KnownMeasurement None { get; } = new([]);

    /// <inheritdoc/>
    public IReadOnlyList<int> Needs => [];

    /// <inheritdoc/>
    public Metric[] Complete(IReadOnlyList<StateBlock[]> samples) => values;
}
