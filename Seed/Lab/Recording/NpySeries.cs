using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using PalActors.Messages.Control;

namespace PalActors.Lab.Recording;

/// <summary>A series as numpy files, format 1.0: NAME.npy, and its ticks and neurons beside it.</summary>
/// <remarks>NAME_records.csv has tick and coordinates of each record.</remarks>
internal sealed class NpySeries : ISeriesWriter
{
    // The magic bytes, the version, and the length of the text.
    private const int Preamble = 10;
    private const int Alignment = 64;

    private readonly FileStream _stream;

    /// <summary>Begins the files.</summary>
    /// <param name="path">The file, without extension.</param>
    /// <param name="series">The series.</param>
    /// <param name="coordinates">Coordinates of its records.</param>
    public NpySeries(string path, RecordedSeries series, IReadOnlyList<RecordCoordinate> coordinates)
    {
        byte[] ticks = Header("<i8", (ulong)series.Ticks.Count);
        byte[] neurons = Header("<i4", (ulong)series.Neurons.Length);
        File.WriteAllBytes(
            path + "_ticks.npy", [.. ticks, .. MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(series.Ticks))]);
        File.WriteAllBytes(
            path + "_neurons.npy", [.. neurons, .. MemoryMarshal.AsBytes(series.Neurons.AsSpan())]);
        File.WriteAllLines(path + "_records.csv", Lines(series, coordinates));
        _stream = new FileStream(path + ".npy", FileMode.CreateNew, FileAccess.Write);
        _stream.Write(Header("<f8", series.Shape));
    }

    /// <inheritdoc/>
    public void Append(RecordedRows rows) => ValueBytes.Read(rows.Values, _stream.Write);

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private static IEnumerable<string> Lines(RecordedSeries series, IReadOnlyList<RecordCoordinate> coordinates)
    {
        yield return string.Join(',', coordinates.Select(one => one.Name).Prepend("tick"));
        for (int i = 0; i < series.Ticks.Count; i++)
        {
            string tick = series.Ticks[i].ToString(CultureInfo.InvariantCulture);
            yield return string.Join(',', coordinates.Select(one => one.Text(i)).Prepend(tick));
        }
    }

    /// <summary>Header of a file of numpy, in C order.</summary>
    /// <param name="type">Type of its values, such as &lt;f8.</param>
    /// <param name="shape">Its dimensions.</param>
    internal static byte[] Header(string type, params ulong[] shape)
    {
        IEnumerable<string> sizes = shape.Select(n => string.Create(CultureInfo.InvariantCulture, $"{n}, "));
        string dimensions = string.Concat(sizes).TrimEnd(' ');
        // A Python tuple of one number ends in a comma.
        if (shape.Length > 1)
            dimensions = dimensions.TrimEnd(',');
        string text = $"{{'descr': '{type}', 'fortran_order': False, 'shape': ({dimensions}), }}";
        int length = text.Length + 1;
        length += (Alignment - ((Preamble + length) % Alignment)) % Alignment;
        byte[] content = Encoding.ASCII.GetBytes(text.PadRight(length - 1) + '\n');
        return [0x93, .. "NUMPY"u8, 1, 0, (byte)length, (byte)(length >> 8), .. content];
    }
}
