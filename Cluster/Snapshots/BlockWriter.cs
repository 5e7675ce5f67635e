using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Snapshots;

/// <summary>Writes numbers and blocks one after the other, and hashes what it writes.</summary>
/// <remarks>The layout is that of <see cref="SnapshotFormat"/>.</remarks>
internal sealed class BlockWriter(Stream target) : IDisposable
{
    /// <summary>Encoding of names; invalid text is an error, never replaced.</summary>
    public static readonly UTF8Encoding Names = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>SHA-256 of all bytes so far.</summary>
    public byte[] Hash => _hash.GetCurrentHash();

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
        target.Write(bytes);
        _hash.AppendData(bytes);
    }

    /// <summary>Writes a number of 32 bits.</summary>
    public void Int32(int value)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        Bytes(bytes);
    }

    /// <summary>Writes a number of 64 bits.</summary>
    public void Int64(long value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        Bytes(bytes);
    }

    /// <summary>Writes blocks after their number.</summary>
    public void Blocks(StateBlock[] blocks)
    {
        Int32(blocks.Length);
        foreach (StateBlock block in blocks)
        {
            byte[] name = Names.GetBytes(block.Name);
            Bytes([(byte)name.Length, (byte)(name.Length >> 8), .. name]);
            Int32(block.Rows);
            Int32(block.Columns);
            ValueBytes.Read(block.Values, Bytes);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _hash.Dispose();
}
