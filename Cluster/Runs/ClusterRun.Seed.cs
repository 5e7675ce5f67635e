using System.Diagnostics;
using Akka.Actor;
using PalActors.Clustering.Membership;
using PalActors.Clustering.Nodes;
using PalActors.Clustering.Recovery;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Runs;

/// <content>Starts the seed node, waits for area nodes, and ends their work.</content>
public static partial class ClusterRun
{
    // A node that misses the end of the run finds the seed gone, looks for it, and gives up in time.
    private static readonly TimeSpan s_farewell = TimeSpan.FromSeconds(5);

    // The phases of an orderly shutdown take 5 to 10 s at most each; usually all of it takes two.
    private static readonly TimeSpan s_leave = TimeSpan.FromSeconds(20);

    private static ActorSystem Start(RunSettings settings, ClusterSettings cluster, int lanes)
    {
        string[] roles = cluster.HostsAreas
            ? [ClusterConfiguration.SeedRole, ClusterConfiguration.AreaRole]
            : [ClusterConfiguration.SeedRole];
        return ClusterConfiguration.Start(
            roles, cluster.Remoting, lanes, settings.ThreadsPerNetwork ?? 1, settings.Configuration,
            settings.Log);
    }

    private static Props Membership(NodeRegistry board, ClusterSettings cluster)
    {
        DataIdentity? data = cluster.Files;
        long incarnation = Random.Shared.NextInt64(1, long.MaxValue);
        return Props.Create(() => new SeedMembers(
            board, cluster.Build, cluster.Experiment, cluster.Say, data, incarnation));
    }

    // A node that is gone for good must not leave a restarted seed waiting for ever.
    private static async Task WaitAsync(NodeRegistry board, ClusterSettings cluster, CancellationToken stop)
    {
        Task gathered = board.GatherAsync(first: true, stop);
        Stopwatch waiting = Stopwatch.StartNew();
        TimeSpan? patience = cluster.Patience;
        while (true)
        {
            // Once patience is over there is nobody at all to go on with: remind only.
            TimeSpan? left = patience - waiting.Elapsed;
            bool isLast = left <= cluster.RemindEvery && left > TimeSpan.Zero;
            if (await WithinAsync(gathered, isLast ? left!.Value : cluster.RemindEvery, stop).ConfigureAwait(false)
                || stop.IsCancellationRequested)
            {
                break;
            }

            int here = board.Count;
            string state = $"{here} of {cluster.Nodes} nodes are here";
            if ((isLast || left <= TimeSpan.Zero) && board.SettleForPresent())
            {
                string those = here == 0 ? "in this process alone" : "with them";
                cluster.Say($"{state} after {TimeText.Of(waiting.Elapsed)}: the run goes on {those}");
                break;
            }

            string others = here == 0 ? ""
                : patience is not null ? $"; the run goes on with them after {TimeText.Of(patience.Value)}"
                : $"; a seed that asks for {here} goes on with {(here == 1 ? "this one" : "these")}";
            cluster.Say($"still waiting: {state}{others}");
        }

        await gathered.ConfigureAwait(false);
    }

    private static async Task<bool> WithinAsync(Task task, TimeSpan time, CancellationToken stop) =>
        await Task.WhenAny(task, Task.Delay(time, stop)).ConfigureAwait(false) == task;

    // Where the actor system was ended by someone else there is nothing to leave, and an actor that hangs would keep it
    // for ever.
    private static async Task LeaveAsync(ActorSystem system)
    {
        if (system.WhenTerminated.IsCompleted)
            return;
        Task left = CoordinatedShutdown.Get(system).Run(CoordinatedShutdown.ClrExitReason.Instance);
        await Task.WhenAny(left, Task.Delay(s_leave)).ConfigureAwait(false);
        await Task.WhenAny(system.Terminate(), Task.Delay(s_leave)).ConfigureAwait(false);
    }

    private static async Task FarewellAsync(IActorRef members, RunOver end)
    {
        TaskCompletionSource acknowledged = new(TaskCreationOptions.RunContinuationsAsynchronously);
        members.Tell(new SeedMembers.Farewell(end, acknowledged));
        await Task.WhenAny(acknowledged.Task, Task.Delay(s_farewell)).ConfigureAwait(false);
    }
}
