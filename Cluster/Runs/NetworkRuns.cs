using System.Collections.Concurrent;
using System.Diagnostics;
using Akka.Actor;
using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Nodes;
using PalActors.Clustering.Recovery;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Snapshots;
using PalActors.Clustering.Telemetry;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Runs;

/// <summary>Runs networks on the nodes of an actor system, as many side by side as there are lanes.</summary>
/// <remarks>
/// A network takes one generation or several: when a node is lost, the next generation goes on from the last snapshot
/// on the nodes that are left, or on a spare.
/// </remarks>
internal sealed partial class NetworkRuns(
    ActorSystem system, ModelRegistry models, INodes nodes, RunSettings settings, IRunObserver observer)
{
    // Generations of a network that may begin at the same tick because a host ended on a node that is still there.
    private const int MostInVain = 3;

    private static readonly TimeSpan s_untilGone = TimeSpan.FromSeconds(10);

    /// <summary>The actor that watches those that the run cannot do without.</summary>
    public IActorRef Watch { get; } =
        system.ActorOf(Props.Create(() => new RunWatch(RunWatch.UsualInterval)), "watch");

    /// <summary>Runs the networks until they end or are stopped.</summary>
    /// <returns>Outcomes in the order of the plans; those not begun are left out.</returns>
    /// <exception cref="RunFailedException">A network failed; the others are stopped.</exception>
    public async Task<IReadOnlyList<NetworkOutcome>> RunAsync(
        IReadOnlyList<NetworkPlan> plans, int lanes, CancellationToken stop)
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

    // Null if it was stopped where its state could not be captured.
    private async Task<NetworkOutcome?> RunNetworkAsync(NetworkPlan plan, int lane, CancellationToken halt)
    {
        INetworkKeeper? keeper = settings.KeeperOf?.Invoke(plan);
        int inVain = 0;
        long lastStart = -1;
        for (int attempt = 1; ; attempt++)
        {
            using Activity? span = Instruments.Spans.StartActivity(
                "generation", ActivityKind.Internal, default(ActivityContext), NetworkMeter.Tags(plan));
            try
            {
                IReadOnlyList<NodeRef> seats = await nodes.GatherAsync(attempt == 1, halt).ConfigureAwait(false);
                int generation =
                    keeper is null ? attempt : await keeper.NextGenerationAsync().ConfigureAwait(false);
                LoadedSnapshot? from = keeper is null ? null : await keeper.NewestAsync().ConfigureAwait(false);
                from ??= settings.StartOf?.Invoke(plan);
                long start = from?.Tick ?? 0;
                inVain = start == lastStart ? inVain : 0;
                lastStart = start;
                span?.SetTag("palactors.generation", generation).SetTag("palactors.tick", start);
                // Only the clock holds the states, until it has sent them.
                return await RunGenerationAsync(SetUp(plan, lane, generation, seats, keeper, from), halt)
                    .ConfigureAwait(false);
            }
            catch (NodeLostException lost)
            {
                span?.SetStatus(ActivityStatusCode.Error, lost.Message);
                observer.Lost(plan.Network, lost.Seat.Name);
                bool stays = lost.OnlyHost && !await IsGoneAsync(lost.Seat, halt).ConfigureAwait(false);
                if (stays && ++inVain == MostInVain)
                {
                    throw new RunFailedException(
                        $"Network {plan.Network} (seed {plan.Seed}) cannot go on: its host on node {lost.Seat.Name} "
                        + $"ended {MostInVain} times at tick {lastStart}, and the node is still there");
                }
            }
            catch (OperationCanceledException) when (halt.IsCancellationRequested)
            {
                return null;
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException
                or InvalidDataException or SnapshotMismatchException or FileVersionException)
            {
                throw new RunFailedException(
                    $"Network {plan.Network} (seed {plan.Seed}) cannot go on: {exception.Message}");
            }
        }
    }

    // A host that ends usually means that its node is about to leave.
    private async Task<bool> IsGoneAsync(NodeRef seat, CancellationToken halt)
    {
        TaskCompletionSource gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
        nodes.Gone += Gone;
        try
        {
            if (!nodes.Has(seat))
                return true;
            await Task.WhenAny(gone.Task, Task.Delay(s_untilGone, halt)).ConfigureAwait(false);
            return gone.Task.IsCompleted;
        }
        finally
        {
            nodes.Gone -= Gone;
        }

        void Gone(NodeRef which)
        {
            if (which == seat)
                gone.TrySetResult();
        }
    }
}
