using Akka.Actor;

namespace PalActors.Clustering.Nodes;

/// <summary>Networks of which an actor system hosts areas, for whoever asks; safe for several threads.</summary>
public sealed class HostedNetworks : IExtension
{
    private readonly Lock _lock = new();
    private readonly List<HostedNetwork> _networks = [];

    /// <summary>The list of an actor system.</summary>
    public static HostedNetworks Of(ActorSystem system) => Provider.Instance.Apply(system);

    /// <summary>All of them, in order.</summary>
    public IReadOnlyList<HostedNetwork> All
    {
        get
        {
            lock (_lock)
                return [.. _networks.OrderBy(network => network.Network).ThenBy(network => network.Generation)];
        }
    }

    /// <summary>Adds the areas of a generation.</summary>
    public void Add(HostedNetwork network)
    {
        lock (_lock)
            _networks.Add(network);
    }

    /// <summary>Removes the areas of a generation.</summary>
    public void Remove(int network, int generation)
    {
        lock (_lock)
            _networks.RemoveAll(hosted => (hosted.Network, hosted.Generation) == (network, generation));
    }

    private sealed class Provider : ExtensionIdProvider<HostedNetworks>
    {
        public static Provider Instance { get; } = new();

        public override HostedNetworks CreateExtension(ExtendedActorSystem system) => new();
    }
}

/// <summary>Areas of a network that a node hosts.</summary>
/// <param name="Network">Number of the network.</param>
/// <param name="Generation">Generation of its actors.</param>
/// <param name="Areas">Names of the areas.</param>
public sealed record HostedNetwork(int Network, int Generation, IReadOnlyList<string> Areas);
