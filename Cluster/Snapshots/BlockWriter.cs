using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Snapshots;

/// <summary>Writes numbers and blocks one after the other into bytes that were measured before.</summary>
/// <remarks>The layout is that of <see cref="SnapshotFormat"/>.</remarks>
internal ref struct BlockWriter(Span<byte> target)
{
    /// <summary>Encoding of names; invalid text is an error, never replaced.</summary>
    public static readonly UTF8Encoding Names = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private Span<byte> _rest = target;

    /// <summary>Computes the number of bytes that blocks take.</summary>
    /// <exception cref="ArgumentException">A block cannot be written.</exception>
    public static long SizeOf(StateBlock[] blocks)
    {
        long size = 4;
        foreach (StateBlock block in blocks)
        {
            int name = Names.GetByteCount(block.Name);
            if (name > ushort.MaxValue)
            {
                throw new ArgumentException(
                    $"The name of a block has at most {ushort.MaxValue} bytes, this has {name}.",
                    nameof(blocks));
            }

            if (block.Rows < 0 || block.Columns < 0 || (long)block.Rows * block.Columns != block.Values.Length)
            {
                throw new ArgumentException(
                    $"Block '{block.Name}' is {block.Rows} x {block.Columns} and has {block.Values.Length} values.",
                    nameof(blocks));
            }

            size += 2 + name + 4 + 4 + (8L * block.Values.Length);
        }

        return size;
    }

    /// <summary>Writes bytes as they are.</summary>
    public void Bytes(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_rest);
        _rest = _rest[bytes.Length..];
    }

    /// <summary>Writes a number of 32 bits.</summary>
    public void Int32(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_rest, value);
        _rest = _rest[4..];
    }

    /// <summary>Writes a number of 64 bits.</summary>
    public void Int64(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_rest, value);
        _rest = _rest[8..];
    }

    /// <summary>Writes blocks after their number.</summary>
    public void Blocks(StateBlock[] blocks)
    {
        Int32(blocks.Length);
        foreach (StateBlock block in blocks)
        {
            int name = Names.GetBytes(block.Name, _rest[2..]);
            BinaryPrimitives.WriteUInt16LittleEndian(_rest, (ushort)name);
            _rest = _rest[(2 + name)..];
            Int32(block.Rows);
            Int32(block.Columns);
            if (BitConverter.IsLittleEndian)
                Bytes(MemoryMarshal.AsBytes(block.Values.AsSpan()));
            else
                foreach (double value in block.Values)
                    Int64(BitConverter.DoubleToInt64Bits(value));
        }
    }
}
