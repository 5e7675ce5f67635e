using Akka.Actor;
using Akka.Cluster;
using PalActors.Clustering.Remoting;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Membership;

/// <summary>Actor of an area node that registers it with the seed and joins the seed's cluster.</summary>
/// <remarks>
/// It repeats the registration periodically. It ends the session when the seed refuses, when the run is over, when the
/// seed leaves, and when another incarnation of the seed answers: its cluster is another one, and a live actor system
/// never changes clusters.
/// </remarks>
public sealed partial class NodeEnrolment : UntypedActor, IWithTimers
{
    /// <summary>Name of the actor under the user guardian.</summary>
    public const string Name = "enrolment";

    /// <summary>Name of the seed's actor, <see cref="SeedMembers"/>.</summary>
    public const string SeedName = "members";

    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(1);

    private readonly Func<DataIdentity, string?> _hashData;
    private readonly Address _seed;
    private readonly TaskCompletionSource<SessionEnd> _end;
    private readonly Action<SessionState> _changed;
    private readonly Action<NodeAddress> _named;
    private readonly Akka.Cluster.Cluster _cluster = Akka.Cluster.Cluster.Get(Context.System);
    private Enrol _enrol;
    private long _incarnation;
    private bool _identifying;
    private bool _hinted;

    /// <summary>Makes the actor.</summary>
    /// <param name="enrol">Registration that it sends to the seed.</param>
    /// <param name="hashData">Computes the hash of this machine's copy of data that come as files.</param>
    /// <param name="seed">The seed's address.</param>
    /// <param name="changed">Receives the progress of the session.</param>
    /// <param name="named">Receives the name that a seed at the address has, if it is another one.</param>
    /// <param name="end">Completed with the end of the session.</param>
    public NodeEnrolment(
        Enrol enrol, Func<DataIdentity, string?> hashData, Address seed, Action<SessionState> changed,
        Action<NodeAddress> named, TaskCompletionSource<SessionEnd> end)
    {
        _hashData = hashData;
        _enrol = enrol;
        _seed = seed;
        _changed = changed;
        _named = named;
        _end = end;
    }

    /// <inheritdoc/>
    public ITimerScheduler Timers { get; set; } = null!;

    /// <inheritdoc/>
    protected override void PreStart()
    {
        _cluster.Subscribe(
            Self,
            ClusterEvent.SubscriptionInitialStateMode.InitialStateAsEvents,
            typeof(ClusterEvent.MemberUp),
            typeof(ClusterEvent.MemberRemoved));
        Timers.StartPeriodicTimer(nameof(AskSeed), AskSeed.Instance, TimeSpan.Zero, s_interval);
    }

    /// <inheritdoc/>
    protected override void PostStop() => _cluster.Unsubscribe(Self);

    /// <inheritdoc/>
    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case AskSeed:
                Ask();
                break;
            case Identified identified:
                _enrol = _enrol with { DataHash = identified.Hash };
                Ask();
                break;
            case SeedName name:
                TakeHint(name);
                break;
            case Enrolled or IdentifyData or Refused or RunOver when Sender.Path.Address != _seed:
                // Only the seed decides about this node.
                break;
            case IdentifyData identify:
                Identify(identify.Data);
                break;
            case Enrolled enrolled when _incarnation == 0:
                _incarnation = enrolled.Incarnation;
                _changed(SessionState.Enrolled);
                _cluster.Join(_seed);
                break;
            case Enrolled enrolled when enrolled.Incarnation != _incarnation:
                _end.TrySetResult(new SessionEnd(SessionEndKind.SeedLost, "the seed was started again"));
                break;
            case Enrolled:
                break;
            case ClusterEvent.MemberUp up when up.Member.UniqueAddress.Equals(_cluster.SelfUniqueAddress):
                _changed(SessionState.Joined);
                break;
            case ClusterEvent.MemberRemoved removed when removed.Member.Address == _seed:
                // It left in an orderly way and nobody told this node that the run is over.
                _end.TrySetResult(new SessionEnd(SessionEndKind.SeedLost, "the seed has left"));
                break;
            case ClusterEvent.IMemberEvent:
                break;
            case Refused refused:
                _end.TrySetResult(new SessionEnd(SessionEndKind.Refused, refused.Reason));
                break;
            case RunOver over:
                Sender.Tell(new RunOverHeard(), Self);
                _end.TrySetResult(
                    new SessionEnd(over.Success ? SessionEndKind.RunOver : SessionEndKind.RunFailed, over.Reason));
                break;
            default:
                Unhandled(message);
                break;
        }
    }
}
