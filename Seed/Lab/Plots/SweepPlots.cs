using PalActors.Areas.Contract.Models;
using PalActors.Lab.Sweeps;

namespace PalActors.Lab.Plots;

/// <summary>Figures of a sweep's folder, and their numbers as a table.</summary>
/// <remarks>A plain sweep has neither: its table is made for other programs.</remarks>
internal sealed class SweepPlots
{
    private readonly string _folder;
    private readonly SweepDefinition _definition;
    private readonly IReadOnlyList<SweepRow> _rows;

    /// <summary>Reads sweep.yaml and sweep.csv.</summary>
    /// <param name="models">The cell models.</param>
    /// <param name="folder">The folder of a sweep.</param>
    /// <exception cref="InputException">A file there cannot be read.</exception>
    public SweepPlots(ModelRegistry models, string folder)
    {
        _folder = folder;
        _definition = SweepDefinition.Read(models, folder);
        _rows = _definition.Kind == DelayStudy.Kind ? SweepTable.Read(folder, _definition.Columns) : [];
    }

    /// <summary>Draws the figures.</summary>
    /// <returns>The names of the files written.</returns>
    public IReadOnlyList<string> Draw() =>
        _rows.Count == 0 ? [] : DelayPlots.Draw(name => Path.Combine(_folder, name), _definition, _rows);

    /// <summary>Writes their numbers, which needs no drawing library.</summary>
    /// <returns>The names of the files written.</returns>
    public IReadOnlyList<string> Tabulate()
    {
        if (_rows.Count == 0)
            return [];
        File.WriteAllText(Path.Combine(_folder, SweepFiles.DelayMedians), DelayTable.Text(_definition, _rows));
        return [SweepFiles.DelayMedians];
    }
}
