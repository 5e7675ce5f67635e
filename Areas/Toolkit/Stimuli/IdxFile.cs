using System.Buffers.Binary;

namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>
/// An IDX file of bytes: a magic number (0x08 for bytes, then the number of dimensions), the size of each dimension as a big-endian 32-bit number, then the values, the last dimension
/// fastest. Plain or gzip. A file that is not exactly that is refused; nothing is allocated on the word of a header alone.
/// </summary>
public sealed class IdxFile
{
    /// <summary>Magic number of images: bytes in three dimensions.</summary>
    public const uint Images = 0x00000803;

    /// <summary>Magic number of labels: bytes in one dimension.</summary>
    public const uint Labels = 0x00000801;

    private const int FirstBlock = 1 << 20;

    private IdxFile(int[] sizes, byte[] values) => (Sizes, Values) = (sizes, values);

    /// <summary>The size of each dimension.</summary>
    public int[] Sizes { get; }

    /// <summary>The values.</summary>
    public byte[] Values { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="magic">What it must be: <see cref="Images"/> or <see cref="Labels"/>.</param>
    /// <exception cref="DataFileException">It is not, or is damaged, or cannot be read.</exception>
    public static IdxFile Read(string path, uint magic)
    {
        try
        {
            using Stream stream = PackedFile.Open(path, out bool packed);
            return Read(stream, path, magic, new FileInfo(path).Length, packed);
        }
        catch (InvalidDataException exception)
        {
            throw new DataFileException($"{path}: the gzip is damaged: {exception.Message.TrimEnd('.')}; valid is an intact IDX file, plain or gzip.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException($"{path}: cannot be read: {exception.Message}");
        }
    }

    private static IdxFile Read(Stream stream, string path, uint magic, long length, bool packed)
    {
        int[] sizes = new int[magic & 0xff];
        byte[] header = new byte[4 * (1 + sizes.Length)];
        int got = stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        if (got >= 4 && BinaryPrimitives.ReadUInt32BigEndian(header) != magic)
        {
            string hint = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) && !packed ? ", and the file is no gzip, in spite of its name" : "";
            throw new DataFileException($"{path}: the magic number is 0x{BinaryPrimitives.ReadUInt32BigEndian(header):x8}{hint}; valid is 0x{magic:x8}, {(magic == Images ? "images" : "labels")}.");
        }

        if (got < header.Length)
            throw new DataFileException($"{path}: the file is cut off after {got} bytes; valid is a header of {header.Length} bytes, then the values.");
        UInt128 claimed = 1;
        for (int i = 0; i < sizes.Length; i++)
        {
            uint size = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4 * (i + 1)));
            if (size is 0 or > int.MaxValue)
                throw new DataFileException($"{path}: the size of dimension {i + 1} is {size}; valid is 1 to {int.MaxValue}.");
            sizes[i] = (int)size;
            claimed *= size;
        }

        UInt128 most = packed ? (UInt128)length * PackedFile.LargestRatio : (UInt128)(length - header.Length);
        string what = string.Join(" x ", sizes);
        if (claimed > most || claimed > (UInt128)Array.MaxLength)
            throw new DataFileException($"{path}: the header promises {what} = {claimed} values; the file, of {length} bytes{(packed ? " packed" : "")}, is cut off or its header is wrong.");
        byte[] values = ReadValues(stream, (int)claimed, out int read);
        if (read < (int)claimed)
            throw new DataFileException($"{path}: the file is cut off after {read} values; valid is {what} = {claimed}, as its header says.");
        // Reading on also makes gzip check its sum.
        if (stream.ReadByte() >= 0)
            throw new DataFileException($"{path}: there are bytes after the last value; valid is {what} = {claimed} values, as the header says, and no more.");
        if (packed && !PackedFile.EndsWith(path, header.Length + (long)values.Length))
            throw new InvalidDataException("its end is cut off, or something stands behind it");
        return new IdxFile(sizes, values);
    }

    // Grows with what has arrived: a packed file's header cannot be held against its length.
    private static byte[] ReadValues(Stream stream, int count, out int read)
    {
        byte[] values = new byte[Math.Min(count, FirstBlock)];
        read = 0;
        while (true)
        {
            read += stream.ReadAtLeast(values.AsSpan(read), values.Length - read, throwOnEndOfStream: false);
            if (read < values.Length || read == count)
                return values;
            Array.Resize(ref values, (int)Math.Min(count, 2L * values.Length));
        }
    }
}
