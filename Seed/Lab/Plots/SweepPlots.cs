using PalActors.Areas.Contract.Models;
using PalActors.Lab.Sweeps;

namespace PalActors.Lab.Plots;

/// <summary>Figures of a sweep's folder, and their numbers as a table.</summary>
/// <remarks>A study of delays has figures of its own and the table; other sweeps have one figure.</remarks>
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
        _rows = SweepTable.Read(folder, _definition.Columns);
    }

    private bool IsOfDelays => _definition.Kind == DelayStudy.Kind;

    /// <summary>Draws the figures.</summary>
    /// <returns>The names of the files written.</returns>
    public IReadOnlyList<string> Draw()
    {
        if (_rows.Count == 0)
            return [];
        return IsOfDelays ? DelayPlots.Draw(PathOf, _definition, _rows)
            : KeyPlots.Draw(PathOf(SweepFiles.Figure), _definition, _rows) ? [SweepFiles.Figure]
            : [];
    }

    /// <summary>Writes their numbers, which needs no drawing library.</summary>
    /// <returns>The names of the files written.</returns>
    public IReadOnlyList<string> Tabulate()
    {
        if (_rows.Count == 0 || !IsOfDelays)
            return [];
        File.WriteAllText(PathOf(SweepFiles.DelayMedians), DelayTable.Text(_definition, _rows));
        return [SweepFiles.DelayMedians];
    }

    private string PathOf(string name) => Path.Combine(_folder, name);
}
