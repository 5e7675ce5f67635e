using Akka.Actor;
using Akka.Cluster;
using PalActors.Areas.Actors;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Membership;

/// <content>Accepts or refuses registrations.</content>
public sealed partial class SeedMembers
{
    private void Take(Enrol enrol)
    {
        // Whether the node would have fitted does not matter any more.
        if (_farewell is not null)
        {
            Sender.Tell(_farewell.Word, Self);
            return;
        }

        if (Problem(enrol) is { } problem)
        {
            // A node asks again every second until it has the answer.
            if (_refused.Add((Sender.Path.Address, problem)))
                _say($"node {enrol.Name} is refused: {problem}");
            Sender.Tell(new Refused(problem), Self);
            return;
        }

        if (_data is not null && enrol.DataHash.Length == 0)
        {
            Sender.Tell(new IdentifyData(_data), Self);
            return;
        }

        Address address = Sender.Path.Address;
        bool before = _enrolled.TryGetValue(address, out (string Name, IActorRef Enrolment) entry);
        bool known = before && entry.Enrolment.Equals(Sender);
        _enrolled[address] = (enrol.Name, Sender);
        _admissions.Add(address);
        Sender.Tell(new Enrolled(_incarnation, _experiment), Self);
        if (known)
            return;
        if (before)
            Replaced(address);
        // The node may have become a member before its registration came.
        foreach (Member member in _cluster.State.Members.Where(member => member.Status == MemberStatus.Up))
        {
            if (member.Address == address)
                AddNode(member);
        }
    }

    private string? Problem(Enrol enrol)
    {
        if (enrol.Protocol != Enrol.CurrentProtocol)
        {
            return $"the seed has version {Enrol.CurrentProtocol} of the protocol between nodes, "
                + $"this node version {enrol.Protocol}";
        }

        if (enrol.Build.PlugIns != _build.PlugIns)
        {
            return $"the seed has {_build.DescribePlugIns()}, this node {enrol.Build.DescribePlugIns()}; "
                + "both must have the same files as plug-ins";
        }

        if (enrol.Build.Hash != _build.Hash)
            return $"the seed is palactors {_build}, this node {enrol.Build}; both must be the same build";
        if (enrol.Experiment.Length > 0 && enrol.Experiment != _experiment)
            return $"the seed runs {_experiment}, this node was started for {enrol.Experiment}";
        return _data is null || enrol.DataHash is "" or Enrol.NoData
            ? null
            : _data.DifferenceFrom(enrol.DataHash);
    }

    // An actor system drops messages to another name than its own: send the node this seed's name.
    private void Introduce(Address node)
    {
        Address own = _cluster.SelfAddress;
        if (own.Host is not null && own.Port is { } port)
        {
            ActorPath enrolment = new RootActorPath(node) / "user" / NodeEnrolment.Name;
            Context.System.At(enrolment).Tell(new SeedName(own.Host, port), Self);
        }
    }
}
