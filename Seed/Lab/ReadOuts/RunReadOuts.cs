using PalActors.Areas.Toolkit.Readouts;
using PalActors.Lab.Experiments;
using PalActors.Lab.Plots;
using PalActors.Lab.Recording;
using PalActors.Lab.Results;
using PalActors.Messages.Plan;

namespace PalActors.Lab.ReadOuts;

/// <summary>Read-outs of all networks of a run, as a file and as figures.</summary>
internal sealed class RunReadOuts
{
    private const int Reconstructed = 10;

    private readonly Experiment _experiment;
    private readonly List<(string, LabelledFeatures)> _latents = [];
    private readonly List<(string, double[], double[])> _reconstructions = [];
    private readonly string _folder;

    private RunReadOuts(Experiment experiment, string folder) => (_experiment, _folder) = (experiment, folder);

    /// <summary>Accuracies of all networks.</summary>
    public List<ReadOutRow> Rows { get; } = [];

    /// <summary>Computes the read-outs of what a run has recorded, writes readout.csv, and draws the figures.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="plans">Its networks.</param>
    /// <param name="folder">The run folder.</param>
    /// <param name="begin">Called with the name of a network before it is read out.</param>
    /// <param name="files">Receives what became of the files.</param>
    /// <returns>The accuracies.</returns>
    public static IReadOnlyList<ReadOutRow> Write(
        Experiment experiment,
        IReadOnlyList<NetworkPlan> plans,
        string folder,
        Action<string> begin,
        ResultFiles files)
    {
        RunReadOuts all = new(experiment, folder);
        RunRecording recording = RunRecording.Open(folder, experiment.Cells);
        foreach (NetworkPlan plan in plans)
        {
            begin($"{plan.Label} seed {plan.Seed}");
            all.Add(plan, recording);
        }

        if (all.Rows.Count == 0)
            return [];
        files.Write(RunFiles.ReadOuts, () =>
        {
            ReadOutFile.Write(Path.Combine(folder, RunFiles.ReadOuts), all.Rows);
            return [RunFiles.ReadOuts];
        });
        DrawingLibrary.Try("figures of the read-outs", () => all.Draw(plans[0], files), files.Tell);
        return all.Rows;
    }

    /// <summary>Names of the figures that it draws.</summary>
    /// <param name="experiment">The experiment.</param>
    /// <param name="plan">A network of it.</param>
    public static IEnumerable<string> Figures(Experiment experiment, NetworkPlan plan)
    {
        if (experiment.ReadOuts.Count == 0)
            yield break;
        yield return RunFiles.ReadOutFigure;
        if (plan.Layers[ReadOutNames.Area(plan.Layers)] == 2)
            yield return RunFiles.LatentFigure;
        if (plan.TargetsAreInputs && Side(plan) * Side(plan) == plan.Layers[0])
            yield return RunFiles.ReconstructionFigure;
    }

    // Rows and columns of an image, if inputs are square ones.
    private static int Side(NetworkPlan plan) => (int)Math.Sqrt(plan.Layers[0]);

    private void Add(NetworkPlan plan, RunRecording recording)
    {
        NetworkReadOuts network = new(_experiment, plan, recording);
        Rows.AddRange(network.Rows(_experiment.ReadOuts));
        bool isFirst = plan.Seed == _experiment.Seeds[0];
        IReadOnlyList<(long Tick, int Epoch)> ends = EncodingTicks.Of(plan);
        if (!isFirst || ends.Count == 0)
            return;
        foreach ((long tick, int epoch) in EncodingTicks.EndsOf(plan))
        {
            if (plan.Layers[network.Area] == 2 && network.Latents(tick) is { } latents)
                _latents.Add(($"{plan.Label}, seed {plan.Seed}, epoch {epoch}", latents));
        }

        int top = plan.Layers.Length - 1;
        if (plan.TargetsAreInputs && network.Encoder(ends[^1].Tick, top) is { } encoder)
        {
            double[] inputs = LatentSamples.Inputs(network.Data, "test", 0, Math.Min(Reconstructed, _experiment.Test));
            _reconstructions.Add(
                ($"{plan.Label}, seed {plan.Seed}: test images and their reconstruction", inputs,
                    encoder.Encode(inputs, 0, top)));
        }
    }

    private IReadOnlyList<string> Draw(NetworkPlan plan, ResultFiles files)
    {
        foreach (string figure in Figures(_experiment, plan))
            files.Write(figure, () => Draw(figure, Path.Combine(_folder, figure), Side(plan)) ? [figure] : []);
        return [];
    }

    private bool Draw(string figure, string path, int side)
    {
        if (figure == RunFiles.ReadOutFigure)
            return ReadOutPlots.Draw(path, _experiment.Name, Rows, _experiment.PaperReadOut);
        if (figure == RunFiles.LatentFigure && _latents.Count > 0)
        {
            LatentPlots.Draw(path, _latents, Math.Min(2, _latents.Count));
            return true;
        }

        if (figure == RunFiles.ReconstructionFigure && _reconstructions.Count > 0)
        {
            ReconstructionPlots.Draw(path, _reconstructions, side, _reconstructions[0].Item2.Length / (side * side));
            return true;
        }

        return false;
    }
}
