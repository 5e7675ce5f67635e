using PalActors.Messages.Control;

namespace PalActors.Clustering.Links;

/// <content>Receiving: parts in order become messages.</content>
public sealed partial class ControlLink
{
    private readonly List<byte[]> _assembly = [];
    private long _received;

    /// <summary>Takes a part, and acknowledges it.</summary>
    /// <returns>The message that it completes, or null.</returns>
    public byte[]? Accept(LinkPart part)
    {
        // A correct sender makes no such part; counting it would lose the one whose number it carries.
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
        byte[] message = _assembly.Count == 1 ? _assembly[0] : JoinParts();
        _assembly.Clear();
        return message;
    }

    private byte[] JoinParts()
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
