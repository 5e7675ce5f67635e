namespace PalActors.Areas.Toolkit.Files;

/// <summary>IDX file of bytes, plain or gzip.</summary>
/// <remarks>
/// The file has a magic number (0x08 for bytes, then the number of dimensions), the size of each dimension as a
/// big-endian 32-bit number, then the values, the last dimension fastest.
/// A file that is not exactly that is refused. Memory is allocated as values arrive, whatever the header claims.
/// </remarks>
public sealed partial class IdxFile
{
    /// <summary>Magic number of images: bytes in three dimensions.</summary>
    public const uint Images = 0x00000803;

    /// <summary>Magic number of labels: bytes in one dimension.</summary>
    public const uint Labels = 0x00000801;

    private IdxFile(int[] sizes, byte[] values) => (Sizes, Values) = (sizes, values);

    /// <summary>Size of each dimension.</summary>
    public int[] Sizes { get; }

    /// <summary>Values of the file.</summary>
    public byte[] Values { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="magic">Type that it must have: <see cref="Images"/> or <see cref="Labels"/>.</param>
    /// <exception cref="DataFileException">The file is of another type, is damaged, or cannot be read.</exception>
    public static IdxFile Read(string path, uint magic)
    {
        try
        {
            using Stream stream = PackedFile.Open(path, out bool packed);
            return Read(stream, path, magic, new FileInfo(path).Length, packed);
        }
        catch (InvalidDataException exception)
        {
            throw new DataFileException(
                $"{path}: the gzip is damaged: {exception.Message.TrimEnd('.')}; "
                + "valid is an intact IDX file, plain or gzip.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException($"{path}: cannot be read: {exception.Message}");
        }
    }
}
