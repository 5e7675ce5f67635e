using System.Diagnostics;
using Microsoft.Extensions.Logging;
using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Logging;
using PalActors.Clustering.Recording;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Snapshots;
using PalActors.Lab.Experiments;
using PalActors.Lab.Planning;
using PalActors.Lab.Results;
using PalActors.Lab.Weights;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Runs;

/// <summary>One run of an experiment, from the file to the plots.</summary>
/// <param name="models">The cell models.</param>
/// <param name="experiment">Name or path of the experiment.</param>
/// <param name="overrides">Changes of its keys.</param>
public sealed partial class ExperimentRun(
    ModelRegistry models, string experiment, IReadOnlyList<Override> overrides)
{
    private readonly ExperimentText? _text;

    /// <summary>Makes the run of an experiment that the program defines.</summary>
    /// <param name="models">The cell models.</param>
    /// <param name="experiment">The experiment.</param>
    /// <param name="overrides">Changes of its keys.</param>
    public ExperimentRun(ModelRegistry models, ExperimentText experiment, params IReadOnlyList<Override> overrides)
        : this(models, experiment.Name, overrides) => _text = experiment;

    /// <summary>The task of the authors' parameter files, or null.</summary>
    public string? TaskName { get; init; }

    /// <summary>Output folder, or null for a new one under runs/.</summary>
    public string? Folder { get; init; }

    /// <summary>Begins anew where the folder holds a run.</summary>
    public bool Fresh { get; init; }

    /// <summary>Allows a run to go on that another build began.</summary>
    public bool OtherBuild { get; init; }

    /// <summary>The command that starts it, for the results.</summary>
    public string Command { get; init; } = Environment.CommandLine;

    /// <summary>Receives what happens.</summary>
    public RunListener Listener { get; init; } = new();

    /// <summary>Place of the run, and how safely it computes.</summary>
    public RunPlace Place { get; init; } = new();

    /// <summary>Makes the loggers of the actor system; by default those of the error stream.</summary>
    public ILoggerFactory Log { get => field ?? LineLog.ErrorStream; init; }

    /// <summary>Status of the run, for others to read while it goes on.</summary>
    public RunStatus Status { get; init; } = new();

    /// <summary>Makes the files of the recording; for tests, else null.</summary>
    internal Func<string, Stream>? CreateSegment { get; init; }

    /// <summary>Runs it; of a complete run in the folder it reads the result.</summary>
    /// <param name="stop">Stops all networks at a tick boundary; the results so far are written.</param>
    /// <exception cref="InputException">The input cannot be used; nothing was written.</exception>
    /// <exception cref="RunFailedException">The run cannot go on.</exception>
    public async Task<RunResult> RunAsync(CancellationToken stop = default)
    {
        // All that can be wrong with the input is found before the first file is made.
        List<string> notes = [];
        Experiment read = _text is null
            ? ExperimentSource.Read(models, experiment, TaskName, overrides, notes)
            : ExperimentSource.Read(models, _text, overrides, notes);
        StartingWeights? weights = StartingWeights.Of(models, read);
        read = weights?.Identify(read) ?? read;
        IReadOnlyList<NetworkPlan> planned = NetworkPlans.Of(read);
        if (Folder is not null && !Fresh && OutputFolder.IsComplete(Folder, models, read, planned))
            return await ShowCompleteAsync(read, Folder, planned, stop).ConfigureAwait(false);
        SnapshotLimits limits = SnapshotSizes.Limits(read, planned, Place);
        IReadOnlyList<NetworkPlan> identified = ExperimentData.Identify(read, planned);
        read = ExperimentData.WithFacts(read);
        // A run that goes on from snapshots needs them no more.
        bool begins = Folder is null || Fresh || !RunRemoval.IsRun(Folder);
        IReadOnlyList<string> taken = begins && weights is not null ? weights.Check(identified) : [];
        using OutputFolder folder =
            OutputFolder.Claim(Folder, models, read, DateTime.Now, identified, Fresh, OtherBuild, Listener.Event);
        IReadOnlyList<NetworkPlan> plans = folder.Earlier.Plans;
        foreach (string note in notes.Concat(folder.Earlier.Notes))
            Listener.Note(note);
        EarlierRun earlier = folder.Earlier;
        Listener.Begin(new RunStart(read, plans, folder.Path, earlier.Finished.Count, earlier.Begun)
        {
            Weights = taken,
            Status = Status,
        });

        MetricsFile metrics = new(folder.Metrics, plans, earlier.Metrics, folder.Claimed.Files);
        using RecordingStore recording =
            new(folder.File(RecordingFiles.Folder), plans, earlier.Builds, models, CreateSegment, folder.Claimed.Files);
        NetworkEvents events = new(Listener.Event)
        {
            SnapshotKept = Listener.SnapshotKept,
            TellsPlacement = Place.Nodes is not null,
        };
        RunWeights trained = new(folder.Path, models, earlier.Builds, folder.Claimed.Files);
        RunRecorder recorder = new(plans, read.Cells, folder.Claimed, metrics, recording, earlier, events)
        {
            States = Listener.State,
            Nodes = Place.Nodes is null ? null : Status,
            KeepWeights = read.KeepsWeights ? trained.Keep : null,
            Epochs = read.WeightEpochs.Count > 0 ? new EpochWeights(trained, models, read.WeightEpochs) : null,
        };
        ResultFiles files = new(folder.Claimed.Files, Listener.Event);
        long begun = Stopwatch.GetTimestamp();
        RunResult result;
        try
        {
            try
            {
                NetworkPlan[] missing = [.. plans.Where(plan => !folder.Earlier.Finished.ContainsKey(plan.Network))];
                Session session = new(
                    read, missing, folder, recorder, metrics, recording, limits, weights);
                if (missing.Length > 0)
                    await SimulateAsync(session, stop).ConfigureAwait(false);
                await files.AwaitAsync($"{FinishedNetworks.Folder}/", recorder.SavedAsync()).ConfigureAwait(false);
            }
            finally
            {
                // Whatever happened, every value that was measured is in metrics.csv.
                await metrics.DisposeAsync().ConfigureAwait(false);
            }

            folder.Claimed.Files.RequireClaim();
            File.Create(folder.File(RunFiles.Unwritten)).Dispose();
            double seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
            result = Write(read, folder, recorder.Networks, seconds, trained, files);
            if (result.Unwritten.Count == 0)
            {
                if (result.HasEnded)
                    trained.Clear(plans, read.WeightEpochs);
                File.Delete(folder.File(RunFiles.Unwritten));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RunFailedException($"{folder.Path}: the results cannot be written: {exception.Message}");
        }

        Listener.End(result);
        if (folder.Earlier.Finished.Count == plans.Count)
            await DismissAsync(read, stop).ConfigureAwait(false);
        return result;
    }
}
