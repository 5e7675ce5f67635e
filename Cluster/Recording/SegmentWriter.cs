using System.Buffers.Binary;
using System.Security.Cryptography;
using PalActors.Messages.Control;

namespace PalActors.Clustering.Recording;

/// <summary>Writes one segment: header, records as they come, and at its end the footer with the hash.</summary>
/// <remarks>It only appends: no byte is ever written twice.</remarks>
internal sealed class SegmentWriter : IDisposable
{
    private readonly Stream _stream;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _records;

    /// <summary>Begins a segment.</summary>
    public SegmentWriter(Stream stream, int number, RecordingDescription description)
    {
        _stream = stream;
        Write(SegmentFormat.Header(number, description));
    }

    /// <summary>Bytes written.</summary>
    public long Length { get; private set; }

    /// <summary>Appends a block.</summary>
    public void Append(RecordedBlock block)
    {
        Write(SegmentFormat.Record(block));
        _records++;
    }

    /// <summary>Waits until everything that was appended is on the disk.</summary>
    public void Sync()
    {
        if (_stream is FileStream file)
            file.Flush(flushToDisk: true);
        else
            _stream.Flush();
    }

    /// <summary>Writes the footer.</summary>
    public void Finish()
    {
        byte[] footer = new byte[SegmentFormat.FooterSize - SHA256.HashSizeInBytes];
        BinaryPrimitives.WriteInt64LittleEndian(footer.AsSpan(4), _records);
        BinaryPrimitives.WriteInt64LittleEndian(footer.AsSpan(12), Length + SegmentFormat.FooterSize);
        Write(footer);
        _stream.Write(_hash.GetHashAndReset());
    }

    /// <summary>Writes the footer, waits until all of it is on the disk, and closes the stream.</summary>
    public void Close()
    {
        Finish();
        Sync();
        Dispose();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stream.Dispose();
        _hash.Dispose();
    }

    private void Write(byte[] bytes)
    {
        _stream.Write(bytes);
        _hash.AppendData(bytes);
        Length += bytes.Length;
    }
}
