using Akka.Actor;
using Akka.Cluster;
using PalActors.Areas.Actors;
using PalActors.Clustering.Nodes;

namespace PalActors.Clustering.Membership;

/// <content>Members of the cluster on the list of nodes.</content>
public sealed partial class SeedMembers
{
    private void AddNode(Member member)
    {
        if (member.Address == _cluster.SelfAddress
            || !member.HasRole(ClusterConfiguration.AreaRole)
            || !_enrolled.TryGetValue(member.Address, out (string Name, IActorRef Enrolment) entry))
        {
            return;
        }

        IActorRef node = Context.System.At(new RootActorPath(member.Address) / "user" / "node");
        _board.Add(new NodeRef(entry.Name, member.Address, member.UniqueAddress.Uid, node, IsLocal: false));
    }

    private void RemoveNode(Member member)
    {
        _board.Remove(seat => seat.Address == member.Address && seat.Identity == member.UniqueAddress.Uid);
        if (_unacknowledged.Remove(member.Address))
            CompleteFarewell();
    }
}
