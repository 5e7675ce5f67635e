using PalActors.Messages.Control;

namespace PalActors.Areas.Contract;

/// <summary>Measures of one area and tick, which may wait for samples of neighbours.</summary>
public interface IMeasurement
{
    /// <summary>Areas whose samples of the same tick it waits for.</summary>
    IReadOnlyList<int> Needs { get; }

    /// <summary>Computes all values, in any order.</summary>
    /// <param name="samples">Samples in the order of <see cref="Needs"/>.</param>
    Metric[] Complete(IReadOnlyList<StateBlock[]> samples);
}
