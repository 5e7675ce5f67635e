using System.Diagnostics;
using System.Threading.Channels;
using Akka.Actor;
using PalActors.Clustering.Membership;
using PalActors.Clustering.Nodes;
using PalActors.Clustering.Remoting;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Runs;

/// <content>A run that was complete before: nodes that wait for it are told so.</content>
public static partial class ClusterRun
{
    // Spares are started together with the nodes that were asked for.
    private static readonly TimeSpan s_spares = TimeSpan.FromSeconds(5);

    /// <summary>Tells nodes that ask for the run that it is over.</summary>
    /// <remarks>Once as many as the settings name know it, it listens for spares for some more seconds.</remarks>
    /// <param name="cluster">Settings of the cluster, with the number of nodes to tell.</param>
    /// <param name="limit">Longest time to listen.</param>
    /// <param name="stop">Ends it early.</param>
    /// <returns>Number of nodes that know it.</returns>
    /// <exception cref="ListenException">The port cannot be had.</exception>
    public static async Task<int> DismissAsync(ClusterSettings cluster, TimeSpan limit, CancellationToken stop)
    {
        ActorSystem system =
            ClusterConfiguration.Start([ClusterConfiguration.SeedRole], cluster.Remoting, 1, 1, log: cluster.Log);
        try
        {
            IActorRef members =
                system.ActorOf(Membership(new NodeRegistry(cluster.Nodes, null), cluster), NodeEnrolment.SeedName);
            Channel<int> heard = Channel.CreateUnbounded<int>();
            members.Tell(new SeedMembers.Farewell(
                new RunOver(Success: true, "the run is over"),
                new TaskCompletionSource(),
                count => heard.Writer.TryWrite(count)));
            Address own = Akka.Cluster.Cluster.Get(system).SelfAddress;
            cluster.Listening?.Invoke(own.Host, own.Port!.Value);
            return await CountAsync(heard.Reader, cluster.Nodes, limit, stop).ConfigureAwait(false);
        }
        finally
        {
            await system.Terminate().ConfigureAwait(false);
        }
    }

    private static async Task<int> CountAsync(
        ChannelReader<int> heard, int wanted, TimeSpan limit, CancellationToken stop)
    {
        Stopwatch listening = Stopwatch.StartNew();
        int count = 0;
        while (true)
        {
            TimeSpan left = limit - listening.Elapsed;
            if (count >= wanted && left > s_spares)
                left = s_spares;
            if (left <= TimeSpan.Zero || stop.IsCancellationRequested)
                return count;
            using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(stop);
            end.CancelAfter(left);
            try
            {
                count = await heard.ReadAsync(end.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return count;
            }
        }
    }
}
