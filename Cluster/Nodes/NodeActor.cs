using System.Globalization;
using Akka.Actor;
using PalActors.Areas.Actors;
using PalActors.Areas.Contract.Models;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Nodes;

/// <summary>Actor of a node: opens a host per network and generation, as clocks ask for them.</summary>
public sealed class NodeActor : UntypedActor
{
    private readonly ModelRegistry _models;
    private readonly SpareThreads _spare;
    private readonly string? _sharedFolder;
    private readonly Address? _seed;
    private readonly Dictionary<int, (long Run, int Generation)> _newest = [];

    /// <summary>Makes the node.</summary>
    /// <param name="models">The cell models.</param>
    /// <param name="spare">Threads that areas may use besides their own.</param>
    /// <param name="sharedFolder">
    /// Path of the shared folder on this node; null for the path that the clock names.
    /// </param>
    /// <param name="seed">Address of the clocks that it serves; null for this very actor system.</param>
    public NodeActor(ModelRegistry models, SpareThreads spare, string? sharedFolder = null, Address? seed = null)
    {
        _models = models;
        _spare = spare;
        _sharedFolder = sharedFolder;
        _seed = seed;
    }

    /// <inheritdoc/>
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(_ => Directive.Stop);

    /// <inheritdoc/>
    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case OpenHost or ReleaseAreas when !IsSeed(Sender):
                // Only clocks of this run may open and release hosts.
                break;
            case OpenHost open when open is { Network: >= 0, Generation: >= 1, Node: >= 0, Lane: >= 0 }:
                Open(open);
                break;
            case ReleaseAreas release:
                Context.Stop(Context.Child(Name(release.Network, release.Generation)));
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    private bool IsSeed(IActorRef sender) => _seed is null ? sender.IsHere() : sender.Path.Address == _seed;

    private void Open(OpenHost open)
    {
        (long run, int generation) = _newest.GetValueOrDefault(open.Network);
        // Ignore a late request of an older generation.
        if (run == open.Run && open.Generation < generation)
            return;
        string name = Name(open.Network, open.Generation);
        if (run == open.Run && open.Generation == generation)
        {
            IActorRef host = Context.Child(name);
            if (host.IsNobody())
                Sender.Tell(new HostEnded(open.Network, open.Generation, open.Node), Self);
            else
                host.Forward(open);
            return;
        }

        if (generation > 0)
            Context.Stop(Context.Child(Name(open.Network, generation)));
        // A host of another run may still be stopping; the clock asks again until this name is free.
        if (!Context.Child(name).IsNobody())
            return;
        _newest[open.Network] = (open.Run, open.Generation);
        IActorRef clock = Sender;
        Context.ActorOf(Props.Create(() => new NetworkHost(open, _models, _spare, _sharedFolder, clock)), name);
    }

    private static string Name(int network, int generation) =>
        string.Create(CultureInfo.InvariantCulture, $"network-{network}-g{generation}");
}
