using System.Buffers.Binary;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Frames;

/// <summary>Layout of a connection that carries frames.</summary>
/// <remarks>
/// It begins with <see cref="Greeting"/>. Records follow, little-endian: length of the body u32, kind u8, channel u32,
/// body. The sender numbers channels as it likes; a record of kind <see cref="Open"/> says which actor one leads to.
/// Nothing comes back: what a frame is answered with goes over Akka.Remote, or over a connection of the other node.
/// </remarks>
internal static class FrameRecord
{
    /// <summary>Bytes before the body.</summary>
    public const int HeaderSize = 9;

    /// <summary>Kind of a record with the token of the actor that its channel leads to.</summary>
    public const byte Open = 1;

    /// <summary>Kind of a record with a frame.</summary>
    public const byte Frame = 2;

    /// <summary>Kind of a record with a piece of a frame.</summary>
    public const byte Piece = 3;

    /// <summary>First bytes of a connection: name and version of the layout.</summary>
    public static ReadOnlySpan<byte> Greeting => "PALFRAMES1"u8;

    /// <summary>Writes what comes before a body.</summary>
    public static void WriteHeader(Span<byte> target, int length, byte kind, int channel)
    {
        BinaryPrimitives.WriteInt32LittleEndian(target, length);
        target[4] = kind;
        BinaryPrimitives.WriteInt32LittleEndian(target[5..], channel);
    }

    /// <summary>Reads what comes before a body.</summary>
    public static (int Length, byte Kind, int Channel) ReadHeader(ReadOnlySpan<byte> source) => (
        BinaryPrimitives.ReadInt32LittleEndian(source),
        source[4],
        BinaryPrimitives.ReadInt32LittleEndian(source[5..]));

    /// <summary>Makes the record that opens a channel.</summary>
    public static byte[] Opening(int channel, FramePort port)
    {
        byte[] record = new byte[HeaderSize + FramePort.TokenLength];
        WriteHeader(record, FramePort.TokenLength, Open, channel);
        port.Token.CopyTo(record, HeaderSize);
        return record;
    }
}
