using System.Globalization;
using Akka.Actor;
using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Membership;
using PalActors.Clustering.Nodes;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Runs;

/// <summary>A run over several nodes: this process is the seed, with the clocks, the keeper and the recorder; area nodes come to it.</summary>
public static class ClusterRun
{
    // Who does not hear the farewell finds the seed gone, looks for it, and gives up in time.
    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(5);

    /// <summary>Waits for the nodes and runs the networks until they end or are stopped.</summary>
    /// <param name="models">The cell models.</param>
    /// <param name="plans">The networks.</param>
    /// <param name="settings">How to use this machine.</param>
    /// <param name="cluster">How to use others.</param>
    /// <param name="observer">Who watches.</param>
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
        using ActorSystem system = Start(settings, cluster, lanes);
        RunOver word = new(Success: false, "the seed failed");
        IActorRef? members = null;
        MemberBoard? board = null;
        try
        {
            Akka.Cluster.Cluster self = Akka.Cluster.Cluster.Get(system);
            int rows = settings.RowThreads ?? LaneRule.RowThreads(lanes, 1, Environment.ProcessorCount);
            SpareThreads spare = new(rows, DrawsAhead: false);
            IActorRef node = system.ActorOf(Props.Create(() => new NodeActor(models, spare, null, null)), "node");
            NodeSeat own = new("seed", self.SelfAddress, self.SelfUniqueAddress.Uid, node, IsLocal: true);
            board = new MemberBoard(cluster.Nodes, cluster.HostsAreas ? own : null);
            board.Changed += (what, count) => cluster.Say(string.Create(CultureInfo.InvariantCulture, $"{what}: {count} of {cluster.Nodes} nodes"));
            DataIdentity? data = cluster.Files;
            long incarnation = Random.Shared.NextInt64(1, long.MaxValue);
            Props membership = Props.Create(() => new SeedMembers(
                board, cluster.Build, cluster.Experiment, cluster.Say, data, incarnation));
            members = system.ActorOf(membership, NodeEnrolment.SeedName);
            await self.JoinAsync(self.SelfAddress, stop).ConfigureAwait(false);
            cluster.Listening?.Invoke(self.SelfAddress.Host, self.SelfAddress.Port!.Value);
            cluster.Say(string.Create(
                CultureInfo.InvariantCulture,
                $"seed at {self.SelfAddress.Host}:{self.SelfAddress.Port}; waiting for {cluster.Nodes} node{(cluster.Nodes == 1 ? "" : "s")}: palactors node --join {self.SelfAddress.Host}:{self.SelfAddress.Port}"));
            await WaitAsync(board, cluster, stop).ConfigureAwait(false);
            cluster.Complete?.Invoke();
            IReadOnlyList<NetworkOutcome> outcomes = await new NetworkRuns(system, models, board, settings, observer).RunAsync(plans, lanes, stop).ConfigureAwait(false);
            word = new RunOver(Success: true, stop.IsCancellationRequested ? "the run was stopped" : "the run is over");
            return outcomes;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            word = new RunOver(Success: true, "the run was stopped");
            return [];
        }
        catch (RunFailedException failed)
        {
            word = new RunOver(Success: false, failed.Message);
            throw;
        }
        finally
        {
            board?.Close();
            if (members is not null)
                await FarewellAsync(members, word).ConfigureAwait(false);
            await CoordinatedShutdown.Get(system).Run(CoordinatedShutdown.ClrExitReason.Instance).ConfigureAwait(false);
        }
    }

    // A node that is gone for good must not leave a restarted seed waiting in silence.
    private static async Task WaitAsync(MemberBoard board, ClusterSettings cluster, CancellationToken stop)
    {
        Task gathered = board.GatherAsync(first: true, stop);
        while (await Task.WhenAny(gathered, Task.Delay(cluster.RemindEvery, stop)).ConfigureAwait(false) != gathered)
        {
            if (stop.IsCancellationRequested)
                break;
            int here = board.Count;
            string others = here > 0 ? $"; --nodes {here} goes on with {(here == 1 ? "this one" : "these")}" : "";
            cluster.Say($"still waiting: {here} of {cluster.Nodes} nodes are here{others}");
        }

        await gathered.ConfigureAwait(false);
    }

    private static ActorSystem Start(RunSettings settings, ClusterSettings cluster, int lanes)
    {
        string[] roles = cluster.HostsAreas ? [ClusterConfiguration.SeedRole, ClusterConfiguration.AreaRole] : [ClusterConfiguration.SeedRole];
        return ClusterConfiguration.Start(roles, cluster.Remoting, lanes, settings.ThreadsPerNetwork ?? 1, settings.Configuration);
    }

    private static async Task FarewellAsync(IActorRef members, RunOver word)
    {
        TaskCompletionSource heard = new(TaskCreationOptions.RunContinuationsAsynchronously);
        members.Tell(new SeedMembers.Farewell(word, heard));
        await Task.WhenAny(heard.Task, Task.Delay(s_farewell)).ConfigureAwait(false);
    }
}
