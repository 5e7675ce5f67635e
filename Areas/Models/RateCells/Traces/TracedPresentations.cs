using PalActors.Areas.Contract;

namespace PalActors.Areas.Models.RateCells.Traces;

/// <summary>Inputs or targets of a trace, one batch per phase.</summary>
internal sealed class TracedPresentations(double[][] phases) : IPresentations
{
    /// <inheritdoc/>
    public int Width => phases[0].Length;

    /// <inheritdoc/>
    public void Fill(int phase, int presentation, Span<double> values) => phases[phase].CopyTo(values);
}
