using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Clustering.Membership;
using PalActors.Clustering.Recording;
using PalActors.Clustering.Recovery;
using PalActors.Clustering.Remoting;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.Clustering.Snapshots;
using PalActors.Lab.Experiments;
using PalActors.Lab.Planning;
using PalActors.Lab.Results;
using PalActors.Lab.Weights;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Runs;

/// <content>The simulation: here, or over nodes.</content>
public sealed partial class ExperimentRun
{
    private async Task SimulateAsync(Session session, CancellationToken stop)
    {
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using StopRequest request = new(session.Folder.Path, end.Cancel);
        Dictionary<int, SnapshotKeeper> keepers =
            session.Plans.ToDictionary(plan => plan.Network, plan => Keeper(session, plan));
        RunSettings settings = new()
        {
            KeeperOf = plan => keepers[plan.Network],
            StartOf = session.Weights is null ? null : session.Weights.StartOf,
            Placement = session.Read.Placement,
            Status = Status,
            IsWatched = Listener.WantsState,
            ObserveTicksOf = plan => session.Recorder.Epochs?.TicksOf(plan) ?? [],
            Execution = ExecutionTable.Bind(session.Read, Place.Execution),
            Log = Log,
            Configuration = Place.Overrides.Text,
        };
        FolderClaim claim = session.Folder.Claimed;
        Task<IReadOnlyList<NetworkOutcome>> run = LostClaim.EndAsync(
            Task.Run(() => StartAsync(session, settings, end.Token), CancellationToken.None), claim, end);
        _ = LostClaim.TellAsync(claim, Listener.FolderLost);
        // If files can no longer be written (a full disk), going on would only waste time.
        EndAfter(session.Metrics.Completion, TaskContinuationOptions.OnlyOnFaulted, end);
        EndAfter(session.Recording.Failure, TaskContinuationOptions.None, end);
        IReadOnlyList<NetworkRecord> networks = session.Recorder.Networks;
        await Listener.WatchAsync(networks, run).ConfigureAwait(false);
        foreach (NetworkOutcome outcome in await run.ConfigureAwait(false))
        {
            NetworkRecord network = networks[outcome.Plan.Network];
            if (network.Outcome is null)
                network.Finish(outcome);
        }

        foreach (SnapshotKeeper keeper in keepers.Values)
            keeper.Dispose();
        session.Recording.Dispose();
        await CheckRecordingAsync(session.Recording, networks).ConfigureAwait(false);
    }

    private SnapshotKeeper Keeper(Session session, NetworkPlan plan) => new(
        session.Folder.File(RunFiles.Snapshots),
        plan,
        Place.SnapshotEvery,
        Place.SharesFolder,
        session.Folder.Earlier.Builds[plan.Network],
        Listener.Event,
        session.Limits,
        session.Folder.Claimed.Files);

    private static void EndAfter(Task task, TaskContinuationOptions options, CancellationTokenSource end) =>
        _ = task.ContinueWith(_ => end.Cancel(), CancellationToken.None, options, TaskScheduler.Default);

    private static async Task CheckRecordingAsync(RecordingStore recording, IReadOnlyList<NetworkRecord> networks)
    {
        if (!recording.Failure.IsCompleted)
            return;
        string problem = (await recording.Failure.ConfigureAwait(false)).Message.TrimEnd('.');
        throw new RunFailedException(
            $"{recording.Folder}: the recording cannot be written: {problem}. The run ended at tick "
            + $"{string.Join(", ", networks.Select(network => network.Tick).Distinct())}; "
            + "what was recorded before can be exported.");
    }

    private async Task<IReadOnlyList<NetworkOutcome>> StartAsync(
        Session session, RunSettings settings, CancellationToken stop)
    {
        (Experiment read, IReadOnlyList<NetworkPlan> plans) = (session.Read, session.Plans);
        if (Place.Nodes is not { } nodes)
            return await LocalRun.RunAsync(models, plans, settings, session.Recorder, stop).ConfigureAwait(false);
        if (NodeSeats.Idle(read.Graph, read.Cells.Footprints(plans[0]), read.Placement, Place) is { } idle)
            Listener.Event(idle);
        bool complete = false;
        await using HealthPort? health =
            Place.HealthPort is { } port ? HealthPorts.Open(port, () => Volatile.Read(ref complete)) : null;
        ClusterSettings cluster = Cluster(nodes, read) with
        {
            Files = DataFiles.Of(plans[0]),
            Listening = (host, port) => Listener.Listening(nodes, host, port),
            Patience = session.Folder.GoesOn ? Place.Patience : null,
            Complete = () => Volatile.Write(ref complete, true),
        };
        try
        {
            return await ClusterRun.RunAsync(models, plans, settings, cluster, session.Recorder, stop)
                .ConfigureAwait(false);
        }
        catch (ListenException exception)
        {
            throw ListenFailures.Of(exception);
        }
    }

    private ClusterSettings Cluster(int nodes, Experiment read) => new()
    {
        Nodes = nodes,
        HostsAreas = Place.SeedHostsAreas,
        Remoting = Place.Remoting,
        Build = ProgramVersion.Current,
        Experiment = read.Name,
        Say = Listener.Event,
        Log = Log,
    };

    private sealed record Session(
        Experiment Read,
        IReadOnlyList<NetworkPlan> Plans,
        OutputFolder Folder,
        RunRecorder Recorder,
        MetricsFile Metrics,
        RecordingStore Recording,
        SnapshotLimits Limits,
        StartingWeights? Weights);
}
