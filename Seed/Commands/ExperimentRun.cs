using System.Diagnostics;
using PalActors.Areas.Models;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Clustering.Membership;
using PalActors.Clustering.Nodes;
using PalActors.Clustering.Recording;
using PalActors.Clustering.Recovery;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.Messages.Plan;
using PalActors.Seed.Experiments;
using PalActors.Seed.Plots;
using PalActors.Seed.Progress;
using PalActors.Seed.Recording;
using PalActors.Seed.Results;

namespace PalActors.Seed.Commands;

/// <summary>One run of an experiment, from the file to the plots.</summary>
public sealed class ExperimentRun(string experiment, IReadOnlyList<Override> overrides, TextWriter output, TextWriter error)
{
    /// <summary>The task of the authors' parameter files, or null.</summary>
    public string? TaskName { get; init; }

    /// <summary>Output folder, or null for a new one under runs/.</summary>
    public string? Folder { get; init; }

    /// <summary>Whether to begin anew where the folder holds a run.</summary>
    public bool Fresh { get; init; }

    /// <summary>Indicates whether a run that another build began goes on.</summary>
    public bool OtherBuild { get; init; }

    /// <summary>The command as typed, for the results.</summary>
    public string CommandLine { get; init; } = "";

    /// <summary>Whether to print digests.</summary>
    public bool Digest { get; init; }

    /// <summary>Whether to print only the result.</summary>
    public bool Quiet { get; init; }

    /// <summary>Where and how safely it computes.</summary>
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
        Experiment checkedExperiment = ExperimentSource.Read(experiment, TaskName, overrides, notes);
        string effective = ExperimentWriter.Write(checkedExperiment);
        IReadOnlyList<NetworkPlan> planned = NetworkPlans.Of(checkedExperiment);
        if (Folder is not null && !Fresh && OutputFolder.IsComplete(Folder, effective, planned))
            return ShowComplete(checkedExperiment, Folder, planned);
        IReadOnlyList<NetworkPlan> identified = ExperimentData.Identify(checkedExperiment, planned);
        using OutputFolder folder =
            OutputFolder.Claim(Folder, checkedExperiment.Name, DateTime.Now, effective, identified, Fresh, OtherBuild);
        IReadOnlyList<NetworkPlan> plans = folder.Earlier.Plans;
        Tell(notes.Concat(folder.Earlier.Notes));
        if (!Quiet)
            Report.Announce(checkedExperiment, plans, folder);

        MetricsFile metrics = new(folder.Metrics, plans, folder.Earlier.Metrics);
        using RecordingStore recording =
            new(folder.File(RecordingFiles.Folder), plans, folder.Earlier.Builds, CreateSegment);
        NetworkEvents events = new(Say) { TellsPlacement = Place.Nodes is not null };
        RunRecorder recorder = new(plans, folder.Path, metrics, recording, folder.Earlier, events);
        long begun = Stopwatch.GetTimestamp();
        try
        {
            try
            {
                NetworkPlan[] missing = [.. plans.Where(plan => !folder.Earlier.Finished.ContainsKey(plan.Network))];
                if (missing.Length > 0)
                    await SimulateAsync(checkedExperiment, missing, folder, recorder, metrics, recording, stop).ConfigureAwait(false);
                await recorder.SavedAsync().ConfigureAwait(false);
            }
            finally
            {
                // Whatever happened, every value that was measured is in metrics.csv.
                await metrics.DisposeAsync().ConfigureAwait(false);
            }

            Write(checkedExperiment, folder, recorder.Networks, Stopwatch.GetElapsedTime(begun).TotalSeconds);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RunFailedException($"{folder.Path}: the results cannot be written: {exception.Message}");
        }

