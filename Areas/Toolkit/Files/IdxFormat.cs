using System.Buffers.Binary;

namespace PalActors.Areas.Toolkit.Files;

/// <summary>Array of MNIST's format in a file, plain or gzip.</summary>
/// <remarks>Two zero bytes, the type, the number of dimensions, their sizes, then the values, all big-endian.</remarks>
internal sealed class IdxFormat : IDataFormat
{
    private const int MostDimensions = 16;

    /// <inheritdoc/>
    public string Name => "IDX";

    /// <inheritdoc/>
    public string Summary => "one array, the format of MNIST; bytes, int8, int16, int32, float32 or float64";

    /// <inheritdoc/>
    public bool Suits(string path, ReadOnlySpan<byte> first) =>
        first is [0, 0, _, >= 1 and <= MostDimensions, ..] && TypeOf(first[2]) is not null;

    /// <inheritdoc/>
    public IReadOnlyList<FilePart> Parts(string path) => SingleArray.Parts(path, Header);

    /// <inheritdoc/>
    public FileContent Read(string path, FileRequest request) => SingleArray.Read(path, request, Header);

    private static ArrayOutline Header(Stream stream, string where, out int length)
    {
        Span<byte> header = stackalloc byte[4 * (1 + MostDimensions)];
        int read = stream.ReadAtLeast(header[..4], 4, throwOnEndOfStream: false);
        length = read < 4 ? header.Length + 1 : 4 * (1 + header[3]);
        if (length > header.Length
            || stream.ReadAtLeast(header[4..length], length - 4, throwOnEndOfStream: false) < length - 4)
            throw new DataFileException($"{where}: the header is cut off; valid is an intact IDX file.");
        List<long> sizes = [];
        for (int at = 4; at < length; at += 4)
            sizes.Add(BinaryPrimitives.ReadUInt32BigEndian(header[at..]));
        return new ArrayOutline(TypeOf(header[2])!.Value, sizes, IsFortran: false);
    }

    private static ElementType? TypeOf(byte code) => code switch
    {
        0x08 => new ElementType('u', 1, IsBig: true),
        0x09 => new ElementType('i', 1, IsBig: true),
        0x0b => new ElementType('i', 2, IsBig: true),
        0x0c => new ElementType('i', 4, IsBig: true),
        0x0d => new ElementType('f', 4, IsBig: true),
        0x0e => new ElementType('f', 8, IsBig: true),
        _ => null,
    };
}
