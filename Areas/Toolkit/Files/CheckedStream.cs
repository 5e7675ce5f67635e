using System.IO.Hashing;

namespace PalActors.Areas.Toolkit.Files;

/// <summary>Stream whose bytes are checked at its end against the sum that a zip archive has of them.</summary>
/// <param name="inner">The bytes.</param>
/// <param name="expected">Their CRC-32.</param>
/// <param name="where">File and array, for the error.</param>
internal sealed class CheckedStream(Stream inner, uint expected, string where) : Stream
{
    private readonly Crc32 _sum = new();

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
            _sum.Append(buffer[..read]);
            Count += read;
        }
        else if (buffer.Length > 0 && _sum.GetCurrentHashAsUInt32() != expected)
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
}
