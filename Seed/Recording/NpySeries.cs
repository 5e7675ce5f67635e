using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace PalActors.Seed.Recording;

/// <summary>A series as numpy files, format 1.0: NAME.npy, and its ticks and neurons beside it.</summary>
internal sealed class NpySeries : ISeriesWriter
{
    private const int Alignment = 64;

    private readonly FileStream _stream;

    /// <summary>Begins the files.</summary>
    public NpySeries(string path, RecordedSeries series)
    {
        File.WriteAllBytes(path + "_ticks.npy", [.. Header("<i8", (ulong)series.Ticks.Count), .. MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(series.Ticks))]);
        File.WriteAllBytes(path + "_neurons.npy", [.. Header("<i4", (ulong)series.Neurons.Length), .. MemoryMarshal.AsBytes(series.Neurons.AsSpan())]);
        _stream = new FileStream(path + ".npy", FileMode.CreateNew, FileAccess.Write);
        _stream.Write(Header("<f8", series.Shape));
    }

    /// <inheritdoc/>
    public void Append(RecordedRows rows) => _stream.Write(MemoryMarshal.AsBytes(rows.Values.AsSpan()));

    /// <inheritdoc/>
    public void Dispose() => _stream.Dispose();

    private static byte[] Header(string type, params ulong[] shape)
    {
        string dimensions = string.Concat(shape.Select(n => string.Create(CultureInfo.InvariantCulture, $"{n}, "))).TrimEnd(' ');
        string text = $"{{'descr': '{type}', 'fortran_order': False, 'shape': ({(shape.Length == 1 ? dimensions : dimensions.TrimEnd(','))}), }}";
        int length = text.Length + 1;
        length += (Alignment - ((10 + length) % Alignment)) % Alignment;
        return [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0, (byte)length, (byte)(length >> 8), .. Encoding.ASCII.GetBytes(text.PadRight(length - 1) + '\n')];
    }
}
