using System.Collections.Concurrent;
using Akka.Actor;
using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Nodes;
using PalActors.Clustering.Recovery;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Snapshots;
using PalActors.Messages.Control;
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
    /// <summary>Ticks after which areas are observed.</summary>
    public IReadOnlyList<long> ObserveTicks { get; init; } = [];

    /// <summary>Receives the states that were observed.</summary>
    public Action<AreaState>? Observed { get; init; }

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
        for (int attempt = 1; ; attempt++)
        {
            try
            {
                IReadOnlyList<NodeRef> seats = await nodes.GatherAsync(attempt == 1, halt).ConfigureAwait(false);
                int generation = keeper?.NextGeneration() ?? attempt;
                LoadedSnapshot? from = keeper is null ? null : await keeper.NewestAsync().ConfigureAwait(false);
                return await RunGenerationAsync(plan, lane, generation, seats, keeper, from, halt)
                    .ConfigureAwait(false);
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
                throw new RunFailedException(
                    $"Network {plan.Network} (seed {plan.Seed}) cannot go on: {exception.Message}");
            }
        }
    }
}
