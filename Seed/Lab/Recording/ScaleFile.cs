using System.Text;
using PureHDF;

namespace PalActors.Lab.Recording;

/// <summary>File to which HDF5 is written, in which datasets can be dimension scales.</summary>
/// <remarks>
/// A dimension scale is told by an attribute <c>CLASS</c>, a string of fixed length. The library has fixed lengths for
/// all strings of a file or none, and h5py gives the others as bytes. So the attribute is written as an opaque value of
/// the same size, and becomes that string when the library reads a header back for its checksum.
/// </remarks>
internal sealed class ScaleFile(string path)
    : FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read, BufferSize)
{
    private const int BufferSize = 1 << 16;
    private const string AttributeName = "CLASS";
    private static readonly byte[] s_mark = [.. "\u0001palact\u0001"u8];

    // Version, flags, lengths of name, data type and data space, UTF-8, name; data type, data space, value.
    private static readonly byte[] s_opaque =
    [
        3, 0, 6, 0, 16, 0, 4, 0, 1, .. Encoding.ASCII.GetBytes(AttributeName), 0,
        0x35, 8, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        2, 0, 0, 0,
        .. s_mark,
    ];

    private static readonly byte[] s_text =
    [
        3, 0, 6, 0, 8, 0, 4, 0, 1, .. Encoding.ASCII.GetBytes(AttributeName), 0,
        0x33, 0, 0, 0, 16, 0, 0, 0,
        2, 0, 0, 0,
        .. "DIMENSION_SCALE"u8, 0,
    ];

    /// <summary>Makes a dataset a dimension scale.</summary>
    public static void Mark(H5Dataset dataset) => dataset.Attributes[AttributeName] =
        new H5Attribute(s_mark, dimensions: [], new H5OpaqueInfo((uint)s_mark.Length, Tag: ""));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        long start = Position;
        int count = 0;
        for (int read; count < buffer.Length && (read = base.Read(buffer[count..])) > 0;)
            count += read;
        int at = buffer[..count].IndexOf(s_opaque);
        if (at < 0)
            return count;
        s_text.CopyTo(buffer[at..]);
        Position = start + at;
        Write(s_text);
        Position = start + count;
        return count;
    }
}
