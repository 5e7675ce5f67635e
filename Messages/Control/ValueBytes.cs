using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace PalActors.Messages.Control;

/// <summary>Values as little-endian bytes, some at a time, since a span of bytes ends at 2 GB.</summary>
public static class ValueBytes
{
    // Half a megabyte.
    private const int Most = 1 << 16;

    /// <summary>Hands out the bytes of values, in order.</summary>
    /// <param name="values">The values.</param>
    /// <param name="take">Takes some of the bytes, which it must not keep.</param>
    public static void Read(ReadOnlySpan<double> values, Action<ReadOnlySpan<byte>> take)
    {
        Span<long> turned = BitConverter.IsLittleEndian ? [] : new long[Math.Min(Most, values.Length)];
        while (!values.IsEmpty)
        {
            ReadOnlySpan<double> some = values[..Math.Min(Most, values.Length)];
            values = values[some.Length..];
            if (!BitConverter.IsLittleEndian)
            {
                BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<double, long>(some), turned);
                some = MemoryMarshal.Cast<long, double>(turned)[..some.Length];
            }

            take(MemoryMarshal.AsBytes(some));
        }
    }

    /// <summary>Sets values from their bytes, in order.</summary>
    /// <param name="values">The values.</param>
    /// <param name="give">Fills a span with the next bytes.</param>
    public static void Write(Span<double> values, Action<Span<byte>> give)
    {
        while (!values.IsEmpty)
        {
            Span<double> some = values[..Math.Min(Most, values.Length)];
            values = values[some.Length..];
            give(MemoryMarshal.AsBytes(some));
            if (BitConverter.IsLittleEndian)
                continue;
            Span<long> bits = MemoryMarshal.Cast<double, long>(some);
            BinaryPrimitives.ReverseEndianness(bits, bits);
        }
    }
}
