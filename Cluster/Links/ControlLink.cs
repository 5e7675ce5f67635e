using PalActors.Messages.Control;

namespace PalActors.Clustering.Links;

/// <summary>
/// One end of a control link, pure: messages as bytes in, numbered pieces out, and back. Go-back-N: pieces are taken in order only, and after a silence everything unacknowledged is sent
/// again. Between two living ends nothing is lost, doubled or overtaken, though the transport may do all of it.
/// </summary>
/// <param name="network">The network.</param>
/// <param name="generation">Its generation.</param>
/// <param name="self">Number of this end's node, or <see cref="LinkPart.Clock"/>.</param>
/// <param name="transmit">Sends to the other end; may lose.</param>
public sealed class ControlLink(int network, int generation, int self, Action<IControlMessage> transmit)
{
    /// <summary>Most payload bytes of a piece.</summary>
    public const int PartSize = 64 * 1024;

    /// <summary>Pieces on their way at most: 1 MiB, so that 20 MB/s pass where an answer takes 50 ms, and heartbeats on the same connection never wait long.</summary>
    public const int Window = 16;

    private readonly Queue<LinkPart> _unsent = new();
    private readonly Queue<LinkPart> _unacknowledged = new();
    private readonly List<byte[]> _assembly = [];
    private long _numbered;
    private long _received;
    private TimeSpan _lastHeard;

    /// <summary>How long nothing must be heard before unacknowledged pieces are sent again.</summary>
    public static TimeSpan Silence { get; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Whether everything sent so far has arrived.</summary>
    public bool Idle => _unsent.Count == 0 && _unacknowledged.Count == 0;

    /// <summary>Pieces sent more than once.</summary>
    public long Repeated { get; private set; }

    /// <summary>Sends a message.</summary>
    /// <param name="message">Its bytes.</param>
    /// <param name="now">Time since some fixed moment.</param>
    public void Send(byte[] message, TimeSpan now)
    {
        if (_unacknowledged.Count == 0)
            _lastHeard = now;
        int parts = Math.Max(1, (message.Length + PartSize - 1) / PartSize);
        for (int i = 0; i < parts; i++)
        {
            int first = i * PartSize;
            byte[] payload = parts == 1 ? message : message.AsSpan(first, Math.Min(PartSize, message.Length - first)).ToArray();
            _unsent.Enqueue(new LinkPart(network, generation, self, ++_numbered, parts - 1 - i, payload));
        }

        Pump();
    }

    /// <summary>The other end has taken everything up to a number.</summary>
    public void Acknowledged(long sequence, TimeSpan now)
    {
        // Nobody can have taken what was not sent.
        if (sequence > _numbered)
            return;
        while (_unacknowledged.TryPeek(out LinkPart? part) && part.Sequence <= sequence)
        {
            _unacknowledged.Dequeue();
            _lastHeard = now;
        }

        Pump();
    }

    /// <summary>To be called now and then: after a silence sends again what was not acknowledged.</summary>
    public void Remind(TimeSpan now)
    {
        if (_unacknowledged.Count == 0 || now - _lastHeard < Silence)
            return;
        _lastHeard = now;
        foreach (LinkPart part in _unacknowledged)
        {
            transmit(part);
            Repeated++;
        }
    }

    /// <summary>Takes a piece, and acknowledges.</summary>
    /// <returns>The message that it completes, or null.</returns>
    public byte[]? Accept(LinkPart part)
    {
        // No honest end makes such a piece; to count it would lose the one that it pretends to be.
        if (part.Remaining < 0 || part.Payload.Length > PartSize)
            return null;
        bool next = part.Sequence == _received + 1;
        if (next)
        {
            _received++;
            _assembly.Add(part.Payload);
        }

        transmit(new LinkAcknowledged(network, generation, self, _received));
        if (!next || part.Remaining > 0)
            return null;
        byte[] message = _assembly.Count == 1 ? _assembly[0] : Joined();
        _assembly.Clear();
        return message;
    }

    private void Pump()
    {
        while (_unacknowledged.Count < Window && _unsent.TryDequeue(out LinkPart? part))
        {
            _unacknowledged.Enqueue(part);
            transmit(part);
        }
    }

    private byte[] Joined()
    {
        byte[] message = new byte[_assembly.Sum(part => part.Length)];
        int at = 0;
        foreach (byte[] part in _assembly)
        {
            part.CopyTo(message, at);
            at += part.Length;
        }

        return message;
    }
}
