using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace PalActors.Messages.Frames;

/// <summary>Writes frames as bytes, and reads them.</summary>
/// <remarks>
/// The layout is little-endian: version u8, kind u8, parts u16, run i64, network i32, generation i32, source i32, width
/// i32, first tick i64, tick count i32, then the values as doubles without padding. Every count is checked against the
/// bytes present before anything is allocated; since parts are padded and ticks lie in a ring, a frame takes up to
/// <see cref="MaxPadding"/> times the room of its bytes.
/// </remarks>
public static partial class FrameCodec
{
    /// <summary>Version of the layout, the first byte of every frame.</summary>
    public const byte Version = 1;

    /// <summary>Number of bytes before the values.</summary>
    public const int HeaderSize = 40;

    /// <summary>Largest number of parts a frame may have.</summary>
    public const int MaxParts = 64;

    /// <summary>Largest ratio of the room of a frame to that of its values.</summary>
    /// <remarks>
    /// A single value fills a whole vector, and the number of ticks is rounded up to a power of two.
    /// </remarks>
    public const int MaxPadding = 2 * EmissionFrame.Alignment;

    /// <summary>Computes the number of bytes that <paramref name="frame"/> takes.</summary>
    public static int SizeOf(EmissionFrame frame) =>
        checked(HeaderSize + frame.Sets * frame.Parts * frame.Width * sizeof(double));

    /// <summary>Writes <paramref name="frame"/> and returns the number of bytes written.</summary>
    /// <exception cref="ArgumentException"><paramref name="target"/> is too small.</exception>
    public static int Write(EmissionFrame frame, Span<byte> target)
    {
        int size = SizeOf(frame);
        if (target.Length < size)
        {
            throw new ArgumentException(
                $"The frame takes {size} bytes, the target has {target.Length}.",
                nameof(target));
        }

        WriteHeader(frame.Header, target);
        Span<byte> rest = target[HeaderSize..size];
        for (int k = 0; k < frame.Sets * frame.Parts; k++)
        {
            ReadOnlySpan<double> values = frame.Part(frame.FirstTick + k / frame.Parts, k % frame.Parts)[..frame.Width];
            Span<byte> bytes = rest[..(frame.Width * sizeof(double))];
            WriteValues(values, bytes);
            rest = rest[bytes.Length..];
        }

        return size;
    }

    /// <summary>Writes what comes before the values.</summary>
    internal static void WriteHeader(in FrameHeader header, Span<byte> target)
    {
        target[0] = Version;
        target[1] = (byte)header.Kind;
        BinaryPrimitives.WriteUInt16LittleEndian(target[2..], (ushort)header.Parts);
        BinaryPrimitives.WriteInt64LittleEndian(target[4..], header.Run);
        BinaryPrimitives.WriteInt32LittleEndian(target[12..], header.Network);
        BinaryPrimitives.WriteInt32LittleEndian(target[16..], header.Generation);
        BinaryPrimitives.WriteInt32LittleEndian(target[20..], header.Source);
        BinaryPrimitives.WriteInt32LittleEndian(target[24..], header.Width);
        BinaryPrimitives.WriteInt64LittleEndian(target[28..], header.FirstTick);
        BinaryPrimitives.WriteInt32LittleEndian(target[36..], header.TickCount);
    }

    /// <summary>Writes values.</summary>
    internal static void WriteValues(ReadOnlySpan<double> values, Span<byte> bytes)
    {
        if (BitConverter.IsLittleEndian)
        {
            MemoryMarshal.AsBytes(values).CopyTo(bytes);
            return;
        }

        for (int i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteDoubleLittleEndian(bytes[(i * sizeof(double))..], values[i]);
    }
}