        return Conclude(recorder.Networks);
    }

    /// <summary>Prints what a run would take, without running it.</summary>
    /// <returns>The exit code.</returns>
    public int Describe()
    {
        List<string> notes = [];
        Experiment read = ExperimentSource.Read(experiment, TaskName, overrides, notes);
        Tell(notes);
        DryRun.Print(output, read, NetworkPlans.Of(read), Place);
        return ExitCodes.Success;
    }

    private void Tell(IEnumerable<string> notes)
    {
        foreach (string note in notes)
            error.WriteLine($"palactors: note: {note}");
    }

    private async Task SimulateAsync(
        Experiment read, IReadOnlyList<NetworkPlan> plans, OutputFolder folder, RunRecorder recorder, MetricsFile metrics, RecordingStore recording, CancellationToken stop)
    {
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Dictionary<int, FolderKeeper> keepers = plans.ToDictionary(
            plan => plan.Network,
            plan => new FolderKeeper(
                folder.File(RunFiles.Snapshots),
                plan,
                Place.SnapshotEvery,
                Place.SharesFolder,
                folder.Earlier.Builds[plan.Network],
                line => Say(line)));
        RunSettings settings = new() { KeeperOf = plan => keepers[plan.Network], Placement = read.Placement, Execution = Place.Execution with { Pace = new MicrocircuitParameters(plans[0].Layers, plans[0].Options).Pace } };
        Task<IReadOnlyList<NetworkOutcome>> run = Task.Run(() => StartAsync(read, plans, settings, recorder, end.Token), CancellationToken.None);
        // If metrics.csv can no longer be written (a full disk), going on would only waste time.
        _ = metrics.Completion.ContinueWith(_ => end.Cancel(), CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        _ = recording.Failure.ContinueWith(_ => end.Cancel(), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        if (!Quiet)
        {
            Task showing = LiveProgress.Suits(output)
                ? new LiveProgress(output, recorder.Networks).ShowAsync(run)
                : new PlainProgress(output, recorder.Networks).ShowAsync(run);
            await showing.ConfigureAwait(false);
        }

        foreach (NetworkOutcome outcome in await run.ConfigureAwait(false))
        {
            NetworkRecord network = recorder.Networks[outcome.Plan.Network];
            if (network.Outcome is null)
                network.Finish(outcome);
        }

        foreach (FolderKeeper keeper in keepers.Values)
            keeper.Dispose();
        recording.Dispose();
        if (recording.Failure.IsCompleted)
        {
            throw new RunFailedException(
                $"{recording.Folder}: the recording cannot be written: {(await recording.Failure.ConfigureAwait(false)).Message.TrimEnd('.')}. The run ended at tick "
                + $"{string.Join(", ", recorder.Networks.Select(network => network.Tick).Distinct())}; what was recorded before opens with palactors export.");
        }
    }

    private async Task<IReadOnlyList<NetworkOutcome>> StartAsync(Experiment read, IReadOnlyList<NetworkPlan> plans, RunSettings settings, RunRecorder recorder, CancellationToken stop)
    {
        if (Place.Nodes is not { } nodes)
            return await LocalRun.RunAsync(CellModels.All, plans, settings, recorder, stop).ConfigureAwait(false);
        if (DryRun.Idle(CellModels.All.Of(plans[0]).Footprints(plans[0]), read.Placement, Place) is { } idle)
            Say(idle);
        bool complete = false;
        await using HealthPort? health = Place.HealthPort is { } port ? NodeCommand.OpenHealth(port, () => Volatile.Read(ref complete)) : null;
        ClusterSettings cluster = new()
        {
            Nodes = nodes,
            HostsAreas = Place.SeedHostsAreas,
            Remoting = Place.Remoting,
            Build = ProgramVersion.Current,
            Experiment = read.Name,
            Files = ExperimentData.Files(plans[0]),
            Say = Say,
            Complete = () => Volatile.Write(ref complete, true),
        };
        try
        {
            return await ClusterRun.RunAsync(CellModels.All, plans, settings, cluster, recorder, stop).ConfigureAwait(false);
        }
        catch (ListenException exception)
        {
            throw new InputException(exception.Message + ".");
        }
    }

    // A command that is repeated, as orchestrators do, succeeds when the run is complete.
    private int ShowComplete(Experiment read, string folder, IReadOnlyList<NetworkPlan> plans)
    {
        IReadOnlyList<NetworkRecord> networks = StoredRun.Read(folder, plans);
        if (!Quiet)
        {
            string state = networks.Any(network => network.Divergence is not null) ? "has ended" : "is complete";
            output.WriteLine($"{read.Name}: the run in {folder} {state}; this is its result.");
        }

        IEnumerable<string> files = RunFiles.All.Append(RecordingFiles.Hdf5);
        Report.Conclude(read, folder, networks, [.. files.Where(name => File.Exists(Path.Combine(folder, name)))]);
        return Conclude(networks);
    }

    // Names what diverged, and gives the exit code.
    private int Conclude(IReadOnlyList<NetworkRecord> networks)
    {
        foreach (NetworkRecord network in networks)
        {
            if (network.Divergence is { } divergence)
                Say($"{Figures.Name(network.Plan)} {DivergenceText.Of(divergence)}");
        }

        return !networks.All(network => network.HasEnded) ? ExitCodes.Interrupted
            : networks.Any(network => network.Divergence is not null) ? ExitCodes.Failed
            : ExitCodes.Success;
    }

    // What happens besides the results goes where errors go: the output stays what a script reads.
    private void Say(string line)
    {
        lock (error)
        {
            error.WriteLine($"palactors: {line}");
            error.Flush();
        }
    }

    private void Write(Experiment read, OutputFolder folder, IReadOnlyList<NetworkRecord> networks, double seconds)
    {
        RunProvenance provenance =
            new(CommandLine, DateTimeOffset.UtcNow, read, folder.Earlier.Plans, folder.Earlier.Builds);
        ResultsFile.Write(folder.File(RunFiles.Results), provenance, networks, seconds);
        List<string> files = [RunFiles.Experiment, RunFiles.Metrics, RunFiles.Results, .. DrawingLibrary.Try("plots", () => RunPlots.Draw(folder.File, read.Name, networks), error)];
        foreach (string line in RunPlots.NotDrawn(networks))
            Say(line);
        if (networks.Any(network => network.Plan.Recordings.Length > 0))
        {
            ExportReport export = RecordingExport.Write(folder.Path, RecordingExport.Formats[0], folder.File(RecordingFiles.Hdf5));
            if (export.Damage.Count > 0)
                throw new RunFailedException($"{export.Damage[0]} Someone else changed the recording during the run; what is intact is in {export.Path}.");
            files.Add(RecordingFiles.Hdf5);
        }

        Report.Conclude(read, folder.Path, networks, files);
    }
}
