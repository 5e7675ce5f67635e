using Akka.Actor;
using Akka.Cluster;

namespace PalActors.Clustering.Nodes;

/// <summary>Decides what becomes of members that do not answer: the seed goes on, and others follow it.</summary>
/// <remarks>
/// There is one clock, on the seed, so only the seed removes members, and never itself; a node that does not hear the
/// seed ends its own part and looks for the seed anew. Akka's own resolver may remove the seed as well: after a pause
/// of its process it and the nodes each think the other unreachable, which that resolver takes for members that are
/// connected indirectly, and removes them all.
/// </remarks>
public sealed class SeedDecides : IDowningProvider
{
    // Time for which the unreachable members must stay the same.
    private static readonly TimeSpan s_stableAfter = TimeSpan.FromSeconds(3);

    /// <summary>Makes the provider, as Akka.Cluster does.</summary>
    /// <param name="system">The actor system.</param>
    /// <param name="cluster">Its cluster.</param>
    public SeedDecides(ActorSystem system, Akka.Cluster.Cluster cluster) => _ = (system, cluster);

    /// <inheritdoc/>
    public TimeSpan DownRemovalMargin => TimeSpan.Zero;

    /// <inheritdoc/>
    public Props DowningActorProps => Props.Create(() => new Downing());

    private sealed class Downing : UntypedActor, IWithTimers
    {
        private readonly Akka.Cluster.Cluster _cluster = Akka.Cluster.Cluster.Get(Context.System);
        private readonly HashSet<UniqueAddress> _unreachable = [];
        private readonly bool _isSeed =
            Akka.Cluster.Cluster.Get(Context.System).SelfRoles.Contains(ClusterConfiguration.SeedRole);

        public ITimerScheduler Timers { get; set; } = null!;

        protected override void PreStart() => _cluster.Subscribe(
            Self, ClusterEvent.SubscriptionInitialStateMode.InitialStateAsEvents,
            typeof(ClusterEvent.IReachabilityEvent), typeof(ClusterEvent.MemberRemoved));

        protected override void PostStop() => _cluster.Unsubscribe(Self);

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case ClusterEvent.UnreachableMember lost when Counts(lost.Member):
                    Changed(_unreachable.Add(lost.Member.UniqueAddress));
                    break;
                case ClusterEvent.ReachableMember back:
                    Changed(_unreachable.Remove(back.Member.UniqueAddress));
                    break;
                case ClusterEvent.MemberRemoved removed:
                    Changed(_unreachable.Remove(removed.Member.UniqueAddress));
                    break;
                case Stable:
                    Decide();
                    break;
                case ClusterEvent.IClusterDomainEvent:
                    break;
                default:
                    Unhandled(message);
                    break;
            }
        }

        // Other nodes are the seed's business.
        private bool Counts(Member member) =>
            !member.UniqueAddress.Equals(_cluster.SelfUniqueAddress)
            && (_isSeed || member.HasRole(ClusterConfiguration.SeedRole));

        private void Changed(bool isNews)
        {
            if (!isNews)
                return;
            if (_unreachable.Count == 0)
                Timers.Cancel(nameof(Stable));
            else
                Timers.StartSingleTimer(nameof(Stable), Stable.Instance, s_stableAfter);
        }

        private void Decide()
        {
            if (_isSeed)
            {
                foreach (UniqueAddress member in _unreachable)
                    _cluster.Down(member.Address);
                return;
            }

            // Another node may not hear the seed while this one does; it is then the one to leave.
            if (_unreachable.All(seed => _cluster.FailureDetector.IsMonitoring(seed.Address)
                && _cluster.FailureDetector.IsAvailable(seed.Address)))
            {
                Timers.StartSingleTimer(nameof(Stable), Stable.Instance, s_stableAfter);
            }
            else
            {
                _cluster.Down(_cluster.SelfAddress);
            }
        }

        private sealed class Stable : INotInfluenceReceiveTimeout, INoSerializationVerificationNeeded
        {
            public static Stable Instance { get; } = new();
        }
    }
}
