using Akka.Actor;
using Akka.Cluster;
using Akka.Remote;
using PalActors.Clustering.Nodes;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Membership;

/// <summary>
/// On the seed: takes nodes in, or refuses them with a reason, before they join the cluster; hears from the cluster who is up and who is gone; and at the end tells everyone that the run is over.
/// </summary>
public sealed class SeedMembers : UntypedActor, IWithTimers
{
    private static readonly TimeSpan s_farewellInterval = TimeSpan.FromMilliseconds(300);

    private readonly MemberBoard _board;
    private readonly BuildIdentity _build;
    private readonly string _experiment;
    private readonly DataIdentity? _data;
    private readonly Action<string> _say;
    private readonly long _incarnation;
    private readonly Akka.Cluster.Cluster _cluster = Akka.Cluster.Cluster.Get(Context.System);
    private readonly Dictionary<Address, (string Name, IActorRef Enrolment)> _enrolled = [];
    private readonly HashSet<Address> _listening = [];
    private readonly HashSet<(Address, string)> _refused = [];
    private Farewell? _farewell;

    /// <summary>Makes the actor.</summary>
    /// <param name="board">What it keeps up to date.</param>
    /// <param name="build">Build of the program that nodes must have.</param>
    /// <param name="experiment">Name of the experiment.</param>
    /// <param name="say">Takes a line for people.</param>
    /// <param name="data">Data that come as files, which nodes must have the same of, or null.</param>
    /// <param name="incarnation">Tells this seed's process from others at the same address.</param>
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

    /// <summary>A word of this node's own run: say to all nodes that it is over, and complete when all have heard it.</summary>
    public sealed record Farewell(RunOver Word, TaskCompletionSource Done) : INoSerializationVerificationNeeded;

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
                Seat(up.Member);
                break;
            case ClusterEvent.MemberLeft or ClusterEvent.MemberExited or ClusterEvent.MemberDowned or ClusterEvent.MemberRemoved:
                Unseat(((ClusterEvent.IMemberEvent)message).Member);
                break;
            case ClusterEvent.IMemberEvent:
                break;
            case Farewell farewell:
                _farewell = farewell;
                Timers.StartPeriodicTimer(nameof(SayFarewell), SayFarewell.Instance, s_farewellInterval);
                Say();
                break;
            case SayFarewell:
                Say();
                break;
            case RunOverHeard:
                _listening.Remove(Sender.Path.Address);
                if (_listening.Count == 0)
                    _farewell?.Done.TrySetResult();
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
        bool known = _enrolled.TryGetValue(address, out (string Name, IActorRef Enrolment) entry) && entry.Enrolment.Equals(Sender);
        _enrolled[address] = (enrol.Name, Sender);
        Sender.Tell(new Enrolled(_incarnation, _experiment), Self);
        if (known)
            return;
        // It may have become a member before its word came.
        foreach (Member member in _cluster.State.Members.Where(member => member.Status == MemberStatus.Up && member.Address == address))
            Seat(member);
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

    // Messages to another name than its own never reach an actor system, which drops them.
    private void Introduce(Address node)
    {
        Address own = _cluster.SelfAddress;
        if (own.Host is not null && own.Port is { } port)
        {
            ActorPath enrolment = new RootActorPath(node) / "user" / NodeEnrolment.Name;
            Context.System.ActorSelection(enrolment).Tell(new SeedName(own.Host, port), Self);
        }
    }

    private void Seat(Member member)
    {
        if (member.Address == _cluster.SelfAddress || !member.HasRole(ClusterConfiguration.AreaRole) || !_enrolled.TryGetValue(member.Address, out (string Name, IActorRef Enrolment) entry))
            return;
        ActorSelection node = Context.System.ActorSelection(new RootActorPath(member.Address) / "user" / "node");
        _board.Add(new NodeSeat(entry.Name, member.Address, member.UniqueAddress.Uid, node, IsLocal: false));
    }

    private void Unseat(Member member)
    {
        _board.Remove(seat => seat.Address == member.Address && seat.Identity == member.UniqueAddress.Uid);
        if (_listening.Remove(member.Address) && _listening.Count == 0)
            _farewell?.Done.TrySetResult();
    }

    private void Say()
    {
        if (_farewell is null)
            return;
        if (_listening.Count == 0 && !_farewell.Done.Task.IsCompleted)
            _listening.UnionWith(_cluster.State.Members.Where(member => _enrolled.ContainsKey(member.Address)).Select(member => member.Address));
        if (_listening.Count == 0)
            _farewell.Done.TrySetResult();
        foreach (Address address in _listening)
            _enrolled[address].Enrolment.Tell(_farewell.Word, Self);
    }

    private sealed class SayFarewell : INotInfluenceReceiveTimeout, INoSerializationVerificationNeeded
    {
        public static SayFarewell Instance { get; } = new();
    }
}
