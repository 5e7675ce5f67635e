using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Dispatch.SysMsg;
using Akka.Remote;
using PalActors.Areas.Actors;
using PalActors.Clustering.Nodes;
using PalActors.Clustering.Remoting;
using PalActors.Messages.Control;

namespace PalActors.Cluster.Tests.Nodes;

/// <summary>
/// An actor system with our transport that is no member of the cluster and sends arbitrary messages to any path.
/// </summary>
internal sealed class Attacker : IAsyncDisposable
{
    private const string Configuration = """
        akka.actor {
          serializers {
            json = "PalActors.Cluster.Tests.Nodes.HostileJsonSerializer, PalActors.Cluster.Tests"
            hyperion = "PalActors.Cluster.Tests.Nodes.HostileControlSerializer, PalActors.Cluster.Tests"
            palactors-frame = "PalActors.Cluster.Tests.Nodes.HostileFrameSerializer, PalActors.Cluster.Tests"
            akka-containers = "PalActors.Cluster.Tests.Nodes.HostileSelectionSerializer, PalActors.Cluster.Tests"
            unknown = "PalActors.Cluster.Tests.Nodes.HostileUnknownSerializer, PalActors.Cluster.Tests"
            hostile-bytes = "Akka.Serialization.ByteArraySerializer, Akka"
            hostile-create = "Akka.Remote.Serialization.DaemonMsgCreateSerializer, Akka.Remote"
            hostile-misc = "Akka.Remote.Serialization.MiscMessageSerializer, Akka.Remote"
            hostile-primitive = "Akka.Remote.Serialization.PrimitiveSerializers, Akka.Remote"
            hostile-system = "Akka.Remote.Serialization.SystemMessageSerializer, Akka.Remote"
            akka-cluster = "Akka.Cluster.Serialization.ClusterMessageSerializer, Akka.Cluster"
          }
          serialization-settings.hostile-primitive.use-legacy-behavior = on
          serialization-bindings {
            "System.Byte[]" = hostile-bytes
            "System.String" = hostile-primitive
            "System.Int32" = hostile-primitive
            "System.Int64" = hostile-primitive
            "Akka.Remote.DaemonMsgCreate, Akka.Remote" = hostile-create
            "Akka.Actor.PoisonPill, Akka" = hostile-misc
            "Akka.Actor.Kill, Akka" = hostile-misc
            "Akka.Actor.Identify, Akka" = hostile-misc
            "Akka.Actor.Status+Failure, Akka" = hostile-misc
            "Akka.Dispatch.SysMsg.SystemMessage, Akka" = hostile-system
            "PalActors.Cluster.Tests.Nodes.RawControl, PalActors.Cluster.Tests" = hyperion
            "PalActors.Cluster.Tests.Nodes.RawFrame, PalActors.Cluster.Tests" = palactors-frame
            "PalActors.Cluster.Tests.Nodes.RawJson, PalActors.Cluster.Tests" = json
            "PalActors.Cluster.Tests.Nodes.RawSelection, PalActors.Cluster.Tests" = akka-containers
            "PalActors.Cluster.Tests.Nodes.RawUnknown, PalActors.Cluster.Tests" = unknown
          }
        }
        """;

    private readonly ActorSystem _system;
    private readonly IActorRef _self;

    public Attacker(FailureLog? failures = null)
    {
        _system = ClusterConfiguration.Start(
            [ClusterConfiguration.AreaRole],
            new RemotingOptions(),
            1,
            1,
            (failures ?? new FailureLog()).Configuration + Configuration);
        _self = _system.ActorOf(Props.Create(() => new Ear(Heard)), "ear");
        IActorRef watch = _system.ActorOf(Props.Create(() => new ConnectionWatch(Broken)), "watch");
        _system.EventStream.Subscribe(watch, typeof(RemotingLifecycleEvent));
    }

    /// <summary>Events of connections, except their beginnings.</summary>
    public ConcurrentQueue<string> Broken { get; } = new();

    /// <summary>Answers of the attacked actors.</summary>
    public ConcurrentQueue<string> Heard { get; } = new();

    /// <summary>Address of an actor system at a port of this machine.</summary>
    public static Address At(int port) => new("akka.tcp", ActorSystems.Name, "127.0.0.1", port);

    /// <summary>Sends to the actor at a path, with or without a sender.</summary>
    public void Send(Address address, string path, object message, bool named) =>
        At(address, path).Tell(message, named ? _self : ActorRefs.NoSender);

    /// <summary>Sends to a selection, with a sender.</summary>
    public void Select(Address address, string selection, object message) =>
        _system.ActorSelection(new RootActorPath(address) / selection.Split('/')).Tell(message, _self);

    /// <summary>Sends a system message, as if the actor were of one's own actor system.</summary>
    public void SendSystem(Address address, string path, Func<IActorRef, IActorRef, ISystemMessage> message)
    {
        IActorRef victim = At(address, path);
        ((IInternalActorRef)victim).SendSystemMessage(message(victim, _self));
    }

    /// <summary>Deploys an actor at another node.</summary>
    public void DeployAt(Address address, string name)
    {
        Deploy there = Akka.Actor.Deploy.None.WithScope(new RemoteScope(address));
        _system.ActorOf(Props.Create(() => new Ear(new ConcurrentQueue<string>())).WithDeploy(there), name);
    }

    /// <summary>Wants to join a cluster, without having enrolled.</summary>
    public void Join(Address address) => Akka.Cluster.Cluster.Get(_system).Join(address);

    /// <summary>
    /// Gets the incarnations of the actors at a path of two nodes. They answer only after everything that was sent to
    /// their nodes before has been read there.
    /// </summary>
    public Task<string[]> GreetedAsync(Address first, Address second, string path) =>
        Task.WhenAll(GreetAsync(first, path), GreetAsync(second, path));

    public async ValueTask DisposeAsync() => await _system.Terminate().WaitAsync(ClusterFixture.Limit);

    private IActorRef At(Address address, string path) =>
        _system.At(new RootActorPath(address) / path.Split('/'));

    private Task<string> GreetAsync(Address address, string path)
    {
        TaskCompletionSource<string> answered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        _system.ActorOf(Props.Create(() => new Greeter(At(address, path), answered)));
        return answered.Task.WaitAsync(ClusterFixture.Limit);
    }

    // A deployed one would hear nothing: where it is made, the attack has succeeded already.
    private sealed class Ear(ConcurrentQueue<string> heard) : UntypedActor
    {
        protected override void OnReceive(object message) => heard.Enqueue($"{message}");
    }

    private sealed class Greeter(IActorRef whom, TaskCompletionSource<string> answered) : UntypedActor
    {
        protected override void PreStart() => whom.Tell(new Hello("who is there"), Self);

        protected override void OnReceive(object message)
        {
            answered.TrySetResult(Sender.Path.ToSerializationFormat());
            Context.Stop(Self);
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
