using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace PalActors.Messages.Frames;

/// <content>Reading: all counts are checked before the frame is allocated.</content>
public static partial class FrameCodec
{
    /// <summary>Reads a frame.</summary>
    /// <exception cref="FrameFormatException">
    /// The bytes are not a frame of this version, or disagree with their own counts.
    /// </exception>
    public static EmissionFrame Read(ReadOnlySpan<byte> source)
    {
        if (source.Length < HeaderSize)
            throw new FrameFormatException($"A frame has at least {HeaderSize} bytes, this has {source.Length}.");
        FrameHeader header = ReadHeader(source);
        (int width, int parts, int sets, long firstTick) =
            (header.Width, header.Parts, header.Sets, header.FirstTick);
        CheckSize(source.Length - HeaderSize, width, parts, sets);
        EmissionFrame frame = new(header);
        ReadOnlySpan<byte> rest = source[HeaderSize..];
        for (int k = 0; k < sets * parts; k++)
        {
            Span<double> values = frame.Part(firstTick + k / parts, k % parts)[..width];
            ReadOnlySpan<byte> bytes = rest[..(width * sizeof(double))];
            ReadValues(bytes, values);
            rest = rest[bytes.Length..];
        }

        return frame;
    }

    /// <summary>Reads what comes before the values.</summary>
    /// <param name="source">At least <see cref="HeaderSize"/> bytes.</param>
    /// <exception cref="FrameFormatException">They are of another version, or describe no frame.</exception>
    internal static FrameHeader ReadHeader(ReadOnlySpan<byte> source)
    {
        if (source[0] != Version)
        {
            throw new FrameFormatException(
                $"Frame version {source[0]} is unknown; this build reads version {Version}.");
        }

        FrameKind kind = (FrameKind)source[1];
        if (kind is < FrameKind.Up or > FrameKind.Target)
            throw new FrameFormatException($"Frame kind {source[1]} is unknown.");
        int parts = BinaryPrimitives.ReadUInt16LittleEndian(source[2..]);
        int width = BinaryPrimitives.ReadInt32LittleEndian(source[24..]);
        long firstTick = BinaryPrimitives.ReadInt64LittleEndian(source[28..]);
        int tickCount = BinaryPrimitives.ReadInt32LittleEndian(source[36..]);
        if (parts is < 1 or > MaxParts
            || width < 1
            || tickCount < 1
            || firstTick < 1
            || firstTick > long.MaxValue - tickCount)
        {
            throw new FrameFormatException(
                $"A frame cannot have {parts} parts of {width} values for {tickCount} ticks from tick {firstTick}.");
        }

        return new FrameHeader(
            kind,
            BinaryPrimitives.ReadInt64LittleEndian(source[4..]),
            BinaryPrimitives.ReadInt32LittleEndian(source[12..]),
            BinaryPrimitives.ReadInt32LittleEndian(source[16..]),
            BinaryPrimitives.ReadInt32LittleEndian(source[20..]),
            width,
            parts,
            firstTick,
            tickCount);
    }

    /// <summary>Reads values.</summary>
    internal static void ReadValues(ReadOnlySpan<byte> bytes, Span<double> values)
    {
        if (BitConverter.IsLittleEndian)
        {
            bytes.CopyTo(MemoryMarshal.AsBytes(values));
            return;
        }

        for (int i = 0; i < values.Length; i++)
            values[i] = BinaryPrimitives.ReadDoubleLittleEndian(bytes[(i * sizeof(double))..]);
    }

    private static void CheckSize(int bytes, int width, int parts, int sets)
    {
        UInt128 expected = (UInt128)(uint)sets * (uint)parts * (uint)width * sizeof(double);
        if (expected != (UInt128)(uint)bytes)
            throw new FrameFormatException($"The frame claims {expected} bytes of values and carries {bytes}.");
        // More than a gigabyte of single values may fit its bytes, and still exceed an array once it is padded.
        UInt128 room = (UInt128)(uint)EmissionFrame.RoundUpToAlignment(width)
            * (uint)parts
            * BitOperations.RoundUpToPowerOf2((uint)sets);
        if (room > (uint)Array.MaxLength)
        {
            throw new FrameFormatException(
                $"A frame of {parts} parts of {width} values for {sets} ticks is more than this process can hold.");
        }
    }
}
