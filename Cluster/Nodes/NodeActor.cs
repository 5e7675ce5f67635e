using System.Globalization;
using Akka.Actor;
using PalActors.Areas.Actors;
using PalActors.Areas.Model.Networks;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Clustering.Nodes;

/// <summary>One node: hosts areas of networks as a clock asks for them.</summary>
public sealed class NodeActor : UntypedActor
{
    private readonly Func<NetworkPlan, INetworkBuilder> _build;
    private readonly FrameFaults? _faults;

    /// <summary>Makes the node.</summary>
    /// <param name="build">Binds plans to networks.</param>
    /// <param name="faults">Faults of its links, for tests, or null.</param>
    public NodeActor(Func<NetworkPlan, INetworkBuilder> build, FrameFaults? faults)
    {
        _build = build;
        _faults = faults;
    }

    /// <inheritdoc/>
    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case HostAreas host:
                Context.ActorOf(Props.Create(() => new NetworkHost(host, _build, _faults, Sender)), Name(host.Plan.Network, host.Generation));
                break;
            case ReleaseAreas release:
                Context.Stop(Context.Child(Name(release.Network, release.Generation)));
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private static string Name(int network, int generation) => string.Create(CultureInfo.InvariantCulture, $"network-{network}-g{generation}");
}
