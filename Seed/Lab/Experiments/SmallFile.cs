namespace PalActors.Lab.Experiments;

/// <summary>Reads the files that users write by hand.</summary>
/// <remarks>They are small; a large file is something else.</remarks>
internal static class SmallFile
{
    private const long Largest = 1 << 20;

    /// <summary>The content of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="kind">Its kind, with its article, for the error message.</param>
    /// <exception cref="InputException">It cannot be read, or is too large.</exception>
    public static byte[] Read(string path, string kind)
    {
        try
        {
            long length = new FileInfo(path).Length;
            return length <= Largest
                ? File.ReadAllBytes(path)
                : throw new InputException($"{path}: the file has {length} bytes; {kind} has at most {Largest}.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be read: {exception.Message}");
        }
    }
}
