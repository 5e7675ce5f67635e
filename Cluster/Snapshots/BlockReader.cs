using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Snapshots;

/// <summary>Reads numbers and blocks one after the other, and only from the bytes present.</summary>
/// <remarks>The layout is that of <see cref="SnapshotFormat"/>.</remarks>
internal ref struct BlockReader(ReadOnlySpan<byte> source)
{
    // Length of the name, rows, columns.
    private const int LeastBlock = 2 + 4 + 4;

    private ReadOnlySpan<byte> _rest = source;

    /// <summary>Bytes not read yet.</summary>
    public readonly int Left => _rest.Length;

    /// <summary>Reads bytes as they are.</summary>
    /// <exception cref="SnapshotFormatException">Fewer are left.</exception>
    public ReadOnlySpan<byte> Bytes(int count)
    {
        if (count > _rest.Length)
            throw new SnapshotFormatException($"{count} bytes are due where {_rest.Length} are left.");
        ReadOnlySpan<byte> bytes = _rest[..count];
        _rest = _rest[count..];
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
        if (count < 0 || count > _rest.Length / LeastBlock)
            throw new SnapshotFormatException($"{count} blocks cannot be in {_rest.Length} bytes.");
        StateBlock[] blocks = new StateBlock[count];
        for (int i = 0; i < count; i++)
            blocks[i] = Block();
        return blocks;
    }

    private StateBlock Block()
    {
        string name = Text(Bytes(BinaryPrimitives.ReadUInt16LittleEndian(Bytes(2))));
        int rows = Int32(), columns = Int32();
        if (rows < 0 || columns < 0 || (long)rows * columns > _rest.Length / 8)
        {
            throw new SnapshotFormatException(
                $"Block '{name}' cannot be {rows} x {columns}: {_rest.Length} bytes are left.");
        }

        double[] values = GC.AllocateUninitializedArray<double>(rows * columns);
        ReadOnlySpan<byte> bytes = Bytes(8 * values.Length);
        if (BitConverter.IsLittleEndian)
            bytes.CopyTo(MemoryMarshal.AsBytes(values.AsSpan()));
        else
            for (int i = 0; i < values.Length; i++)
                values[i] = BinaryPrimitives.ReadDoubleLittleEndian(bytes[(8 * i)..]);
        return new StateBlock(name, rows, columns, values);
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
