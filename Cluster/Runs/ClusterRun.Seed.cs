using System.Globalization;
using Akka.Actor;
using PalActors.Clustering.Membership;
using PalActors.Clustering.Nodes;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Runs;

/// <content>Starts the seed node, waits for area nodes, and ends their work.</content>
public static partial class ClusterRun
{
    // A node that misses the end of the run finds the seed gone, looks for it, and gives up in time.
    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(5);

    private static ActorSystem Start(RunSettings settings, ClusterSettings cluster, int lanes)
    {
        string[] roles = cluster.HostsAreas
            ? [ClusterConfiguration.SeedRole, ClusterConfiguration.AreaRole]
            : [ClusterConfiguration.SeedRole];
        return ClusterConfiguration.Start(
            roles, cluster.Remoting, lanes, settings.ThreadsPerNetwork ?? 1, settings.Configuration);
    }

    private static Props Membership(NodeRegistry board, ClusterSettings cluster)
    {
        DataIdentity? data = cluster.Files;
        long incarnation = Random.Shared.NextInt64(1, long.MaxValue);
        return Props.Create(() => new SeedMembers(
            board, cluster.Build, cluster.Experiment, cluster.Say, data, incarnation));
    }

    private static void Announce(Address own, ClusterSettings cluster)
    {
        cluster.Listening?.Invoke(own.Host, own.Port!.Value);
        string s = cluster.Nodes == 1 ? "" : "s";
        cluster.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"seed at {own.Host}:{own.Port}; waiting for {cluster.Nodes} node{s}: "
            + $"palactors node --join {own.Host}:{own.Port}"));
    }

    // Remind: a node that is gone for good must not leave a restarted seed waiting in silence.
    private static async Task WaitAsync(NodeRegistry board, ClusterSettings cluster, CancellationToken stop)
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

    private static async Task FarewellAsync(IActorRef members, RunOver end)
    {
        TaskCompletionSource acknowledged = new(TaskCreationOptions.RunContinuationsAsynchronously);
        members.Tell(new SeedMembers.Farewell(end, acknowledged));
        await Task.WhenAny(acknowledged.Task, Task.Delay(s_farewell)).ConfigureAwait(false);
    }
}
