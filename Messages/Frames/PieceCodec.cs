using System.Buffers.Binary;

namespace PalActors.Messages.Frames;

/// <summary>Writes pieces of frames as bytes, and reads them.</summary>
/// <remarks>
/// The layout is little-endian: the header of the frame as <see cref="FrameCodec"/> writes it, the position of the
/// first value i32, then the values as doubles. A piece takes no more room than its bytes.
/// </remarks>
public static class PieceCodec
{
    /// <summary>Number of bytes before the values.</summary>
    public const int HeaderSize = FrameCodec.HeaderSize + sizeof(int);

    /// <summary>Computes the number of bytes that <paramref name="piece"/> takes.</summary>
    public static int SizeOf(FramePiece piece) => checked(HeaderSize + (piece.Count * sizeof(double)));

    /// <summary>Writes <paramref name="piece"/> and returns the number of bytes written.</summary>
    /// <exception cref="ArgumentException"><paramref name="target"/> is too small.</exception>
    public static int Write(FramePiece piece, Span<byte> target)
    {
        int size = SizeOf(piece);
        if (target.Length < size)
        {
            throw new ArgumentException(
                $"The piece takes {size} bytes, the target has {target.Length}.",
                nameof(target));
        }

        FrameCodec.WriteHeader(piece.Header, target);
        BinaryPrimitives.WriteInt32LittleEndian(target[FrameCodec.HeaderSize..], piece.First);
        FrameCodec.WriteValues(piece.Values, target[HeaderSize..size]);
        return size;
    }

    /// <summary>Reads a piece.</summary>
    /// <exception cref="FrameFormatException">
    /// The bytes are not a piece of this version, or claim values outside their frame.
    /// </exception>
    public static FramePiece Read(ReadOnlySpan<byte> source)
    {
        if (source.Length < HeaderSize + sizeof(double))
        {
            throw new FrameFormatException(
                $"A piece has at least {HeaderSize + sizeof(double)} bytes, this has {source.Length}.");
        }

        FrameHeader header = FrameCodec.ReadHeader(source);
        if (header.Sets != 1)
            throw new FrameFormatException($"A piece is of one tick; this claims {header.TickCount}.");
        int first = BinaryPrimitives.ReadInt32LittleEndian(source[FrameCodec.HeaderSize..]);
        ReadOnlySpan<byte> bytes = source[HeaderSize..];
        (int count, int rest) = Math.DivRem(bytes.Length, sizeof(double));
        long room = (((long)header.Width + EmissionFrame.Alignment - 1) & -EmissionFrame.Alignment) * header.Parts;
        if (rest != 0 || first < 0 || first + (long)count > room)
        {
            throw new FrameFormatException(
                $"A piece of {bytes.Length} bytes from value {first} on does not lie in a frame of {room} values.");
        }

        double[] values = new double[count];
        FrameCodec.ReadValues(bytes, values);
        return new FramePiece(header, first, values);
    }
}
