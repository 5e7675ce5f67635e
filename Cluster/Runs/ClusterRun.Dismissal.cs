using Akka.Actor;
using PalActors.Clustering.Membership;
using PalActors.Clustering.Nodes;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Runs;

/// <content>A run that was complete before: nodes that wait for it are told so.</content>
public static partial class ClusterRun
{
    /// <summary>Tells nodes that ask for the run that it is over.</summary>
    /// <param name="cluster">Settings of the cluster, with the number of nodes to tell.</param>
    /// <param name="limit">Longest time to listen for them.</param>
    /// <param name="stop">Ends it early.</param>
    /// <returns>True if as many nodes as the settings name know it.</returns>
    /// <exception cref="ListenException">The port cannot be had.</exception>
    public static async Task<bool> DismissAsync(ClusterSettings cluster, TimeSpan limit, CancellationToken stop)
    {
        ActorSystem system =
            ClusterConfiguration.Start([ClusterConfiguration.SeedRole], cluster.Remoting, lanes: 1, 1, "");
        try
        {
            IActorRef members =
                system.ActorOf(Membership(new NodeRegistry(cluster.Nodes, null), cluster), NodeEnrolment.SeedName);
            Address own = Akka.Cluster.Cluster.Get(system).SelfAddress;
            cluster.Listening?.Invoke(own.Host, own.Port!.Value);
            TaskCompletionSource told = new(TaskCreationOptions.RunContinuationsAsynchronously);
            members.Tell(
                new SeedMembers.Farewell(new RunOver(Success: true, "the run is over"), told, cluster.Nodes));
            await Task.WhenAny(told.Task, Task.Delay(limit, stop)).ConfigureAwait(false);
            return told.Task.IsCompleted;
        }
        finally
        {
            await system.Terminate().ConfigureAwait(false);
        }
    }
}
