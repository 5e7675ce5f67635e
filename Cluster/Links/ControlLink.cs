using PalActors.Messages.Control;

namespace PalActors.Clustering.Links;

/// <summary>One end of a control link: turns messages into numbered parts, and parts back into messages.</summary>
/// <remarks>
/// The protocol is go-back-N: parts are taken in order only, and after a silence everything unacknowledged is sent
/// again. Between two living ends every message arrives exactly once and in order, even if the transport loses,
/// duplicates or reorders. The class does no input or output of its own and gets the time from its caller.
/// </remarks>
/// <param name="network">The network.</param>
/// <param name="generation">Its generation.</param>
/// <param name="self">Number of this end's node, or <see cref="LinkPart.Clock"/>.</param>
/// <param name="transmit">Sends to the other end; the transport may lose it.</param>
public sealed partial class ControlLink(int network, int generation, int self, Action<IControlMessage> transmit)
{
    /// <summary>Largest number of payload bytes in a part.</summary>
    public const int PartSize = 64 * 1024;

    /// <summary>Largest number of parts on their way.</summary>
    /// <remarks>
    /// They are 1 MiB, so that 20 MB/s pass where an answer takes 50 ms, and heartbeats on the same connection never
    /// wait long.
    /// </remarks>
    public const int Window = 16;

    private readonly Queue<LinkPart> _unsent = new();
    private readonly Queue<LinkPart> _unacknowledged = new();
    private long _numbered;
    private TimeSpan _lastAcknowledged;

    /// <summary>Time without an acknowledgement after which unacknowledged parts are sent again.</summary>
    public static TimeSpan Silence { get; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Checks whether everything sent so far was acknowledged.</summary>
    public bool Idle => _unsent.Count == 0 && _unacknowledged.Count == 0;

    /// <summary>Checks whether the next message would be on its way at once, at least in part.</summary>
    public bool HasRoom => _unsent.Count == 0 && _unacknowledged.Count < Window;

    /// <summary>Number of parts that were sent again.</summary>
    public long Repeated { get; private set; }

    /// <summary>Sends a message.</summary>
    /// <param name="message">Its bytes.</param>
    /// <param name="now">Time since some fixed moment.</param>
    public void Send(byte[] message, TimeSpan now)
    {
        if (_unacknowledged.Count == 0)
            _lastAcknowledged = now;
        int parts = Math.Max(1, (message.Length + PartSize - 1) / PartSize);
        for (int i = 0; i < parts; i++)
        {
            int first = i * PartSize;
            byte[] payload = parts == 1
                ? message
                : message.AsSpan(first, Math.Min(PartSize, message.Length - first)).ToArray();
            _unsent.Enqueue(new LinkPart(network, generation, self, ++_numbered, parts - 1 - i, payload));
        }

        Pump();
    }

    /// <summary>Takes an acknowledgement of all parts up to a number.</summary>
    /// <param name="sequence">Number of the last part that the other end has taken.</param>
    /// <param name="now">Time since some fixed moment.</param>
    public void Acknowledged(long sequence, TimeSpan now)
    {
        // Ignore an acknowledgement of parts that were never sent.
        if (sequence > _numbered)
            return;
        while (_unacknowledged.TryPeek(out LinkPart? part) && part.Sequence <= sequence)
        {
            _unacknowledged.Dequeue();
            _lastAcknowledged = now;
        }

        Pump();
    }

    /// <summary>Sends unacknowledged parts again after a silence; to be called periodically.</summary>
    /// <param name="now">Time since some fixed moment.</param>
    public void Remind(TimeSpan now)
    {
        if (_unacknowledged.Count == 0 || now - _lastAcknowledged < Silence)
            return;
        _lastAcknowledged = now;
        foreach (LinkPart part in _unacknowledged)
        {
            transmit(part);
            Repeated++;
        }
    }

    private void Pump()
    {
        while (_unacknowledged.Count < Window && _unsent.TryDequeue(out LinkPart? part))
        {
            _unacknowledged.Enqueue(part);
            transmit(part);
        }
    }
}
