using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using PalActors.Lab.Recording;

namespace PalActors.Benchmarks;

/// <summary>A file of samples that is loaded.</summary>
/// <param name="Name">Name in the table.</param>
/// <param name="FileName">Name of the file.</param>
/// <param name="Write">Writes it, the same in each run.</param>
internal sealed record LoadedFile(string Name, string FileName, Action<Stream> Write)
{
    private const int Rows = 60_000;
    private const int Columns = 784;
    private const long CsvBytes = 100_000_000;

    /// <summary>All files: as many samples as MNIST has for training, and 100 MB of text.</summary>
    public static IReadOnlyList<LoadedFile> All { get; } =
    [
        new($".npy, {Rows} x {Columns} bytes", "bytes.npy", stream => WriteNpy(stream, "|u1", Pixels)),
        new($".npy, {Rows} x {Columns} doubles", "doubles.npy", stream => WriteNpy(stream, "<f8", Doubles)),
        new(".csv, pixels", "pixels.csv", stream => WriteCsv(stream, random => Text(random.Next(256)))),
        new(".csv, decimals", "decimals.csv", stream => WriteCsv(stream, random => Text(random.Next(10_000) / 1e4))),
    ];

    /// <summary>True if numpy reads it as it is.</summary>
    public bool IsArray => Path.GetExtension(FileName) == ".npy";

    private static byte[] Pixels(Random random)
    {
        byte[] row = new byte[Columns];
        random.NextBytes(row);
        return row;
    }

    private static byte[] Doubles(Random random)
    {
        double[] row = [.. Enumerable.Range(0, Columns).Select(_ => random.NextDouble())];
        return MemoryMarshal.AsBytes(row.AsSpan()).ToArray();
    }

    private static void WriteNpy(Stream stream, string type, Func<Random, byte[]> row)
    {
        Random random = new(1);
        stream.Write(NpySeries.Header(type, Rows, Columns));
        for (int i = 0; i < Rows; i++)
            stream.Write(row(random));
    }

    private static void WriteCsv(Stream stream, Func<Random, string> value)
    {
        Random random = new(1);
        using StreamWriter writer = new(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(string.Join(',', Enumerable.Range(0, Columns).Select(column => $"c{column}")));
        while (stream.Position < CsvBytes)
            writer.WriteLine(string.Join(',', Enumerable.Range(0, Columns).Select(_ => value(random))));
    }

    private static string Text(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
