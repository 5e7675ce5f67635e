using PalActors.Areas.Contract.Models;
using PalActors.Lab.Experiments;
using PalActors.Lab.Sweeps.Axes;

namespace PalActors.Lab.Sweeps;

/// <summary>The study of learning against the delay of links between areas (MODEL section 5), as a sweep.</summary>
/// <remarks>The sweep is over all combinations of the values of <see cref="StudyAxes"/>.</remarks>
/// <param name="experiment">Name or path of the experiment.</param>
/// <param name="task">The task of the authors' parameter files, or null.</param>
/// <param name="common">Changes of the experiment at all points, the models among them.</param>
internal sealed class DelayStudy(string experiment, string? task, IReadOnlyList<Override> common)
{
    /// <summary>The kind of sweep.</summary>
    public const string Kind = "delay study";

    // Models if none are given.
    private const string UsualModels = "PAL,FA,BP";

    /// <summary>The columns of its table.</summary>
    public static IReadOnlyList<string> Columns { get; } = [.. StudyAxes.All.Select(axis => axis.Name)];

    /// <summary>Values as text, by the settings of the axes; those left out have the default.</summary>
    public Dictionary<string, string> Given { get; init; } = [];

    /// <summary>Names a setting in error messages.</summary>
    public Func<string, string> NameOf { get; init; } = setting => setting;

    /// <summary>Models that are studied by default: the usual ones, or those that the experiment selects.</summary>
    /// <param name="models">The cell models.</param>
    /// <param name="experiment">The experiment.</param>
    /// <param name="task">The task of the authors' parameter files, or null.</param>
    /// <param name="common">Values of the command line.</param>
    public static string ModelsOf(
        ModelRegistry models, string experiment, string? task, IReadOnlyList<Override> common)
    {
        Experiment read = ExperimentSource.Read(models, experiment, task, common, []);
        bool areCells = UsualModels.Split(',').All(read.Cells.LearningModels.Contains);
        return areCells ? UsualModels : string.Join(',', read.Selected);
    }

    /// <summary>The study as a sweep.</summary>
    /// <param name="models">The cell models.</param>
    /// <exception cref="InputException">
    /// A setting holds something else than it may, or the experiment has no hidden area.
    /// </exception>
    public SweepRequest Request(ModelRegistry models)
    {
        Experiment read = ExperimentSource.Read(models, experiment, task, common, []);
        if (read.Graph.Hidden.Count == 0)
        {
            throw new InputException(
                $"layers is [{string.Join(", ", read.Layers)}]: there is no hidden area, so no link to delay; "
                + "valid are 3 areas or more.");
        }

        SweepAxis[] axes = [.. StudyAxes.All.Select(axis => new SweepAxis(axis.Name, ValuesOf(axis, read)))];
        HashSet<string> rewritten =
            [.. StudyAxes.All.Where(axis => IsGiven(axis)).SelectMany(axis => axis.Rewritten(read))];
        Override[] kept = [.. common.Where(change => !rewritten.Contains(change.Key))];
        SweepPoint[] points = [.. SweepGrid.Product(axes).Select(values => Point(read, values))];
        return new SweepRequest(Kind, experiment, task, kept, Columns, points);
    }

    private bool IsGiven(StudyAxis axis) => Given.ContainsKey(axis.Setting);

    private IReadOnlyList<string> ValuesOf(StudyAxis axis, Experiment read) =>
        (Given.GetValueOrDefault(axis.Setting) ?? axis.Default) is { } text
            ? axis.Values(text, read, NameOf(axis.Setting))
            : [axis.Own(read)];

    private SweepPoint Point(Experiment read, IReadOnlyList<string> values)
    {
        StudyPoint point = new(values);
        IEnumerable<Override> changes = StudyAxes.All
            .Where(axis => axis.Default is not null || IsGiven(axis))
            .SelectMany(axis => axis.Changes(point, read, NameOf(axis.Setting)));
        return new SweepPoint(point.ToString(), values, [.. changes]);
    }
}
