using PalActors.Areas.Contract;

namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Some columns of presentations, in any order.</summary>
/// <param name="all">Presentations with all columns.</param>
/// <param name="columns">The columns, 0-based.</param>
internal sealed class ChosenColumns(IPresentations all, IReadOnlyList<int> columns) : IPresentations
{
    private readonly double[] _values = new double[all.Width];

    /// <inheritdoc/>
    public int Width => columns.Count;

    /// <inheritdoc/>
    public void Fill(int phase, int presentation, Span<double> values)
    {
        all.Fill(phase, presentation, _values);
        for (int i = 0; i < columns.Count; i++)
            values[i] = _values[columns[i]];
    }
}
