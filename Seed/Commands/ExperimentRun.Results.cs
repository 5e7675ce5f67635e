using PalActors.Clustering.Reports;
using PalActors.Messages.Plan;
using PalActors.Seed.Experiments;
using PalActors.Seed.Plots;
using PalActors.Seed.ReadOuts;
using PalActors.Seed.Recording;
using PalActors.Seed.Results;

namespace PalActors.Seed.Commands;

/// <content>Results, and lines on the error stream.</content>
public sealed partial class ExperimentRun
{
    // A command that is repeated, as orchestrators do, succeeds when the run is complete.
    private async Task<int> ShowCompleteAsync(
        Experiment read, string folder, IReadOnlyList<NetworkPlan> plans, CancellationToken stop)
    {
        IReadOnlyList<NetworkRecord> networks = StoredRun.Read(folder, plans, read.Cells);
        if (!Quiet)
        {
            string state = networks.Any(network => network.Divergence is not null) ? "has ended" : "is complete";
            output.WriteLine($"{read.Name}: the run in {folder} {state}; this is its result.");
        }

        string[] files = [.. RunFiles.All.Where(name => File.Exists(Path.Combine(folder, name)))];
        Report.Conclude(read, folder, networks, files);
        await output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
        await DismissAsync(read, stop).ConfigureAwait(false);
        return Conclude(networks);
    }

    // Names the networks that diverged, and gives the exit code.
    private int Conclude(IReadOnlyList<NetworkRecord> networks)
    {
        foreach (NetworkRecord network in networks)
        {
            if (network.Divergence is { } divergence)
                Say(DivergenceText.Line(network.Plan, network.Cells, divergence));
        }

        return !networks.All(network => network.HasEnded) ? ExitCodes.Interrupted
            : networks.Any(network => network.Divergence is not null) ? ExitCodes.Failed
            : ExitCodes.Success;
    }

    private void Write(Experiment read, OutputFolder folder, IReadOnlyList<NetworkRecord> networks, double seconds)
    {
        RunProvenance provenance =
            new(CommandLine, DateTimeOffset.UtcNow, read, folder.Earlier.Plans, folder.Earlier.Builds);
        ResultsFile.Write(folder.File(RunFiles.Results), provenance, networks, seconds);
        IReadOnlyList<string> figures =
            DrawingLibrary.Try("plots", () => RunPlots.Draw(folder.File, read.Name, networks), error);
        List<string> files = [RunFiles.Experiment, RunFiles.Metrics, RunFiles.Results, .. figures];
        foreach (string line in RunPlots.NotDrawn(networks))
            Say(line);
        if (networks.Any(network => network.Plan.Recordings.Length > 0))
        {
            string path = folder.File(RecordingFiles.Hdf5);
            ExportReport export = RecordingExport.Write(folder.Path, read.Cells, RecordingExport.Formats[0], path);
            if (export.Damage.Count > 0)
            {
                throw new RunFailedException(
                    $"{export.Damage[0]} Someone else changed the recording during the run; "
                    + $"what is intact is in {export.Path}.");
            }

            files.Add(RecordingFiles.Hdf5);
        }

        NetworkPlan[] plans = [.. networks.Select(network => network.Plan)];
        files.AddRange(DrawingLibrary.Try("filters", () => RunFilters.Draw(read, plans, folder.Path), error));
        // A run that is stopped ends at once; 'palactors readout' reads out what there is.
        if (read.ReadOuts.Count > 0 && networks.All(network => network.HasEnded))
            files.AddRange(ReadOut(read, folder.Path, plans));
        Report.Conclude(read, folder.Path, networks, files);
    }

    private IReadOnlyList<string> ReadOut(Experiment read, string folder, IReadOnlyList<NetworkPlan> plans)
    {
        (IReadOnlyList<string> files, IReadOnlyList<ReadOutRow> rows) =
            RunReadOuts.Write(read, plans, folder, Tell, error);
        ReadOutTable.Print(output, rows);
        return files;

        void Tell(string network)
        {
            if (!Quiet)
                output.WriteLine($"reading out {network}");
        }
    }

    private void Tell(IEnumerable<string> notes)
    {
        foreach (string note in notes)
            error.WriteLine($"palactors: note: {note}");
    }

    // Events go where errors go: the output stays what a script reads.
    private void Say(string line)
    {
        lock (error)
        {
            error.WriteLine($"palactors: {line}");
            error.Flush();
        }
    }
}
