using System.Diagnostics;
using System.Runtime.Serialization;
using Akka.Actor;
using Akka.Serialization;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Links;

/// <summary>
/// An actor's end of the conversation with a clock or host. In the same actor system messages are told as they are; to another node they go over a <see cref="ControlLink"/>, states block
/// by block.
/// </summary>
public sealed class ControlPort
{
    private readonly IActorRef _self;
    private readonly ICanTell _peer;
    private readonly ControlLink? _link;
    private readonly Serializer? _serializer;
    private readonly List<CarriedBlock> _blocks = [];

    /// <summary>An end.</summary>
    /// <param name="system">The actor system.</param>
    /// <param name="owner">The actor whose end it is.</param>
    /// <param name="peer">The other end.</param>
    /// <param name="isLocal">Whether that is in the same actor system.</param>
    /// <param name="network">The network.</param>
    /// <param name="generation">Its generation.</param>
    /// <param name="number">Number of this end's node, or <see cref="LinkPart.Clock"/>.</param>
    public ControlPort(ActorSystem system, IActorRef owner, ICanTell peer, bool isLocal, int network, int generation, int number)
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
                Carry(captured.Snapshot);
                message = captured with { Snapshot = Hull(captured.Snapshot) };
                break;
            case RestoreArea restore:
                Carry(restore.Snapshot);
                message = new RestoreArea(Hull(restore.Snapshot));
                break;
        }

        Put(message);
    }

    /// <summary>Takes a piece from the other end.</summary>
    /// <returns>The message that it completes, or null; also where the bytes are no control message, which no honest end sends.</returns>
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
                return captured with { Snapshot = Filled(captured.Snapshot) };
            case RestoreArea restore:
                return new RestoreArea(Filled(restore.Snapshot));
            case IControlMessage message:
                return message;
            default:
                return null;
        }
    }

    /// <summary>The other end has taken everything up to a number.</summary>
    public void Acknowledged(long sequence) => _link?.Acknowledged(sequence, Now);

    /// <summary>To be called now and then.</summary>
    public void Remind() => _link?.Remind(Now);

    private static AreaSnapshot Hull(AreaSnapshot snapshot) => new(snapshot.State with { Blocks = [] }, []);

    private AreaSnapshot Filled(AreaSnapshot hull)
    {
        AreaSnapshot snapshot = new(
            hull.State with { Blocks = [.. _blocks.Where(block => !block.Emitted).Select(block => block.Block)] },
            [.. _blocks.Where(block => block.Emitted).Select(block => block.Block)]);
        _blocks.Clear();
        return snapshot;
    }

    private void Carry(AreaSnapshot snapshot)
    {
        foreach (StateBlock block in snapshot.State.Blocks)
            Put(new CarriedBlock(Emitted: false, block));
        foreach (StateBlock block in snapshot.Emitted)
            Put(new CarriedBlock(Emitted: true, block));
    }

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

    private void Put(IControlMessage message) => _link!.Send(_serializer!.ToBinary(message), Now);
}
