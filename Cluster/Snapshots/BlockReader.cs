using System.Buffers.Binary;
using System.Text;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Snapshots;

/// <summary>Reads numbers and blocks one after the other, and only from the bytes present.</summary>
/// <remarks>The layout is that of <see cref="SnapshotFormat"/>.</remarks>
/// <param name="source">Stream that stands at the first of the bytes.</param>
/// <param name="length">Number of the bytes.</param>
internal sealed class BlockReader(Stream source, long length)
{
    // Length of the name, rows, columns.
    private const int LeastBlock = 2 + 4 + 4;

    /// <summary>Bytes not read yet.</summary>
    public long Left { get; private set; } = length;

    /// <summary>Reads bytes as they are.</summary>
    /// <exception cref="SnapshotFormatException">Fewer are left.</exception>
    public byte[] Bytes(int count)
    {
        if (count > Left)
            throw new SnapshotFormatException($"{count} bytes are due where {Left} are left.");
        byte[] bytes = new byte[count];
        Fill(bytes);
        return bytes;
    }

    /// <summary>Reads a number of 32 bits.</summary>
    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Bytes(4));

    /// <summary>Reads a number of 64 bits.</summary>
    public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Bytes(8));

    /// <summary>Reads blocks after their number.</summary>
    /// <exception cref="SnapshotFormatException">A count or shape is beyond the bytes that are left.</exception>
    public StateBlock[] Blocks()
    {
        int count = Int32();
        if (count < 0 || count > Left / LeastBlock)
            throw new SnapshotFormatException($"{count} blocks cannot be in {Left} bytes.");
        StateBlock[] blocks = new StateBlock[count];
        for (int i = 0; i < count; i++)
            blocks[i] = Block();
        return blocks;
    }

    private StateBlock Block()
    {
        string name = Text(Bytes(BinaryPrimitives.ReadUInt16LittleEndian(Bytes(2))));
        int rows = Int32(), columns = Int32();
        if (rows < 0 || columns < 0 || (long)rows * columns > Math.Min(Left / 8, Array.MaxLength))
        {
            throw new SnapshotFormatException(
                $"Block '{name}' cannot be {rows} x {columns}: {Left} bytes are left.");
        }

        double[] values = GC.AllocateUninitializedArray<double>(rows * columns);
        ValueBytes.Write(values, Fill);
        return new StateBlock(name, rows, columns, values);
    }

    private void Fill(Span<byte> bytes)
    {
        source.ReadExactly(bytes);
        Left -= bytes.Length;
    }

    private static string Text(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return BlockWriter.Names.GetString(bytes);
        }
        catch (DecoderFallbackException exception)
        {
            throw new SnapshotFormatException(
                $"The name of a block is no UTF-8: {Convert.ToHexStringLower(bytes)}.",
                exception);
        }
    }
}
