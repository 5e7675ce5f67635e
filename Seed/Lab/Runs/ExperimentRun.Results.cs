using PalActors.Clustering.Reports;
using PalActors.Lab.Evaluation;
using PalActors.Lab.Experiments;
using PalActors.Lab.Plots;
using PalActors.Lab.ReadOuts;
using PalActors.Lab.Recording;
using PalActors.Lab.Results;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Runs;

/// <content>Results.</content>
public sealed partial class ExperimentRun
{
    // A command that is repeated, as orchestrators do, succeeds when the run is complete.
    private async Task<RunResult> ShowCompleteAsync(
        Experiment read, string folder, IReadOnlyList<NetworkPlan> plans, CancellationToken stop)
    {
        string[] files = [.. RunFiles.All.Where(name => File.Exists(Path.Combine(folder, name)))];
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

    private RunResult Write(
        Experiment read, OutputFolder folder, IReadOnlyList<NetworkRecord> networks, double seconds,
        IReadOnlyList<string> weights)
    {
        RunProvenance provenance =
            new(Command, DateTimeOffset.UtcNow, read, folder.Earlier.Plans, folder.Earlier.Builds);
        ResultsFile.Write(folder.File(RunFiles.Results), provenance, networks, seconds, folder.Claimed.Files);
        IReadOnlyList<string> figures =
            DrawingLibrary.Try("plots", () => RunPlots.Draw(folder.File, read.Name, networks), Listener.Event);
        IReadOnlyList<NetworkConfusion> confusions =
            NetworkConfusion.Of(networks, count => EvaluatedExperiment.Classes(read, count));
        List<string> files =
        [
            RunFiles.Experiment, RunFiles.Metrics, RunFiles.Results, .. figures,
            .. ConfusionFiles.Write(folder.Path, read.Name, confusions, Listener.Event),
        ];
        files.AddRange(weights);
        foreach (string line in RunPlots.NotDrawn(networks))
            Listener.Event(line);
        if (networks.Any(network => network.Plan.Recordings.Length > 0))
        {
            string path = folder.File(RecordingFiles.Hdf5);
            folder.Claimed.Files.RequireClaim();
            RunCoordinates coordinates = new([.. networks.Select(network => network.Plan)], read.Cells);
            ExportReport export = RecordingExport.Write(
                folder.Path, read.Cells, coordinates, RecordingExport.Formats[0], path);
            foreach (string note in export.Notes)
                Listener.Event(note);
            if (export.Damage.Count > 0)
            {
                throw new RunFailedException(
                    $"{export.Damage[0]} Someone else changed the recording during the run; "
                    + $"what is intact is in {export.Path}.");
            }

            files.Add(RecordingFiles.Hdf5);
        }

        NetworkPlan[] plans = [.. networks.Select(network => network.Plan)];
        files.AddRange(DrawingLibrary.Try("filters", () => RunFilters.Draw(read, plans, folder.Path), Listener.Event));
        IReadOnlyList<ReadOutRow> rows = [];
        // A run that is stopped ends at once; its latent plane can be read out later.
        if (read.ReadOuts.Count > 0 && networks.All(network => network.HasEnded))
        {
            (IReadOnlyList<string> written, rows) =
                RunReadOuts.Write(read, plans, folder.Path, Listener.ReadingOut, Listener.Event);
            files.AddRange(written);
        }

        return new RunResult(read, folder.Path, networks, files) { ReadOuts = rows, Confusions = confusions };
    }
}
