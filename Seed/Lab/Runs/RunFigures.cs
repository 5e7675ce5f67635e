using PalActors.Areas.Contract.Models;
using PalActors.Lab.Evaluation;
using PalActors.Lab.Experiments;
using PalActors.Lab.Plots;
using PalActors.Lab.ReadOuts;
using PalActors.Lab.Results;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Runs;

/// <summary>Figures of a run that are drawn from its values and the files in its folder.</summary>
/// <remarks>At the end of a run, and again by <c>plot</c>, which draws some more if asked.</remarks>
/// <param name="folder">The folder of the run.</param>
/// <param name="name">Name of the experiment, for titles.</param>
/// <param name="experiment">The experiment.</param>
/// <param name="networks">The networks with their values.</param>
internal sealed partial class RunFigures(
    string folder, string name, Experiment experiment, IReadOnlyList<NetworkRecord> networks)
{
    private const string YinYangData = "yin-yang";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RunFigure> All { get; } =
    [
        new("graph", RunFiles.Graph, true, (run, path) => run.DrawGraph(path), "its areas are a chain"),
        new(
            "accuracy", RunFiles.Accuracy, true,
            (run, path) => RunPlots.DrawAccuracy(path, run.Name, run.Networks),
            "no accuracy has been measured; valid is a run of a task with classes after its first epoch"),
        new(
            "alignment", RunFiles.Alignment, true,
            (run, path) => RunPlots.DrawAlignment(path, run.Name, run.Networks),
            "nothing has been measured yet; valid is a run that has evaluated or recorded once"),
        new(
            "confusion", RunFiles.ConfusionFigure, true,
            (run, path) => ConfusionFiles.Draw(path, run.Name, ConfusionFiles.Read(run.Folder)),
            $"there is no {RunFiles.Confusion}; valid is a finished run of a task with classes"),
        new(
            "filters", RunFiles.Filters, true,
            (run, path) => RunFilters.Draw(path, run.Experiment, run.Plans, run.Folder),
            "no filters were recorded; valid is a run whose area 1 is a convolution"),
        new(
            "readout", RunFiles.ReadOutFigure, true,
            (run, path) =>
                ReadOutPlots.Draw(path, run.Name, ReadOutFile.Read(run.Folder), run.Experiment.PaperReadOut),
            $"there is no {RunFiles.ReadOuts}; valid is a run with the key read_out, after 'palactors readout'"),
        new(
            "weights", RunFiles.WeightsFigure, false, (run, path) => run.DrawWeights(path),
            $"there are no weights; valid is a run with a finished network ({RunFiles.Weights}), or one that goes on "
            + "and has kept a snapshot"),
        new(
            "rates", RunFiles.RatesFigure, false, (run, path) => run.DrawRates(path),
            "no cells were recorded; valid is a run that recorded some by the key record, for instance "
            + "record=[{observable: rate, every: 10}]"),
        new(
            "decision", RunFiles.DecisionFigure, false, (run, path) => run.DrawDecision(path),
            $"the decision map is that of the plane of data: {YinYangData}; valid is a run of such data"),
        new(
            "quartiles", RunFiles.Quartiles, true, (run, path) => QuartilesFile.Write(path, run.Networks),
            "no model has values of three seeds; valid is a run of three seeds or more"),
    ];

    /// <summary>Those that a run draws at its end, if it can.</summary>
    public static IEnumerable<RunFigure> AtEnd => All.Where(figure => figure.IsDrawnAtEnd);

    /// <summary>Cell models, which figures that run networks need.</summary>
    public ModelRegistry? Models { get; init; }

    /// <summary>Stops a figure that runs networks.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>True if a figure was asked for by name.</summary>
    public bool IsAsked { get; init; }

    private string Folder => folder;

    private string Name => name;

    private Experiment Experiment => experiment;

    private IReadOnlyList<NetworkRecord> Networks => networks;

    private NetworkPlan[] Plans { get; } = [.. networks.Select(network => network.Plan)];

    /// <summary>Figures that only the read-outs draw, since they compute what the networks make of the data.</summary>
    public IReadOnlyList<string> OfReadOuts => [.. RunReadOuts.Figures(experiment, Plans[0])];

    // One network of each model, that of the first seed.
    private IEnumerable<NetworkPlan> FirstPlans => Plans.Where(plan => plan.Seed == Plans[0].Seed);

    /// <summary>Draws all of which something was measured.</summary>
    /// <param name="files">Receives what became of each.</param>
    public void Draw(ResultFiles files) => Draw(files, AtEnd);

    /// <summary>Draws some figures.</summary>
    /// <param name="files">Receives what became of each.</param>
    /// <param name="figures">Rows of <see cref="All"/>.</param>
    public void Draw(ResultFiles files, IEnumerable<RunFigure> figures) => DrawingLibrary.Try("figures", () =>
    {
        foreach (RunFigure figure in figures)
        {
            files.Write(
                figure.File, () => figure.Draw(this, Path.Combine(folder, figure.File)) ? [figure.File] : []);
        }

        return [];
    }, files.Tell);
}
