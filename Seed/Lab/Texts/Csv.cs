using System.Text;

namespace PalActors.Lab.Texts;

/// <summary>Lines of comma-separated values (RFC 4180), and files of them.</summary>
/// <remarks>
/// A field with a comma, a quote or a line end in it, such as a list, is quoted. Files are those of this program,
/// perhaps still being written, and their lines are kept as they stand. Tables of a user's own are read by the toolkit,
/// which knows other separators and makes numbers of their columns at once.
/// </remarks>
internal static class Csv
{
    /// <summary>The line of some fields.</summary>
    public static string Join(IEnumerable<string> fields) => string.Join(',', fields.Select(Quote));

    /// <summary>The lines of a file after its header, as far as they are whole.</summary>
    /// <remarks>
    /// A last line without its end is being written, or was when its process was killed. It does not count, even where
    /// the beginning of its value looks like a number.
    /// </remarks>
    /// <param name="path">The file, which another process may be writing.</param>
    /// <param name="header">Its first line.</param>
    /// <param name="valid">The valid file, for the error.</param>
    /// <exception cref="InputException">It has another first line.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static IEnumerable<string> Rows(string path, string header, string valid)
    {
        using StreamReader reader = new(WholeLines(path, header));
        if (reader.ReadLine() is { } first && first != header)
            throw new InputException($"{path}:1: the first line is not '{header}'; valid is {valid}.");
        while (reader.ReadLine() is { } line)
            yield return line;
    }

    /// <summary>The fields of a line.</summary>
    public static IReadOnlyList<string> Split(string line)
    {
        if (!line.Contains('"', StringComparison.Ordinal))
            return line.Split(',');
        List<string> fields = [];
        StringBuilder field = new();
        bool quoted = false;
        for (int i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && quoted && i + 1 < line.Length && line[i + 1] == '"')
                field.Append(line[i++]);
            else if (line[i] == '"')
                quoted = !quoted;
            else if (line[i] == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
                field.Append(line[i]);
        }

        fields.Add(field.ToString());
        return fields;
    }

    private static MemoryStream WholeLines(string path, string header)
    {
        using FileStream stream = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        byte[] bytes = new byte[stream.Length];
        ReadOnlySpan<byte> read = bytes.AsSpan(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
        int end = read.LastIndexOf((byte)'\n') + 1;
        // A file without any line end may be another one: the caller then finds a wrong first line.
        bool isOther = end == 0 && !Encoding.UTF8.GetBytes(header).AsSpan().StartsWith(read);
        return new MemoryStream(bytes, 0, isOther ? read.Length : end);
    }

    private static string Quote(string field) => field.AsSpan().ContainsAny(",\"\r\n")
        ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : field;
}
