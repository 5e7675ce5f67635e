using System.Collections.Concurrent;
using Akka.Actor;

namespace PalActors.Clustering.Wire;

/// <summary>Addresses of the nodes that may join the cluster at this node; safe for several threads.</summary>
/// <remarks>The seed lists those that it has enrolled. On other nodes the list is empty: nobody joins there.</remarks>
public sealed class Admissions : IExtension
{
    private readonly ConcurrentDictionary<Address, bool> _addresses = new();

    /// <summary>The list of an actor system.</summary>
    public static Admissions Of(ActorSystem system) => Provider.Instance.Apply(system);

    /// <summary>Lets a node join.</summary>
    public void Add(Address node) => _addresses[node] = true;

    /// <summary>Checks whether a node may join.</summary>
    public bool Has(Address node) => _addresses.ContainsKey(node);

    private sealed class Provider : ExtensionIdProvider<Admissions>
    {
        public static Provider Instance { get; } = new();

        public override Admissions CreateExtension(ExtendedActorSystem system) => new();
    }
}
