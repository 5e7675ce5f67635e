using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.Remote;
using PalActors.Clustering.Nodes;
using PalActors.Messages.Control;

namespace PalActors.Cluster.Tests.Nodes;

/// <summary>
/// An actor system with our transport that is no member of the cluster and sends arbitrary messages to any path.
/// </summary>
internal sealed class Attacker : IAsyncDisposable
{
    private const string Configuration = FailureLog.Configuration + """

        akka.actor {
          serializers {
            json = "PalActors.Cluster.Tests.Nodes.HostileJsonSerializer, PalActors.Cluster.Tests"
            hyperion = "PalActors.Cluster.Tests.Nodes.HostileControlSerializer, PalActors.Cluster.Tests"
            palactors-frame = "PalActors.Cluster.Tests.Nodes.HostileFrameSerializer, PalActors.Cluster.Tests"
            unknown = "PalActors.Cluster.Tests.Nodes.HostileUnknownSerializer, PalActors.Cluster.Tests"
          }
          serialization-bindings {
            "PalActors.Cluster.Tests.Nodes.RawControl, PalActors.Cluster.Tests" = hyperion
            "PalActors.Cluster.Tests.Nodes.RawFrame, PalActors.Cluster.Tests" = palactors-frame
            "PalActors.Cluster.Tests.Nodes.RawJson, PalActors.Cluster.Tests" = json
            "PalActors.Cluster.Tests.Nodes.RawUnknown, PalActors.Cluster.Tests" = unknown
          }
        }
        """;

    private readonly ActorSystem _system = ClusterConfiguration.Start(
        [ClusterConfiguration.AreaRole], new RemotingOptions(), 1, 1, Configuration);
    private readonly IActorRef _self;

    public Attacker()
    {
        _self = _system.ActorOf(Props.Create(() => new Ear()), "ear");
        IActorRef watch = _system.ActorOf(Props.Create(() => new ConnectionWatch(Broken)), "watch");
        _system.EventStream.Subscribe(watch, typeof(RemotingLifecycleEvent));
    }

    /// <summary>Events of connections, except their beginnings.</summary>
    public ConcurrentQueue<string> Broken { get; } = new();

    /// <summary>Address of an actor system at a port of this machine.</summary>
    public static Address At(int port) => new("akka.tcp", ActorSystems.Name, "127.0.0.1", port);

    /// <summary>Sends to a path, with or without a sender.</summary>
    public void Send(Address address, string path, object message, bool named) =>
        _system.ActorSelection(new RootActorPath(address) / path.Split('/'))
            .Tell(message, named ? _self : ActorRefs.NoSender);

    /// <summary>Ends an actor by a system message.</summary>
    public async Task TerminateAsync(Address address, string path)
    {
        IActorRef actor = await _system.ActorSelection(new RootActorPath(address) / path.Split('/'))
            .ResolveOne(ClusterFixture.Limit);
        ((IInternalActorRef)actor).SendSystemMessage(new Terminate());
    }

    /// <summary>
    /// Gets the incarnations of the actors at a path of two nodes. They answer only after everything that was sent to
    /// their nodes before has been read there.
    /// </summary>
    public Task<string[]> GreetedAsync(Address first, Address second, string path) =>
        Task.WhenAll(GreetAsync(first, path), GreetAsync(second, path));

    public async ValueTask DisposeAsync() => await _system.Terminate().WaitAsync(ClusterFixture.Limit);

    private async Task<string> GreetAsync(Address address, string path)
    {
        ActorSelection who = _system.ActorSelection(new RootActorPath(address) / path.Split('/'));
        ActorIdentity identity = await who.Ask<ActorIdentity>(new Identify(path), ClusterFixture.Limit);
        await who.Ask<HelloBack>(new Hello("who is there"), ClusterFixture.Limit);
        return identity.Subject.Path.ToSerializationFormat();
    }

    // Any answer of the attacked actors.
    private sealed class Ear : UntypedActor
    {
        protected override void OnReceive(object message)
        {
        }
    }

    private sealed class ConnectionWatch(ConcurrentQueue<string> broken) : UntypedActor
    {
        protected override void OnReceive(object message)
        {
            if (message is not (AssociatedEvent or RemotingListenEvent))
                broken.Enqueue($"{message.GetType().Name}: {message}");
        }
    }
}
