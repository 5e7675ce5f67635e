using PalActors.Clustering.Reports;
using PalActors.Lab.Evaluation;
using PalActors.Lab.Experiments;
using PalActors.Lab.Plots;
using PalActors.Lab.ReadOuts;
using PalActors.Lab.Recording;
using PalActors.Lab.Results;
using PalActors.Lab.Weights;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Runs;

/// <content>Results.</content>
public sealed partial class ExperimentRun
{
    // A command that is repeated, as orchestrators do, succeeds when the run is complete.
    private async Task<RunResult> ShowCompleteAsync(
        Experiment read, string folder, IReadOnlyList<NetworkPlan> plans, CancellationToken stop)
    {
        IEnumerable<string> named = RunFiles.All.Except(RunFiles.Vectors);
        string[] files = [.. named.Where(name => File.Exists(Path.Combine(folder, name)))];
        Status.Enter(RunPhase.Over);
        RunResult result = new(read, folder, StoredRun.Read(folder, plans, read.Cells), files)
        {
            WasComplete = true,
            Confusions = ConfusionFiles.Read(folder),
        };
        Listener.End(result);
        await DismissAsync(read, stop).ConfigureAwait(false);
        return result;
    }

    // Small files first: if the disk is full, only the large ones are missing.
    private RunResult Write(
        Experiment read, OutputFolder folder, IReadOnlyList<NetworkRecord> networks, double seconds,
        RunWeights trained, ResultFiles files)
    {
        RunProvenance provenance =
            new(Command, DateTimeOffset.UtcNow, read, folder.Earlier.Plans, folder.Earlier.Builds);
        ResultsFile.Write(folder.File(RunFiles.Results), provenance, networks, seconds, folder.Claimed.Files);
        IReadOnlyList<NetworkConfusion> confusions =
            NetworkConfusion.Of(networks, count => EvaluatedExperiment.Classes(read, count));
        files.Write(RunFiles.Confusion, () => ConfusionFiles.Write(folder.Path, confusions));
        new RunFigures(folder.Path, read.Name, read, networks).Draw(files);
        foreach (string line in RunPlots.NotDrawn(networks))
            Listener.Event(line);
        IReadOnlyList<ReadOutRow> rows = [];
        // A run that is stopped ends at once; its latent plane can be read out later.
        if (read.ReadOuts.Count > 0 && networks.All(network => network.HasEnded))
            rows = RunReadOuts.Write(read, folder.Earlier.Plans, folder.Path, Listener.ReadingOut, files);
        if (networks.Any(network => network.Plan.Recordings.Length > 0))
            files.Write(RecordingFiles.Hdf5, () => Export(read, folder));
        foreach (int? epoch in (int?[])[.. read.WeightEpochs, null])
        {
            files.Write(
                RunWeights.FileOf(epoch),
                () => trained.Collect(folder.Earlier.Plans, epoch) is { } name ? [name] : []);
        }

        string[] first = [RunFiles.Experiment, RunFiles.Metrics, RunFiles.Results];
        return new RunResult(read, folder.Path, networks, [.. first, .. files.Written])
        {
            Unwritten = files.Unwritten,
            ReadOuts = rows,
            Confusions = confusions,
        };
    }

    private IReadOnlyList<string> Export(Experiment read, OutputFolder folder)
    {
        ExportReport export = RecordingExport.Write(
            folder.Path, read.Cells, new RunCoordinates(folder.Earlier.Plans, read.Cells),
            RecordingExport.Formats[0], folder.File(RecordingFiles.Hdf5));
        foreach (string note in export.Notes)
            Listener.Event(note);
        return export.Damage.Count == 0
            ? [RecordingFiles.Hdf5]
            : throw new RunFailedException(
                $"{export.Damage[0]} Someone else changed the recording during the run; "
                + $"what is intact is in {export.Path}.");
    }
}
