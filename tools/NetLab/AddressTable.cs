using System.Buffers.Binary;

namespace PalActors.NetLab;

/// <summary>Which Ethernet address lives behind which port: learned from the senders of frames, as any switch does.</summary>
internal sealed class AddressTable
{
    /// <summary>Length of an Ethernet header, bytes: receiver, sender, type.</summary>
    public const int HeaderLength = 14;

    private readonly Dictionary<ulong, int> _ports = [];

    /// <summary>Learns where a frame comes from, and tells where it goes.</summary>
    /// <param name="frame">An Ethernet frame, with at least its header.</param>
    /// <param name="from">The port that it came in by.</param>
    /// <returns>The port behind which its receiver lives; -1 if it goes to all others: a broadcast, or an address never heard of.</returns>
    public int Route(ReadOnlySpan<byte> frame, int from)
    {
        _ports[Address(frame[6..])] = from;
        return _ports.TryGetValue(Address(frame), out int port) ? port : -1;
    }

    private static ulong Address(ReadOnlySpan<byte> at) => ((ulong)BinaryPrimitives.ReadUInt32BigEndian(at) << 16) | BinaryPrimitives.ReadUInt16BigEndian(at[4..]);
}
