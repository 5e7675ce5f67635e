using System.Collections.Concurrent;
using System.Globalization;
using Akka.Actor;
using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Clock;
using PalActors.Clustering.Nodes;
using PalActors.Clustering.Placement;
using PalActors.Clustering.Recording;
using PalActors.Clustering.Recovery;
using PalActors.Clustering.Snapshots;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Runs;

/// <summary>
/// Networks on the nodes of an actor system, as many side by side as there are lanes, each over as many generations as it takes: when a node is lost, its network's next generation goes on from
/// the last snapshot on the nodes that are left, or on a spare.
/// </summary>
internal sealed class NetworkRuns(
    ActorSystem system, ModelRegistry models, INodes nodes, RunSettings settings, IRunObserver observer)
{
    // How long a network may take to come to a common tick before it is left as it is.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    /// <summary>Ticks after which areas are observed.</summary>
    public IReadOnlyList<long> ObserveTicks { get; init; } = [];

    /// <summary>Takes what was observed.</summary>
    public Action<AreaState>? Observed { get; init; }

    /// <summary>Runs the networks until they end or are stopped.</summary>
    /// <returns>Outcomes in the order of the plans; those not begun are left out.</returns>
    /// <exception cref="RunFailedException">A network failed; the others are stopped.</exception>
    public async Task<IReadOnlyList<NetworkOutcome>> RunAsync(IReadOnlyList<NetworkPlan> plans, int lanes, CancellationToken stop)
    {
        using CancellationTokenSource halt = CancellationTokenSource.CreateLinkedTokenSource(stop);
        ConcurrentQueue<NetworkPlan> waiting = new(plans);
        ConcurrentDictionary<int, NetworkOutcome> outcomes = new();
        await Task.WhenAll(Enumerable.Range(0, lanes).Select(RunLane)).ConfigureAwait(false);
        return [.. plans.Where(p => outcomes.ContainsKey(p.Network)).Select(p => outcomes[p.Network])];

        async Task RunLane(int lane)
        {
            while (!halt.IsCancellationRequested && waiting.TryDequeue(out NetworkPlan? plan))
            {
                try
                {
                    if (await RunNetworkAsync(plan, lane, halt.Token).ConfigureAwait(false) is { } outcome)
                        outcomes[plan.Network] = outcome;
                }
                catch (Exception)
                {
                    await halt.CancelAsync().ConfigureAwait(false);
                    throw;
                }
            }
        }
    }

    // Null if it was stopped where it could not tell its state any more.
    private async Task<NetworkOutcome?> RunNetworkAsync(NetworkPlan plan, int lane, CancellationToken halt)
    {
        INetworkKeeper? keeper = settings.KeeperOf?.Invoke(plan);
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                IReadOnlyList<NodeSeat> seats = await nodes.GatherAsync(attempt == 1, halt).ConfigureAwait(false);
                int generation = keeper?.NextGeneration() ?? attempt;
                LoadedSnapshot? from = keeper is null ? null : await keeper.NewestAsync().ConfigureAwait(false);
                return await RunGenerationAsync(plan, lane, generation, seats, keeper, from, halt).ConfigureAwait(false);
            }
            catch (NodeLostException lost)
            {
                observer.Lost(plan.Network, lost.Seat.Name);
            }
            catch (OperationCanceledException) when (halt.IsCancellationRequested)
            {
                return null;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException
                or InvalidDataException or SnapshotMismatchException or FileVersionException)
            {
                throw new RunFailedException($"Network {plan.Network} (seed {plan.Seed}) cannot go on: {exception.Message}");
            }
        }
    }

    private async Task<NetworkOutcome> RunGenerationAsync(
        NetworkPlan plan, int lane, int generation, IReadOnlyList<NodeSeat> seats, INetworkKeeper? keeper, LoadedSnapshot? from, CancellationToken halt)
    {
        IAreaModel model = models.Of(plan);
        double[] costs = [.. model.Footprints(plan).Select(area => area.Cost)];
        (NodeSeat[] used, int[] nodeOfArea) = SeatPlan.Make(costs, seats, settings.Placement);
        observer.Restored(plan.Network, generation, from?.Tick ?? 0, [.. SeatPlan.Describe(used, nodeOfArea)]);
        NetworkClockSetup setup = new()
        {
            Plan = plan,
            Generation = generation,
            Lane = lane,
            Seats = used,
            NodeOfArea = nodeOfArea,
            HorizonTime = settings.HorizonTime,
            LongestHorizon = RecordingVolume.LongestHorizon(plan, model.Observables),
            Observer = observer,
            Result = new TaskCompletionSource<NetworkOutcome>(TaskCreationOptions.RunContinuationsAsynchronously),
            StartTick = from?.Tick ?? 0,
            Start = from?.Areas ?? [],
            Keeper = keeper,
            Execution = settings.Execution,
            ObserveTicks = ObserveTicks,
            Observed = Observed,
            ShuffleStart = settings.ShuffleStart,
        };
        IActorRef clock = system.ActorOf(
            Props.Create(() => new NetworkClock(setup)), string.Create(CultureInfo.InvariantCulture, $"clock-{plan.Network}-g{generation}"));
        nodes.Gone += Gone;
        try
        {
            // Whoever went before the line above has told nobody.
            foreach (NodeSeat seat in used.Where(seat => !nodes.Has(seat)))
                Gone(seat);
            await using CancellationTokenRegistration registration = halt.Register(() => clock.Tell(NetworkClock.Stop.Instance));
            // A stop can come while nodes are still being talked to that never answer.
            await Task.WhenAny(setup.Result.Task, StoppedFor(s_patience, halt, setup.Result.Task)).ConfigureAwait(false);
            if (setup.Result.Task.IsCompleted)
                return await setup.Result.Task.ConfigureAwait(false);
            system.Stop(clock);
            throw new OperationCanceledException(halt);
        }
        finally
        {
            nodes.Gone -= Gone;
        }

        void Gone(NodeSeat seat) => clock.Tell(new NetworkClock.Lost(seat));
    }

    private static async Task StoppedFor(TimeSpan time, CancellationToken halt, Task over)
    {
        TaskCompletionSource halted = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await using CancellationTokenRegistration registration = halt.Register(() => halted.TrySetResult());
        await Task.WhenAny(halted.Task, over).ConfigureAwait(false);
        if (!over.IsCompleted)
            await Task.WhenAny(Task.Delay(time, CancellationToken.None), over).ConfigureAwait(false);
    }
}
