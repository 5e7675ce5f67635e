using PalActors.Areas.Contract.Models;
using PalActors.Lab.Experiments;
using PalActors.Lab.Sweeps.Axes;

namespace PalActors.Lab.Sweeps;

/// <summary>A study of an experiment as the command line requests it.</summary>
/// <param name="study">The kind of study.</param>
/// <param name="experiment">Name or path of the experiment.</param>
/// <param name="task">The task of the authors' parameter files, or null.</param>
/// <param name="common">Changes of the experiment at all points.</param>
internal sealed class StudyRequest(Study study, string experiment, string? task, IReadOnlyList<Override> common)
{
    /// <summary>Values as text, by the settings of the axes; those left out have the default.</summary>
    public Dictionary<string, string> Given { get; init; } = [];

    /// <summary>Names a setting in error messages.</summary>
    public Func<string, string> NameOf { get; init; } = setting => setting;

    // What is given goes before the defaults of the study.
    private IReadOnlyList<Override> Common { get; } =
    [
        .. common,
        .. study.Defaults.Where(one => common.All(change => change.Key != one.Key))
            .Select(one => new Override($"study {study.Name}", one.Key, one.Value)),
    ];

    /// <summary>Labels of models that are studied by default.</summary>
    /// <remarks>They are the usual ones that the experiment has, or else those that it selects.</remarks>
    /// <param name="models">The cell models.</param>
    public IReadOnlyList<string> UsualModels(ModelRegistry models)
    {
        Experiment read = Read(models);
        string[] usual =
        [
            .. study.Models.Where(label => read.Cells.LearningModels.Contains(label)
                || read.Variants.Any(variant => variant.Label == label)),
        ];
        return usual.Length > 0 ? usual : read.Selected;
    }

    /// <summary>The study as a sweep.</summary>
    /// <param name="models">The cell models.</param>
    /// <exception cref="InputException">
    /// A setting holds something else than it may, or the study cannot vary the experiment.
    /// </exception>
    public SweepRequest Sweep(ModelRegistry models)
    {
        Experiment read = Read(models);
        study.Check(read);
        SweepAxis[] axes = [.. study.Axes.Select(axis => new SweepAxis(axis.Name, ValuesOf(axis, read)))];
        HashSet<string> rewritten = [.. study.Axes.Where(Acts).SelectMany(axis => axis.Rewritten(read))];
        Override[] kept = [.. Common.Where(change => !rewritten.Contains(change.Key))];
        SweepPoint[] points = [.. SweepGrid.Product(axes).Select(values => Point(read, values))];
        return new SweepRequest(study.Kind, experiment, task, kept, study.Columns, points);
    }

    private Experiment Read(ModelRegistry models) => ExperimentSource.Read(models, experiment, task, Common, []);

    private bool Acts(StudyAxis axis) => axis.Default is not null || Given.ContainsKey(axis.Setting);

    private IReadOnlyList<string> ValuesOf(StudyAxis axis, Experiment read) =>
        (Given.GetValueOrDefault(axis.Setting) ?? axis.Default) is { } text
            ? axis.Values(text, read, NameOf(axis.Setting))
            : [axis.Own(read)];

    private SweepPoint Point(Experiment read, IReadOnlyList<string> values)
    {
        StudyPoint point = new(study.Axes, values);
        IEnumerable<Override> changes =
            study.Axes.Where(Acts).SelectMany(axis => axis.Changes(point, read, NameOf(axis.Setting)));
        return new SweepPoint(point.ToString(), values, [.. changes]);
    }
}
