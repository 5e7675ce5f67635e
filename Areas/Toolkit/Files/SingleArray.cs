namespace PalActors.Areas.Toolkit.Files;

/// <summary>Reads a file that holds one array.</summary>
internal static class SingleArray
{
    /// <summary>Reads the header of a stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="where">The file, for error messages.</param>
    /// <param name="length">Its length in bytes.</param>
    public delegate ArrayOutline HeaderReader(Stream stream, string where, out int length);

    /// <summary>Describes it.</summary>
    public static IReadOnlyList<FilePart> Parts(string path, HeaderReader header)
    {
        using Stream stream = PackedFile.Open(path, out _);
        ArrayOutline outline = header(stream, path, out _);
        return [new FilePart("", outline.Description, outline.Sizes)];
    }

    /// <summary>Reads it as what is wanted.</summary>
    /// <exception cref="DataFileException">It cannot be used.</exception>
    public static FileContent Read(string path, FileRequest request, HeaderReader header)
    {
        IReadOnlyList<string> named = request.Inputs ?? request.Labels ?? request.Targets ?? [];
        bool isOne = new[] { request.Inputs, request.Labels, request.Targets }.Count(one => one is not null) == 1;
        if (!isOne || named.Count > 0)
        {
            throw new DataFileException(
                $"{path}: the file holds one array without a name; valid is inputs and labels as files, not in one.");
        }

        long size = new FileInfo(path).Length;
        using Stream stream = PackedFile.Open(path, out bool packed);
        ArrayOutline outline = header(stream, path, out int length);
        UInt128 most = packed ? (UInt128)size * PackedFile.LargestRatio : (UInt128)(size - length);
        ArrayBytes bytes = new(
            stream, most, packed ? null : () => ReadingProgress.Report(path, stream.Position, size));
        ArrayReader reader = new(bytes, outline, path);
        FileContent content = new(
            request.Inputs is null ? null : reader.ReadRows(),
            request.Labels is null ? null : reader.ReadLabels(),
            request.Targets is null ? null : reader.ReadRows());
        if (packed && !PackedFile.EndsWith(path, length + (long)outline.Bytes))
            throw new InvalidDataException("its end is cut off, or something stands behind it");
        return content;
    }
}
