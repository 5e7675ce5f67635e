using System.Diagnostics;
using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Serialization;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Links;

/// <summary>Actor's end of the connection with a clock or host.</summary>
/// <remarks>
/// In the same actor system messages are told as they are; to another node they go over a <see cref="ControlLink"/>. A
/// message is made into bytes when the link has room for it, so those of a large state are never there at once.
/// </remarks>
public sealed partial class ControlPort
{
    private readonly IActorRef _self;
    private readonly IActorRef _peer;
    private readonly ControlLink? _link;
    private readonly Serializer? _serializer;
    private readonly Queue<IEnumerator<IControlMessage>> _waiting = new();

    /// <summary>Makes an end.</summary>
    /// <param name="system">The actor system.</param>
    /// <param name="owner">The actor whose end it is.</param>
    /// <param name="peer">The other end.</param>
    /// <param name="isLocal">True if that is in the same actor system.</param>
    /// <param name="network">The network.</param>
    /// <param name="generation">Its generation.</param>
    /// <param name="number">Number of this end's node, or <see cref="LinkPart.Clock"/>.</param>
    public ControlPort(
        ActorSystem system, IActorRef owner, IActorRef peer, bool isLocal, int network, int generation, int number)
    {
        _self = owner;
        _peer = peer;
        if (isLocal)
            return;
        _serializer = system.Serialization.FindSerializerForType(typeof(CarriedBlock));
        _link = new ControlLink(network, generation, number, message => _peer.Tell(message, _self));
    }

    private static TimeSpan Now => Stopwatch.GetElapsedTime(0);

    /// <summary>Sends a message.</summary>
    public void Send(IControlMessage message)
    {
        if (_link is null)
        {
            _peer.Tell(message, _self);
            return;
        }

        _waiting.Enqueue(Cut(message).GetEnumerator());
        Pump();
    }

    /// <summary>Takes a part from the other end.</summary>
    /// <returns>
    /// The message that it completes, or null; also null where the bytes are no control message, which a correct sender
    /// never sends.
    /// </returns>
    /// <exception cref="SerializationException">
    /// There is no memory for the message: a state without the block that it brings would be a wrong one.
    /// </exception>
    public IControlMessage? Accept(LinkPart part) =>
        _link?.Accept(part) is { } bytes ? Assemble(Read(bytes)) : null;

    /// <summary>Takes the other end's acknowledgement of all parts up to a number.</summary>
    public void Acknowledged(long sequence)
    {
        _link?.Acknowledged(sequence, Now);
        Pump();
    }

    /// <summary>Sends unacknowledged parts again after a silence; to be called periodically.</summary>
    public void Remind() => _link?.Remind(Now);

    private IControlMessage? Read(byte[] bytes)
    {
        try
        {
            return _serializer!.FromBinary(bytes, null) as IControlMessage;
        }
        catch (SerializationException exception) when (!IsShortOfMemory(exception))
        {
            return null;
        }
    }

    private void Pump()
    {
        while (_link is { HasRoom: true } && _waiting.TryPeek(out IEnumerator<IControlMessage>? messages))
        {
            if (messages.MoveNext())
                _link.Send(_serializer!.ToBinary(messages.Current), Now);
            else
                _waiting.Dequeue();
        }
    }

    // Serializers wrap what they catch, an exception in another.
    private static bool IsShortOfMemory(Exception exception)
    {
        for (Exception? cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is OutOfMemoryException)
                return true;
        }

        return false;
    }
}
