using nietras.SeparatedValues;

namespace PalActors.Areas.Toolkit.Files;

/// <summary>Table of text with a header, a sample a line, plain or gzip.</summary>
/// <remarks>Fields are separated by commas, semicolons or tabs, whichever the header has most of.</remarks>
internal sealed class CsvFormat : IDataFormat
{
    private static readonly string[] s_endings = [".csv", ".tsv", ".txt"];

    /// <inheritdoc/>
    public string Name => "CSV";

    /// <inheritdoc/>
    public string Summary => "columns with a header, in a file that ends in .csv, .tsv or .txt";

    /// <inheritdoc/>
    public bool Suits(string path, ReadOnlySpan<byte> first)
    {
        string plain = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
        return s_endings.Any(ending => plain.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
    }

    /// <inheritdoc/>
    public IReadOnlyList<FilePart> Parts(string path)
    {
        using CsvText text = CsvText.Open(path);
        long[] numbers = new long[text.Header.Count];
        string?[] others = new string?[text.Header.Count];
        long rows = 0;
        foreach (SepReader.Row row in text.Rows())
        {
            for (int column = 0; column < numbers.Length; column++)
            {
                if (row[column].TryParse(out double value) && double.IsFinite(value))
                    numbers[column]++;
                else
                    others[column] ??= $"row {row.RowIndex} is '{row[column].Span}'";
            }

            rows++;
        }

        return [.. text.Header.Select((name, i) => new FilePart(name, Type(i), [rows]))];

        // Where most are numbers, the others are hardly meant.
        string Type(int column) => others[column] is not { } other ? "numbers"
            : numbers[column] > rows / 2 ? $"numbers, but {other}"
            : "texts";
    }

    /// <inheritdoc/>
    public FileContent Read(string path, FileRequest request)
    {
        using CsvText text = CsvText.Open(path);
        CsvColumns columns = new(path, text.Header, request);
        CsvNumbers? inputs = request.Inputs is null ? null : new(text, columns.Inputs);
        CsvNumbers? targets = request.Targets is null ? null : new(text, columns.Targets);
        LabelCollector? labels = request.Labels is null ? null : new();
        foreach (SepReader.Row row in text.Rows())
        {
            inputs?.Add(row);
            targets?.Add(row);
            if (labels is null)
                continue;
            ReadOnlySpan<char> label = row[columns.Labels].Span;
            if (label.IsWhiteSpace())
                throw text.Error(row, columns.Labels, "a label");
            labels.Add(label);
        }

        return new FileContent(inputs?.Collected(), labels?.Collected(), targets?.Collected());
    }
}
