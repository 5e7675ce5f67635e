using System.Buffers.Binary;

namespace PalActors.NetLab;

/// <summary>Table of the port behind which each Ethernet address is.</summary>
/// <remarks>It is learned from the senders of frames, as in any switch.</remarks>
internal sealed class AddressTable
{
    /// <summary>Length of an Ethernet header in bytes: receiver, sender, type.</summary>
    public const int HeaderLength = 14;

    private readonly Dictionary<ulong, int> _ports = [];

    /// <summary>Learns the sender of a frame and looks up its receiver.</summary>
    /// <param name="frame">An Ethernet frame, with at least its header.</param>
    /// <param name="from">The port at which it arrived.</param>
    /// <returns>The port of its receiver; -1 if it goes to all others: a broadcast, or an unknown address.</returns>
    public int Route(ReadOnlySpan<byte> frame, int from)
    {
        _ports[Address(frame[6..])] = from;
        return _ports.TryGetValue(Address(frame), out int port) ? port : -1;
    }

    private static ulong Address(ReadOnlySpan<byte> at) =>
        ((ulong)BinaryPrimitives.ReadUInt32BigEndian(at) << 16) | BinaryPrimitives.ReadUInt16BigEndian(at[4..]);
}
