using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace PalActors.Areas.Toolkit.Files;

/// <summary>Bytes of an array in a file, read block by block.</summary>
/// <param name="stream">The stream, at the first byte of the array.</param>
/// <param name="most">As many bytes can follow at most.</param>
/// <param name="progress">Called after each block; null for nobody.</param>
internal sealed class ArrayBytes(Stream stream, UInt128 most, Action? progress)
{
    private const int Block = 1 << 17;

    /// <summary>Reads values.</summary>
    /// <param name="count">Number of values.</param>
    /// <param name="isBig">True if the highest byte of each comes first.</param>
    /// <param name="where">File and array, for error messages.</param>
    /// <exception cref="DataFileException">There are fewer, or more.</exception>
    public unsafe T[] Read<T>(int count, bool isBig, string where)
        where T : unmanaged
    {
        if ((UInt128)count * (UInt128)sizeof(T) > most)
            throw CutOff(count, (long)most / sizeof(T), where);
        T[] values = GC.AllocateUninitializedArray<T>(count);
        for (int first = 0; first < count; first += Block)
        {
            Span<T> part = values.AsSpan(first, Math.Min(Block, count - first));
            Span<byte> bytes = MemoryMarshal.AsBytes(part);
            int read = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (read < bytes.Length)
                throw CutOff(count, first + (read / sizeof(T)), where);
            if (isBig == BitConverter.IsLittleEndian)
                Reverse(bytes, sizeof(T));
            progress?.Invoke();
        }

        // Reading on also makes gzip check its sum.
        return stream.ReadByte() < 0
            ? values
            : throw new DataFileException(
                $"{where}: there are bytes after the last value; valid is {count} values, as the header says.");
    }

    private static DataFileException CutOff(int count, long there, string where) =>
        new($"{where}: the file is cut off after {there} values; valid is {count}, as the header says.");

    private static void Reverse(Span<byte> bytes, int size)
    {
        if (size == 2)
        {
            Span<ushort> values = MemoryMarshal.Cast<byte, ushort>(bytes);
            BinaryPrimitives.ReverseEndianness(values, values);
        }
        else if (size == 4)
        {
            Span<uint> values = MemoryMarshal.Cast<byte, uint>(bytes);
            BinaryPrimitives.ReverseEndianness(values, values);
        }
        else if (size == 8)
        {
            Span<ulong> values = MemoryMarshal.Cast<byte, ulong>(bytes);
            BinaryPrimitives.ReverseEndianness(values, values);
        }
    }
}
