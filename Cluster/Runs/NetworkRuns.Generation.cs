using System.Globalization;
using Akka.Actor;
using PalActors.Clustering.Clock;
using PalActors.Clustering.Nodes;
using PalActors.Clustering.Placement;
using PalActors.Clustering.Recording;
using PalActors.Clustering.Recovery;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Snapshots;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Runs;

/// <content>Runs one generation of a network.</content>
internal sealed partial class NetworkRuns
{
    // Time for a stopped network to reach a common tick before it is abandoned.
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private async Task<NetworkOutcome> RunGenerationAsync(NetworkClockSetup setup, CancellationToken halt)
    {
        NetworkPlan plan = setup.Plan;
        Task<NetworkOutcome> result = setup.Result.Task;
        IActorRef clock = system.ActorOf(
            Props.Create(() => new NetworkClock(setup)),
            string.Create(CultureInfo.InvariantCulture, $"clock-{plan.Network}-g{setup.Generation}"));
        Watch.Tell(new RunWatch.Watch(clock, $"the clock of network {plan.Network} (seed {plan.Seed})", Failed));
        nodes.Gone += Gone;
        try
        {
            // Nodes that were lost before the line above have raised no event here.
            foreach (NodeRef seat in setup.Seats.Where(seat => !nodes.Has(seat)))
                Gone(seat);
            await using CancellationTokenRegistration registration =
                halt.Register(() => clock.Tell(NetworkClock.Stop.Instance));
            // The run may be stopped while the clock waits for nodes that never answer.
            await Task.WhenAny(result, StoppedFor(s_patience, halt, result)).ConfigureAwait(false);
            if (result.IsCompleted)
                return await result.ConfigureAwait(false);
            system.Stop(clock);
            throw new OperationCanceledException(halt);
        }
        finally
        {
            nodes.Gone -= Gone;
        }

        void Gone(NodeRef seat) => clock.Tell(new NetworkClock.Lost(seat));

        // Where the clock has ended in an orderly way, the result is there already.
        void Failed(string reason) => setup.Result.TrySetException(new RunFailedException(reason));
    }

    // Places the areas, tells the observer, and makes the settings of the clock.
    private NetworkClockSetup SetUp(
        NetworkPlan plan, int lane, int generation, IReadOnlyList<NodeRef> seats, INetworkKeeper? keeper,
        LoadedSnapshot? from)
    {
        double[] costs = [.. PlanFootprints.Of(models, plan).Select(area => area.Cost)];
        (NodeRef[] used, int[] nodeOfArea) = SeatPlan.Make(plan.Graph, costs, seats, settings.Placement);
        string[] placement = [.. SeatPlan.Describe(plan.Graph, used, nodeOfArea, seats)];
        NodeAreas[] places =
        [
            .. SeatPlan.Places(plan.Graph, used, nodeOfArea)
                .Select(place => new NodeAreas(place.Seat.Name, [.. place.Areas.Select(plan.Graph.Name)])),
        ];
        settings.Status.Placed(plan, generation, from?.Tick ?? 0, places);
        observer.Restored(plan.Network, generation, from?.Tick ?? 0, placement);
        return new NetworkClockSetup
        {
            Plan = plan,
            Generation = generation,
            Lane = lane,
            Seats = used,
            NodeOfArea = nodeOfArea,
            HorizonTime = settings.HorizonTime,
            LongestHorizon = RecordingVolume.LongestHorizon(plan, models.Of(plan)),
            Observer = observer,
            Result = new TaskCompletionSource<NetworkOutcome>(TaskCreationOptions.RunContinuationsAsynchronously),
            StartTick = from?.Tick ?? 0,
            Start = new Queue<AreaSnapshot>(from?.Areas ?? []),
            Keeper = keeper,
            Execution = settings.Execution,
            ObserveTicks = settings.ObserveTicksOf(plan),
            Observed = settings.Observed,
            IsWatched = settings.IsWatched,
            ShuffleStart = settings.ShuffleStart,
        };
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
