using System.Globalization;
using System.Text;
using nietras.SeparatedValues;

namespace PalActors.Areas.Toolkit.Files;

/// <summary>Lines of a table of text, checked to have a field for each name of the header.</summary>
internal sealed partial class CsvText : IDisposable
{
    // A report for as many rows.
    private const int RowsPerReport = 1 << 10;
    private const int HeaderLength = 1 << 20;

    private static readonly char[] s_separators = [',', ';', '\t'];

    private readonly string _path;
    private readonly FileStream _file;
    private readonly SepReader _reader;

    private CsvText(string path, FileStream file, SepReader reader)
    {
        (_path, _file, _reader) = (path, file, reader);
        if (!reader.MoveNext())
            throw new DataFileException($"{path}: the file is empty; valid is a header that names the columns.");
        SepReader.Row first = reader.Current;
        List<string> header = [];
        for (int column = 0; column < first.ColCount; column++)
            header.Add(first[column].Span.Trim().ToString());
        Header = header;
        if (header.All(name => double.TryParse(name, NumberStyles.Float, CultureInfo.InvariantCulture, out _)))
        {
            throw new DataFileException(
                $"{path}:1: the first line has numbers only; valid is the names of the columns.");
        }

        if (header.FindIndex(name => name.Length == 0) is >= 0 and int unnamed && header.Count > 1 && unnamed > 0)
            throw new DataFileException($"{path}:1: column {unnamed + 1} has no name; valid is a name for each.");
        if (header.GroupBy(name => name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new DataFileException($"{path}:1: two columns are named '{twice.Key}'; valid are different names.");
    }

    /// <summary>Names of the columns.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>Opens a file and reads its header.</summary>
    /// <exception cref="DataFileException">There is no header.</exception>
    public static CsvText Open(string path)
    {
        char separator = Separator(path);
        FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16);
        try
        {
            Stream plain = Unpacked(path, file);
            StreamReader text = new(plain, Strict(), detectEncodingFromByteOrderMarks: true, 1 << 16);
            SepReader reader = Sep.New(separator).Reader(options => options with
            {
                HasHeader = false,
                Unescape = true,
                DisableColCountCheck = true,
                CultureInfo = CultureInfo.InvariantCulture,
            }).From(text);
            return new CsvText(path, file, reader);
        }
        catch (DecoderFallbackException)
        {
            file.Dispose();
            throw NotText(path);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The lines behind the header that are not blank.</summary>
    /// <exception cref="DataFileException">One has more or fewer fields, or there is none.</exception>
    public RowEnumerator Rows() => new(this);

    /// <summary>An error about a value.</summary>
    /// <param name="row">Its row.</param>
    /// <param name="column">Its column.</param>
    /// <param name="valid">What is valid.</param>
    public DataFileException Error(SepReader.Row row, int column, string valid) => new(
        $"{_path}:{row.LineNumberFrom}: row {row.RowIndex}, column {Header[column]} is '{row[column].Span}'; "
        + $"valid is {valid}.");

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _file.Dispose();
    }

    // Only with its end is a gzip known to be whole, and a row must not be taken from one that is not.
    private static Stream Unpacked(string path, FileStream file)
    {
        Stream stream = PackedFile.Unpack(file);
        if (stream == file)
            return file;
        MemoryStream all = new();
        stream.CopyTo(all);
        all.Position = 0;
        return PackedFile.EndsWith(path, all.Length)
            ? all
            : throw new InvalidDataException("its end is cut off, or something stands behind it");
    }

    // Quotes in a header may hold any of them, and are rare enough to count them all.
    private static char Separator(string path)
    {
        using Stream stream = PackedFile.Open(path, out _);
        using StreamReader reader = new(stream);
        char[] start = new char[HeaderLength];
        ReadOnlySpan<char> text = start.AsSpan(0, reader.ReadBlock(start));
        int end = text.IndexOfAny('\r', '\n');
        string line = (end < 0 ? text : text[..end]).ToString();
        return s_separators.MaxBy(separator => line.Count(c => c == separator));
    }

    private static UTF8Encoding Strict() => new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static DataFileException NotText(string path) =>
        new($"{path}: not a text in UTF-8; valid is UTF-8, or UTF-16 with a byte order mark.");
}
