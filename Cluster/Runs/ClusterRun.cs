using System.Diagnostics;
using System.Globalization;
using Akka.Actor;
using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Lanes;
using PalActors.Clustering.Membership;
using PalActors.Clustering.Nodes;
using PalActors.Clustering.Remoting;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Telemetry;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Runs;

/// <summary>Runs networks over several nodes, with this process as the seed node.</summary>
/// <remarks>The seed node has the clocks, the keeper and the recorder; area nodes join it.</remarks>
public static partial class ClusterRun
{
    /// <summary>Waits for the nodes and runs the networks until they end or are stopped.</summary>
    /// <param name="models">The cell models.</param>
    /// <param name="plans">The networks.</param>
    /// <param name="settings">Settings of the run on this machine.</param>
    /// <param name="cluster">Settings of the cluster.</param>
    /// <param name="observer">Observer of the run.</param>
    /// <param name="stop">Stops every network at a tick boundary common to its areas.</param>
    /// <returns>Outcomes in the order of the plans.</returns>
    /// <exception cref="RunFailedException">A network failed.</exception>
    /// <exception cref="ListenException">The port cannot be had.</exception>
    public static async Task<IReadOnlyList<NetworkOutcome>> RunAsync(
        ModelRegistry models,
        IReadOnlyList<NetworkPlan> plans,
        RunSettings settings,
        ClusterSettings cluster,
        IRunObserver observer,
        CancellationToken stop)
    {
        int lanes = Math.Clamp(settings.Lanes, 1, plans.Count);
        using Activity? span = Instruments.StartRun(plans, cluster.Nodes);
        RunStatus status = settings.Status;
        ActorSystem system = Start(settings, cluster, lanes);
        RunOver end = new(Success: false, "the seed failed");
        IActorRef? members = null;
        NodeRegistry? board = null;
        try
        {
            Akka.Cluster.Cluster self = Akka.Cluster.Cluster.Get(system);
            SpareThreads spare = LaneRule.Spare(lanes, 1, Environment.ProcessorCount, settings.RowThreads);
            IActorRef node = system.ActorOf(Props.Create(() => new NodeActor(models, spare, null, null)), "node");
            NodeRef own = new("seed", self.SelfAddress, self.SelfUniqueAddress.Uid, node, IsLocal: true);
            board = new NodeRegistry(cluster.Nodes, cluster.HostsAreas ? own : null);
            board.Changed += (what, count) => cluster.Say(
                string.Create(CultureInfo.InvariantCulture, $"{what}: {count} of {cluster.Nodes} nodes"));
            board.Changed += (_, count) => Instruments.Nodes.Record(count);
            board.Changed += (_, _) => status.Gathered(board.Names);
            Instruments.Nodes.Record(0);
            status.Wait(cluster.Nodes);
            members = system.ActorOf(Membership(board, cluster), NodeEnrolment.SeedName);
            await self.JoinAsync(self.SelfAddress, stop).ConfigureAwait(false);
            cluster.Listening?.Invoke(own.Address.Host, own.Address.Port!.Value);
            await WaitAsync(board, cluster, stop).ConfigureAwait(false);
            status.Enter(RunPhase.Running);
            cluster.Complete?.Invoke();
            NetworkRuns runs =
                new(system, models, board, settings, new MeteredObserver(observer, models, plans, status));
            SeedWatch watch = new(system, members, runs.Watch);
            IReadOnlyList<NetworkOutcome> outcomes =
                await watch.RunAsync(halt => runs.RunAsync(plans, lanes, halt), stop).ConfigureAwait(false);
            end = new RunOver(Success: true, stop.IsCancellationRequested ? "the run was stopped" : "the run is over");
            return outcomes;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            end = new RunOver(Success: true, "the run was stopped");
            return [];
        }
        catch (RunFailedException failed)
        {
            end = new RunOver(Success: false, failed.Message);
            throw;
        }
        finally
        {
            status.Enter(RunPhase.Over);
            board?.Close();
            if (members is not null)
                await FarewellAsync(members, end).ConfigureAwait(false);
            await LeaveAsync(system).ConfigureAwait(false);
        }
    }
}
