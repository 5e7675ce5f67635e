using PalActors.Areas.Contract;
using PalActors.Messages.Control;

namespace PalActors.Areas.Models.Microcircuit.Metrics;

/// <summary>Measures that need no sample of other areas.</summary>
/// <param name="values">The values.</param>
internal sealed class KnownMeasurement(Metric[] values) : IMeasurement
{
    /// <inheritdoc/>
    public IReadOnlyList<int> Needs => [];

    /// <inheritdoc/>
    public Metric[] Complete(IReadOnlyList<StateBlock[]> samples) => values;
}
