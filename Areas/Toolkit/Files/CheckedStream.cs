using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace PalActors.Areas.Toolkit.Files;

/// <summary>Stream whose bytes are checked at its end against the sum that a zip archive has of them.</summary>
/// <param name="inner">The bytes.</param>
/// <param name="expected">Their CRC-32.</param>
/// <param name="where">File and array, for the error.</param>
internal sealed class CheckedStream(Stream inner, uint expected, string where) : Stream
{
    // Slicing by eight: table k is that of a byte with k zero bytes behind it.
    private static readonly uint[][] s_tables = Tables();

    private uint _sum = uint.MaxValue;

    /// <summary>Bytes read.</summary>
    public long Count { get; private set; }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    /// <exception cref="DataFileException">All bytes are read, and their sum is another.</exception>
    public override int Read(Span<byte> buffer)
    {
        int read = inner.Read(buffer);
        if (read > 0)
        {
            Add(buffer[..read]);
            Count += read;
        }
        else if (buffer.Length > 0 && ~_sum != expected)
        {
            throw new DataFileException($"{where}: the checksum is wrong; valid is an intact file.");
        }

        return read;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        base.Dispose(disposing);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Add(ReadOnlySpan<byte> bytes)
    {
        uint sum = _sum;
        for (; bytes.Length >= 8; bytes = bytes[8..])
        {
            uint low = sum ^ BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            sum = s_tables[7][(byte)low] ^ s_tables[6][(byte)(low >> 8)] ^ s_tables[5][(byte)(low >> 16)]
                ^ s_tables[4][low >> 24] ^ s_tables[3][bytes[4]] ^ s_tables[2][bytes[5]] ^ s_tables[1][bytes[6]]
                ^ s_tables[0][bytes[7]];
        }

        foreach (byte value in bytes)
            sum = (sum >> 8) ^ s_tables[0][(byte)(sum ^ value)];
        _sum = sum;
    }

    private static uint[][] Tables()
    {
        uint[][] tables = [.. Enumerable.Range(0, 8).Select(_ => new uint[256])];
        for (uint value = 0; value < 256; value++)
        {
            uint sum = value;
            for (int bit = 0; bit < 8; bit++)
                sum = (sum >> 1) ^ ((sum & 1) != 0 ? 0xedb88320 : 0);
            tables[0][value] = sum;
        }

        for (int table = 1; table < 8; table++)
        {
            for (int value = 0; value < 256; value++)
                tables[table][value] = (tables[table - 1][value] >> 8) ^ tables[0][(byte)tables[table - 1][value]];
        }

        return tables;
    }
}
