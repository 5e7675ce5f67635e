using PalActors.Lab.Experiments;
using PalActors.Lab.Sweeps.Axes;

namespace PalActors.Lab.Sweeps;

/// <summary>A kind of study: a sweep over all combinations of the values of its axes.</summary>
/// <param name="Name">Name, as the command line has it.</param>
/// <param name="Axes">Its axes, in the order of the columns.</param>
/// <param name="Models">Labels of the models that it compares if none are given.</param>
/// <param name="Check">Refuses an experiment that it cannot vary, with an <see cref="InputException"/>.</param>
internal sealed record Study(
    string Name, IReadOnlyList<StudyAxis> Axes, IReadOnlyList<string> Models, Action<Experiment> Check)
{
    /// <summary>Learning against the delay of links between areas (MODEL section 5).</summary>
    public static Study Delay { get; } = new("delay", StudyAxes.OfDelays, ["PAL", "FA", "BP"], RequireLink);

    /// <summary>Accuracy against the size of hidden areas.</summary>
    public static Study Width { get; } =
        new("width", StudyAxes.OfWidths, ["PAL", "FA", "no-feedback", "BP"], RequireClassifyingChain)
        {
            // Those of the paper's Yin-Yang curves.
            Defaults = [new("seeds", "[123456-123465]"), new("epochs", "100")],
        };

    /// <summary>Kind of sweep.</summary>
    public string Kind => $"{Name} study";

    /// <summary>The columns of its table.</summary>
    public IReadOnlyList<string> Columns => [.. Axes.Select(axis => axis.Name)];

    /// <summary>Values of the experiment's keys where the command line gives none, in place of the file's.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Defaults { get; init; } = [];

    private static void RequireLink(Experiment experiment) => RequireHidden(experiment, "no link to delay");

    private static void RequireClassifyingChain(Experiment experiment)
    {
        string? problem = experiment.Task != "classification" ? $"has the task {experiment.Task} and no accuracy"
            : !experiment.Graph.IsChain ? "is a graph of areas, whose sizes differ"
            : HasKernel(experiment) ? "has convolutions, whose sizes follow from their images"
            : null;
        if (problem is not null)
        {
            throw new InputException(
                $"{experiment.Name} {problem}; a width study varies the hidden areas of a classification by a chain of "
                + "dense areas, such as yin-yang.");
        }

        RequireHidden(experiment, "no size to vary");
    }

    private static bool HasKernel(Experiment experiment) =>
        experiment.Parameters.Any(one => one.Name == "kernel" && one.Values.Any(side => side != "0"));

    private static void RequireHidden(Experiment experiment, string lack)
    {
        if (experiment.Graph.Hidden.Count == 0)
        {
            throw new InputException(
                $"layers is [{string.Join(", ", experiment.Layers)}]: there is no hidden area, so {lack}; "
                + "valid are 3 areas or more.");
        }
    }
}
