using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace PalActors.Messages.Frames;

/// <summary>
/// Frames as bytes, little-endian. Layout: version u8, kind u8, parts u16, run i64, network i32, generation i32, source i32, width i32,
/// first tick i64, tick count i32, then the values as doubles without padding. Every count is checked against the bytes
/// present before anything is allocated; since parts are padded and ticks lie in a ring, a frame takes up to <see cref="MaxPadding"/> times the room of its bytes.
/// </summary>
public static class FrameCodec
{
    /// <summary>Version of the layout, the first byte of every frame.</summary>
    public const byte Version = 1;

    /// <summary>Bytes before the values.</summary>
    public const int HeaderSize = 40;

    /// <summary>Largest number of parts a frame may have.</summary>
    public const int MaxParts = 3;

    /// <summary>How many times the room of its values a frame takes at most: single values fill a vector each, and the ticks' number is rounded up to a power of two.</summary>
    public const int MaxPadding = 2 * RateFrame.Alignment;

    /// <summary>Bytes that <paramref name="frame"/> takes.</summary>
    public static int SizeOf(RateFrame frame) => checked(HeaderSize + frame.Sets * frame.Parts * frame.Width * sizeof(double));

    /// <summary>Writes <paramref name="frame"/> and returns the number of bytes written.</summary>
    /// <exception cref="ArgumentException"><paramref name="target"/> is too small.</exception>
    public static int Write(RateFrame frame, Span<byte> target)
    {
        int size = SizeOf(frame);
        if (target.Length < size)
            throw new ArgumentException($"The frame takes {size} bytes, the target has {target.Length}.", nameof(target));
        target[0] = Version;
        target[1] = (byte)frame.Kind;
        BinaryPrimitives.WriteUInt16LittleEndian(target[2..], (ushort)frame.Parts);
        BinaryPrimitives.WriteInt64LittleEndian(target[4..], frame.Run);
        BinaryPrimitives.WriteInt32LittleEndian(target[12..], frame.Network);
        BinaryPrimitives.WriteInt32LittleEndian(target[16..], frame.Generation);
        BinaryPrimitives.WriteInt32LittleEndian(target[20..], frame.Source);
        BinaryPrimitives.WriteInt32LittleEndian(target[24..], frame.Width);
        BinaryPrimitives.WriteInt64LittleEndian(target[28..], frame.FirstTick);
        BinaryPrimitives.WriteInt32LittleEndian(target[36..], frame.TickCount);
        Span<byte> rest = target[HeaderSize..size];
        for (int k = 0; k < frame.Sets * frame.Parts; k++)
        {
            ReadOnlySpan<double> values = frame.Part(frame.FirstTick + k / frame.Parts, k % frame.Parts)[..frame.Width];
            Span<byte> bytes = rest[..(frame.Width * sizeof(double))];
            if (BitConverter.IsLittleEndian)
                MemoryMarshal.AsBytes(values).CopyTo(bytes);
            else
                for (int i = 0; i < values.Length; i++)
                    BinaryPrimitives.WriteDoubleLittleEndian(bytes[(i * sizeof(double))..], values[i]);
            rest = rest[bytes.Length..];
        }

        return size;
    }

    /// <summary>Reads a frame.</summary>
    /// <exception cref="FrameFormatException">The bytes are not a frame of this version, or disagree with their own counts.</exception>
    public static RateFrame Read(ReadOnlySpan<byte> source)
    {
        if (source.Length < HeaderSize)
            throw new FrameFormatException($"A frame has at least {HeaderSize} bytes, this has {source.Length}.");
        if (source[0] != Version)
            throw new FrameFormatException($"Frame version {source[0]} is unknown; this build reads version {Version}.");
        FrameKind kind = (FrameKind)source[1];
        if (kind is < FrameKind.Up or > FrameKind.Target)
            throw new FrameFormatException($"Frame kind {source[1]} is unknown.");
        int parts = BinaryPrimitives.ReadUInt16LittleEndian(source[2..]);
        int width = BinaryPrimitives.ReadInt32LittleEndian(source[24..]);
        long firstTick = BinaryPrimitives.ReadInt64LittleEndian(source[28..]);
        int tickCount = BinaryPrimitives.ReadInt32LittleEndian(source[36..]);
        if (parts is < 1 or > MaxParts || width < 1 || tickCount < 1 || firstTick < 1 || firstTick > long.MaxValue - tickCount)
            throw new FrameFormatException($"A frame cannot have {parts} parts of {width} values for {tickCount} ticks from tick {firstTick}.");
        bool held = kind is FrameKind.Stimulus or FrameKind.Target;
        int sets = held ? 1 : tickCount;
        UInt128 expected = (UInt128)(uint)sets * (uint)parts * (uint)width * sizeof(double);
        if (expected != (UInt128)(uint)(source.Length - HeaderSize))
            throw new FrameFormatException($"The frame claims {expected} bytes of values and carries {source.Length - HeaderSize}.");
        // More than a gigabyte of single values is honest about its bytes and still has no room in an array once it is padded.
        UInt128 room = (UInt128)(uint)RateFrame.RoundUpToAlignment(width) * (uint)parts * BitOperations.RoundUpToPowerOf2((uint)sets);
        if (room > (uint)Array.MaxLength)
            throw new FrameFormatException($"A frame of {parts} parts of {width} values for {sets} ticks is more than this process can hold.");

        RateFrame frame = new(
            kind,
            BinaryPrimitives.ReadInt64LittleEndian(source[4..]),
            BinaryPrimitives.ReadInt32LittleEndian(source[12..]),
            BinaryPrimitives.ReadInt32LittleEndian(source[16..]),
            BinaryPrimitives.ReadInt32LittleEndian(source[20..]),
            width,
            parts,
            sets)
        { FirstTick = firstTick, TickCount = tickCount };
        ReadOnlySpan<byte> rest = source[HeaderSize..];
        for (int k = 0; k < sets * parts; k++)
        {
            Span<double> values = frame.Part(firstTick + k / parts, k % parts)[..width];
            ReadOnlySpan<byte> bytes = rest[..(width * sizeof(double))];
            if (BitConverter.IsLittleEndian)
                bytes.CopyTo(MemoryMarshal.AsBytes(values));
            else
                for (int i = 0; i < values.Length; i++)
                    values[i] = BinaryPrimitives.ReadDoubleLittleEndian(bytes[(i * sizeof(double))..]);
            rest = rest[bytes.Length..];
        }

        return frame;
    }
}
