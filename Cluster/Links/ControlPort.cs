using System.Diagnostics;
using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Serialization;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Links;

/// <summary>Actor's end of the connection with a clock or host.</summary>
/// <remarks>
/// In the same actor system messages are told as they are; to another node they go over a <see cref="ControlLink"/>,
/// states block by block.
/// </remarks>
public sealed partial class ControlPort
{
    private readonly IActorRef _self;
    private readonly IActorRef _peer;
    private readonly ControlLink? _link;
    private readonly Serializer? _serializer;

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

        switch (message)
        {
            case StateCaptured captured:
                SendBlocks(captured.Snapshot);
                message = captured with { Snapshot = WithoutBlocks(captured.Snapshot) };
                break;
            case RestoreArea restore:
                SendBlocks(restore.Snapshot);
                message = new RestoreArea(WithoutBlocks(restore.Snapshot));
                break;
        }

        Enqueue(message);
    }

    /// <summary>Takes a part from the other end.</summary>
    /// <returns>
    /// The message that it completes, or null; also null where the bytes are no control message, which a correct sender
    /// never sends.
    /// </returns>
    public IControlMessage? Accept(LinkPart part)
    {
        if (_link?.Accept(part) is not { } bytes)
            return null;
        switch (Read(bytes))
        {
            case CarriedBlock block:
                _blocks.Add(block);
                return null;
            case StateCaptured captured:
                return captured with { Snapshot = WithBlocks(captured.Snapshot) };
            case RestoreArea restore:
                return new RestoreArea(WithBlocks(restore.Snapshot));
            case IControlMessage message:
                return message;
            default:
                return null;
        }
    }

    /// <summary>Takes the other end's acknowledgement of all parts up to a number.</summary>
    public void Acknowledged(long sequence) => _link?.Acknowledged(sequence, Now);

    /// <summary>Sends unacknowledged parts again after a silence; to be called periodically.</summary>
    public void Remind() => _link?.Remind(Now);

    private object? Read(byte[] bytes)
    {
        try
        {
            return _serializer!.FromBinary(bytes, null);
        }
        catch (SerializationException)
        {
            return null;
        }
    }

    private void Enqueue(IControlMessage message) => _link!.Send(_serializer!.ToBinary(message), Now);
}
