namespace PalActors.Areas.Toolkit.Files;

/// <summary>Formats of files that hold samples.</summary>
/// <remarks>A new one is a class in a file of its own and a row here.</remarks>
public static class DataFormats
{
    // As many bytes as any format needs to be known.
    private const int FirstBytes = 16;

    internal static IReadOnlyList<IDataFormat> All { get; } =
        [new CsvFormat(), new NpyFormat(), new NpzFormat(), new IdxFormat(), new CifarFormat()];

    /// <summary>Each format with what is read of it.</summary>
    public static IReadOnlyList<(string Name, string Summary)> Summaries { get; } =
        [.. All.Select(format => (format.Name, format.Summary))];

    /// <summary>Lists what a file holds.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Name of its format, and its columns or arrays.</returns>
    /// <exception cref="DataFileException">The file cannot be used.</exception>
    public static (string Format, IReadOnlyList<FilePart> Parts) Describe(string path) => Guard(path, () =>
    {
        IDataFormat format = Of(path);
        return (format.Name, format.Parts(path));
    });

    /// <summary>Counts how often each label occurs in a column or array of texts or whole numbers.</summary>
    /// <param name="path">The file.</param>
    /// <param name="part">The column or array.</param>
    /// <returns>Nothing for what has no labels.</returns>
    /// <exception cref="DataFileException">The file cannot be used.</exception>
    public static (IReadOnlyList<string> Names, IReadOnlyList<int> Counts) Balance(string path, FilePart part)
    {
        bool isText = part.Type.StartsWith("text", StringComparison.Ordinal);
        bool isWhole = part.Type.StartsWith("int", StringComparison.Ordinal)
            || part.Type.StartsWith("uint", StringComparison.Ordinal);
        if (part.Shape.Count != 1 || !(isText || isWhole))
            return ([], []);
        string[] names = part.Name.Length > 0 ? [part.Name] : [];
        LabelColumn labels = Read(path, new FileRequest(null, names, null)).Labels!;
        int[] counts = new int[labels.Names.Count];
        foreach (int code in labels.Codes)
            counts[code]++;
        return (labels.Names, counts);
    }

    /// <summary>Reads what is wanted of a file.</summary>
    /// <exception cref="DataFileException">It is not there, or the file cannot be used.</exception>
    internal static FileContent Read(string path, FileRequest request) =>
        Guard(path, () => Of(path).Read(path, request));

    /// <summary>Checks whether a file is an archive of named arrays.</summary>
    internal static bool IsArchive(string path) => Guard(path, () => Of(path) is NpzFormat);

    private static IDataFormat Of(string path)
    {
        Span<byte> first = stackalloc byte[FirstBytes];
        using Stream stream = PackedFile.Open(path, out _);
        int read = stream.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        foreach (IDataFormat format in All)
        {
            if (format.Suits(path, first[..read]))
                return format;
        }

        string names = string.Join(", ", All.Select(format => format.Name));
        throw new DataFileException($"{path}: the format is not known; valid is one of {names}.");
    }

    private static T Guard<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException exception)
        {
            throw new DataFileException(
                $"{path}: the file is damaged: {exception.Message.TrimEnd('.')}; valid is an intact one.");
        }
        catch (FileNotFoundException)
        {
            throw new DataFileException($"{path}: there is no such file; valid is one that is there.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException($"{path}: cannot be read: {exception.Message}");
        }
    }
}
