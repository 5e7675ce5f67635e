using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Dispatch;
using Akka.Dispatch.MessageQueues;
using PalActors.Areas.Actors;

namespace PalActors.Clustering.Lanes;

/// <summary>Message queue of an actor on a lane.</summary>
/// <remarks>
/// Messages from actors of the same lane go through a plain queue, all others through a concurrent one. Messages from
/// one sender to one receiver stay in order.
/// </remarks>
public sealed class LaneQueue : IMessageQueue, IUnboundedMessageQueueSemantics
{
    private readonly LaneRing<Envelope> _own = new();
    private readonly ConcurrentQueue<Envelope> _others = new();
    private Lane? _lane;

    /// <inheritdoc/>
    public bool HasMessages => !_own.IsEmpty || !_others.IsEmpty;

    /// <inheritdoc/>
    public int Count => _own.Count + _others.Count;

    /// <inheritdoc/>
    public void Enqueue(IActorRef receiver, Envelope envelope)
    {
        // The lane of this queue is unknown (null) until the first message is taken. While the concurrent queue holds
        // messages everything goes there, so that no message overtakes one of the same sender.
        if (Lane.Current is { } lane && ReferenceEquals(lane, _lane) && _others.IsEmpty)
            _own.Enqueue(envelope);
        else
            _others.Enqueue(envelope);
    }

    /// <inheritdoc/>
    public bool TryDequeue(out Envelope envelope)
    {
        // Take the lane's own messages first: none are added while an actor runs, so the others get their turn.
        _lane = Lane.Current;
        return _own.TryDequeue(out envelope) || _others.TryDequeue(out envelope);
    }

    /// <inheritdoc/>
    public void CleanUp(IActorRef owner, IMessageQueue deadletters)
    {
        while (TryDequeue(out Envelope envelope))
            deadletters.Enqueue(owner, envelope);
    }
}
