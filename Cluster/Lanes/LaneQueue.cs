using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;

namespace PalActors.Clustering.Lanes;

/// <summary>
/// Messages from actors of the same lane go through a plain queue, all others through a concurrent one. What one sender sends to one receiver stays in order.
/// </summary>
public sealed class LaneQueue : IMessageQueue, IUnboundedMessageQueueSemantics
{
    private readonly LaneRing<Envelope> _own = new();
    private readonly ConcurrentQueue<Envelope> _others = new();
    private int _lane;

    /// <inheritdoc/>
    public bool HasMessages => !_own.IsEmpty || !_others.IsEmpty;

    /// <inheritdoc/>
    public int Count => _own.Count + _others.Count;

    /// <inheritdoc/>
    public void Enqueue(IActorRef receiver, Envelope envelope)
    {
        // Before the first message was taken nobody knows on which lane this is: 0 is no lane. Nor may a message overtake one of the same sender that went the other way.
        int lane = LaneThread.Number;
        if (lane != 0 && lane == _lane && _others.IsEmpty)
            _own.Enqueue(envelope);
        else
            _others.Enqueue(envelope);
    }

    /// <inheritdoc/>
    public bool TryDequeue(out Envelope envelope)
    {
        // The lane's own messages first: while an actor runs none are added, so the others' turn comes.
        _lane = LaneThread.Number;
        return _own.TryDequeue(out envelope) || _others.TryDequeue(out envelope);
    }

    /// <inheritdoc/>
    public void CleanUp(IActorRef owner, IMessageQueue deadletters)
    {
        while (TryDequeue(out Envelope envelope))
            deadletters.Enqueue(owner, envelope);
    }
}
