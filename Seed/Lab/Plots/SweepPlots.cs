using PalActors.Areas.Contract.Models;
using PalActors.Lab.Sweeps;

namespace PalActors.Lab.Plots;

/// <summary>Figures of a sweep's folder, and their numbers as a table.</summary>
/// <remarks>Studies have figures and tables of their own; other sweeps have one figure.</remarks>
internal sealed class SweepPlots
{
    private static readonly StudyOutput[] s_studies =
    [
        new(Study.Delay, DelayTable.Write, DelayPlots.Draw),
        new(Study.Width, WidthTables.Write, WidthPlots.Draw),
    ];

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

    private StudyOutput? OfStudy => s_studies.FirstOrDefault(one => one.Study.Kind == _definition.Kind);

    /// <summary>Draws the figures.</summary>
    /// <returns>The names of the files written.</returns>
    public IReadOnlyList<string> Draw()
    {
        if (_rows.Count == 0)
            return [];
        return OfStudy is { } study ? study.Draw(PathOf, _definition, _rows)
            : KeyPlots.Draw(PathOf(SweepFiles.Figure), _definition, _rows) ? [SweepFiles.Figure]
            : [];
    }

    /// <summary>Writes their numbers, which needs no drawing library.</summary>
    /// <returns>The names of the files written.</returns>
    public IReadOnlyList<string> Tabulate() =>
        _rows.Count > 0 && OfStudy is { } study ? study.Tabulate(PathOf, _definition, _rows) : [];

    private string PathOf(string name) => Path.Combine(_folder, name);

    // Both take paths of files by their names and give the names of those written.
    private sealed record StudyOutput(
        Study Study,
        Func<Func<string, string>, SweepDefinition, IReadOnlyList<SweepRow>, IReadOnlyList<string>> Tabulate,
        Func<Func<string, string>, SweepDefinition, IReadOnlyList<SweepRow>, IReadOnlyList<string>> Draw);
}
