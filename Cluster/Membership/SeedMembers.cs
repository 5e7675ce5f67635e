using Akka.Actor;
using Akka.Cluster;
using Akka.Remote;
using PalActors.Clustering.Wire;
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
    private readonly NodeRegistry _board;
    private readonly BuildIdentity _build;
    private readonly string _experiment;
    private readonly DataIdentity? _data;
    private readonly Action<string> _say;
    private readonly long _incarnation;
    private readonly Akka.Cluster.Cluster _cluster = Akka.Cluster.Cluster.Get(Context.System);
    private readonly Admissions _admissions = Admissions.Of(Context.System);
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
        NodeRegistry board, BuildIdentity build, string experiment, Action<string> say, DataIdentity? data,
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
        Context.System.EventStream.Subscribe(Self, typeof(DisassociatedEvent));
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
            case DisassociatedEvent broken:
                Disconnected(broken.RemoteAddress);
                break;
            case Probed probed:
                Lose(probed);
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
}
