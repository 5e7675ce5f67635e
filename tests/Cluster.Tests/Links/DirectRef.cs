using Akka.Actor;

namespace PalActors.Cluster.Tests.Links;

/// <summary>Reference that keeps what it is told, in order, on the thread of the sender.</summary>
internal sealed class DirectRef(ActorSystem system) : MinimalActorRef
{
    public Queue<object> Told { get; } = new();

    public override ActorPath Path { get; } = new RootActorPath(Address.AllSystems, "/direct");

    public override IActorRefProvider Provider => ((ExtendedActorSystem)system).Provider;

    protected override void TellInternal(object message, IActorRef sender) => Told.Enqueue(message);
}
