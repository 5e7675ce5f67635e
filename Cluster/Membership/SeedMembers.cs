using Akka.Actor;
using Akka.Cluster;
using Akka.Remote;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Membership;

/// <summary>Actor of the seed that accepts or refuses nodes before they join the cluster.</summary>
/// <remarks>
/// A refused node gets the reason. The cluster reports to it which nodes are up and which are gone. At the end it
/// reports to all nodes that the run is over.
/// </remarks>
public sealed partial class SeedMembers : UntypedActor, IWithTimers
{
    private readonly MemberBoard _board;
    private readonly BuildIdentity _build;
    private readonly string _experiment;
    private readonly DataIdentity? _data;
    private readonly Action<string> _say;
    private readonly long _incarnation;
    private readonly Akka.Cluster.Cluster _cluster = Akka.Cluster.Cluster.Get(Context.System);
    private readonly Dictionary<Address, (string Name, IActorRef Enrolment)> _enrolled = [];
    private readonly HashSet<(Address, string)> _refused = [];

    /// <summary>Makes the actor.</summary>
    /// <param name="board">List of nodes that it keeps up to date.</param>
    /// <param name="build">Build of the program that nodes must have.</param>
    /// <param name="experiment">Name of the experiment.</param>
    /// <param name="say">Takes a line for people.</param>
    /// <param name="data">Data that come as files, which must be the same on all nodes, or null.</param>
    /// <param name="incarnation">Distinguishes this seed's process from others at the same address.</param>
    public SeedMembers(
        MemberBoard board, BuildIdentity build, string experiment, Action<string> say, DataIdentity? data,
        long incarnation)
    {
        _board = board;
        _build = build;
        _experiment = experiment;
        _say = say;
        _data = data;
        _incarnation = incarnation;
    }

    /// <inheritdoc/>
    public ITimerScheduler Timers { get; set; } = null!;

    /// <inheritdoc/>
    protected override void PreStart()
    {
        _cluster.Subscribe(
            Self, ClusterEvent.SubscriptionInitialStateMode.InitialStateAsEvents, typeof(ClusterEvent.IMemberEvent));
        Context.System.EventStream.Subscribe(Self, typeof(AssociatedEvent));
    }

    /// <inheritdoc/>
    protected override void PostStop()
    {
        Context.System.EventStream.Unsubscribe(Self);
        _cluster.Unsubscribe(Self);
    }

    /// <inheritdoc/>
    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case Enrol enrol:
                Take(enrol);
                break;
            case AssociatedEvent { IsInbound: true } connected:
                Introduce(connected.RemoteAddress);
                break;
            case AssociatedEvent:
                break;
            case ClusterEvent.MemberUp up:
                AddNode(up.Member);
                break;
            case ClusterEvent.MemberLeft or ClusterEvent.MemberExited or ClusterEvent.MemberDowned
                or ClusterEvent.MemberRemoved:
                RemoveNode(((ClusterEvent.IMemberEvent)message).Member);
                break;
            case ClusterEvent.IMemberEvent:
                break;
            case Farewell farewell:
                Begin(farewell);
                break;
            case FarewellDue:
                SendFarewell();
                break;
            case RunOverHeard:
                Acknowledged();
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private void Take(Enrol enrol)
    {
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

        if (_farewell is not null)
        {
            Sender.Tell(_farewell.Word, Self);
            return;
        }

        Address address = Sender.Path.Address;
        bool known = _enrolled.TryGetValue(address, out (string Name, IActorRef Enrolment) entry)
            && entry.Enrolment.Equals(Sender);
        _enrolled[address] = (enrol.Name, Sender);
        Sender.Tell(new Enrolled(_incarnation, _experiment), Self);
        if (known)
            return;
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
            Context.System.ActorSelection(enrolment).Tell(new SeedName(own.Host, port), Self);
        }
    }
}
