using System.Diagnostics;
using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Recording;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Snapshots;
using PalActors.Messages.Plan;
using PalActors.Seed.DryRuns;
using PalActors.Seed.Experiments;
using PalActors.Seed.Recording;
using PalActors.Seed.Results;

namespace PalActors.Seed.Commands;

/// <summary>One run of an experiment, from the file to the plots.</summary>
/// <param name="models">The cell models.</param>
/// <param name="experiment">Name or path of the experiment.</param>
/// <param name="overrides">Values of the command line.</param>
/// <param name="output">Receives results.</param>
/// <param name="error">Receives notes, and events of the run.</param>
public sealed partial class ExperimentRun(
    ModelRegistry models, string experiment, IReadOnlyList<Override> overrides, TextWriter output, TextWriter error)
{
    /// <summary>The task of the authors' parameter files, or null.</summary>
    public string? TaskName { get; init; }

    /// <summary>Output folder, or null for a new one under runs/.</summary>
    public string? Folder { get; init; }

    /// <summary>Begins anew where the folder holds a run.</summary>
    public bool Fresh { get; init; }

    /// <summary>Allows a run to go on that another build began.</summary>
    public bool OtherBuild { get; init; }

    /// <summary>The command as typed, for the results.</summary>
    public string CommandLine { get; init; } = "";

    /// <summary>Prints digests.</summary>
    public bool Digest { get; init; }

    /// <summary>Prints only the result.</summary>
    public bool Quiet { get; init; }

    /// <summary>Place of the run, and how safely it computes.</summary>
    public RunPlace Place { get; init; } = new();

    /// <summary>Makes the files of the recording; for tests, else null.</summary>
    public Func<string, Stream>? CreateSegment { get; init; }

    private RunReport Report => new(output, experiment, overrides) { Digest = Digest };

    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(CancellationToken stop)
    {
        // All that can be wrong with the input is found before the first file is made.
        List<string> notes = [];
        Experiment read = ExperimentSource.Read(models, experiment, TaskName, overrides, notes);
        IReadOnlyList<NetworkPlan> planned = NetworkPlans.Of(read);
        if (Folder is not null && !Fresh && OutputFolder.IsComplete(Folder, models, read, planned))
            return await ShowCompleteAsync(read, Folder, planned, stop).ConfigureAwait(false);
        SnapshotLimits limits = SnapshotSizes.Limits(read, planned, Place);
        IReadOnlyList<NetworkPlan> identified = ExperimentData.Identify(read, planned);
        using OutputFolder folder =
            OutputFolder.Claim(Folder, models, read, DateTime.Now, identified, Fresh, OtherBuild);
        IReadOnlyList<NetworkPlan> plans = folder.Earlier.Plans;
        Tell(notes.Concat(folder.Earlier.Notes));
        if (!Quiet)
            Report.Announce(read, plans, folder);

        MetricsFile metrics = new(folder.Metrics, plans, folder.Earlier.Metrics);
        using RecordingStore recording =
            new(folder.File(RecordingFiles.Folder), plans, folder.Earlier.Builds, models, CreateSegment);
        NetworkEvents events = new(Say) { TellsPlacement = Place.Nodes is not null };
        RunRecorder recorder = new(plans, read.Cells, folder.Path, metrics, recording, folder.Earlier, events);
        long begun = Stopwatch.GetTimestamp();
        try
        {
            try
            {
                NetworkPlan[] missing = [.. plans.Where(plan => !folder.Earlier.Finished.ContainsKey(plan.Network))];
                Session session = new(read, missing, folder, recorder, metrics, recording, limits);
                if (missing.Length > 0)
                    await SimulateAsync(session, stop).ConfigureAwait(false);
                await recorder.SavedAsync().ConfigureAwait(false);
            }
            finally
            {
                // Whatever happened, every value that was measured is in metrics.csv.
                await metrics.DisposeAsync().ConfigureAwait(false);
            }

            Write(read, folder, recorder.Networks, Stopwatch.GetElapsedTime(begun).TotalSeconds);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RunFailedException($"{folder.Path}: the results cannot be written: {exception.Message}");
        }

        if (folder.Earlier.Finished.Count == plans.Count)
            await DismissAsync(read, stop).ConfigureAwait(false);
        return Conclude(recorder.Networks);
    }

    /// <summary>Prints the requirements of a run, without running it.</summary>
    /// <param name="options">Assumptions about the machines.</param>
    /// <returns>The exit code.</returns>
    public int Describe(DryRunOptions options)
    {
        List<string> notes = [];
        Experiment read = ExperimentSource.Read(models, experiment, TaskName, overrides, notes);
        Tell(notes);
        new DryRun(output, models, read, NetworkPlans.Of(read), Place, options).Print();
        return ExitCodes.Success;
    }
}
