using PalActors.Lab.Evaluation;
using PalActors.Lab.Experiments;
using PalActors.Lab.Plots;
using PalActors.Lab.ReadOuts;
using PalActors.Lab.Results;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Runs;

/// <summary>Figures of a run that are drawn from its values and the files in its folder.</summary>
/// <remarks>At the end of a run, and again by <c>plot</c>.</remarks>
/// <param name="folder">The folder of the run.</param>
/// <param name="name">Name of the experiment, for titles.</param>
/// <param name="experiment">The experiment.</param>
/// <param name="networks">The networks with their values.</param>
internal sealed class RunFigures(
    string folder, string name, Experiment experiment, IReadOnlyList<NetworkRecord> networks)
{
    // Each draws a file, if what it shows was measured.
    private static readonly (string File, Func<RunFigures, string, bool> Draw)[] s_all =
    [
        (RunFiles.Graph, (run, path) => RunPlots.DrawGraph(path, run.Plans[0])),
        (RunFiles.Accuracy, (run, path) => RunPlots.DrawAccuracy(path, run.Name, run.Networks)),
        (RunFiles.Alignment, (run, path) => RunPlots.DrawAlignment(path, run.Name, run.Networks)),
        (RunFiles.ConfusionFigure, (run, path) =>
            ConfusionFiles.Draw(path, run.Name, ConfusionFiles.Read(run.Folder))),
        (RunFiles.Filters, (run, path) => RunFilters.Draw(path, run.Experiment, run.Plans, run.Folder)),
        (RunFiles.ReadOutFigure, (run, path) =>
            ReadOutPlots.Draw(path, run.Name, ReadOutFile.Read(run.Folder), run.Experiment.PaperReadOut)),
    ];

    private string Folder => folder;

    private string Name => name;

    private Experiment Experiment => experiment;

    private IReadOnlyList<NetworkRecord> Networks => networks;

    private NetworkPlan[] Plans { get; } = [.. networks.Select(network => network.Plan)];

    /// <summary>Figures that only the read-outs draw, since they compute what the networks make of the data.</summary>
    public IReadOnlyList<string> OfReadOuts => [.. RunReadOuts.Figures(experiment, Plans[0])];

    /// <summary>Draws all of which something was measured.</summary>
    /// <param name="files">Receives what became of each.</param>
    public void Draw(ResultFiles files) => DrawingLibrary.Try("figures", () =>
    {
        foreach ((string file, Func<RunFigures, string, bool> draw) in s_all)
            files.Write(file, () => draw(this, Path.Combine(folder, file)) ? [file] : []);
        return [];
    }, files.Tell);
}
