using System.Collections.Concurrent;
using Akka.Actor;

namespace PalActors.Cluster.Tests.Frames;

/// <summary>Reference that keeps what it is told by any thread.</summary>
internal sealed class CollectingRef : MinimalActorRef
{
    private readonly BlockingCollection<object> _told = [];

    public override ActorPath Path { get; } = new RootActorPath(Address.AllSystems, "/collecting");

    public override IActorRefProvider Provider => throw new NotSupportedException();

    public int Count => _told.Count;

    /// <summary>Takes the next message, or fails after some time.</summary>
    public object Next()
    {
        Assert.True(_told.TryTake(out object? message, TimeSpan.FromSeconds(30)), "nothing came");
        return message;
    }

    protected override void TellInternal(object message, IActorRef sender) => _told.Add(message);
}
