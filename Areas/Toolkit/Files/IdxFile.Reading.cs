using System.Buffers.Binary;

namespace PalActors.Areas.Toolkit.Files;

/// <content>Reading of header and values, with all checks.</content>
public sealed partial class IdxFile
{
    private const int FirstBlock = 1 << 20;

    private static IdxFile Read(Stream stream, string path, uint magic, long length, bool packed)
    {
        int[] sizes = new int[magic & 0xff];
        byte[] header = new byte[4 * (1 + sizes.Length)];
        int got = stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        CheckHeader(header, got, path, magic, packed);
        UInt128 claimed = 1;
        for (int i = 0; i < sizes.Length; i++)
        {
            uint size = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4 * (i + 1)));
            if (size is 0 or > int.MaxValue)
            {
                throw new DataFileException(
                    $"{path}: the size of dimension {i + 1} is {size}; valid is 1 to {int.MaxValue}.");
            }

            sizes[i] = (int)size;
            claimed *= size;
        }

        UInt128 most = packed ? (UInt128)length * PackedFile.LargestRatio : (UInt128)(length - header.Length);
        string what = string.Join(" x ", sizes);
        if (claimed > most || claimed > (UInt128)Array.MaxLength)
        {
            throw new DataFileException(
                $"{path}: the header promises {what} = {claimed} values; the file, of {length} bytes"
                + $"{(packed ? " packed" : "")}, is cut off or its header is wrong.");
        }

        byte[] values = ReadValues(stream, (int)claimed, out int read);
        if (read < (int)claimed)
        {
            throw new DataFileException(
                $"{path}: the file is cut off after {read} values; "
                + $"valid is {what} = {claimed}, as its header says.");
        }

        // Reading on also makes gzip check its sum.
        if (stream.ReadByte() >= 0)
        {
            throw new DataFileException(
                $"{path}: there are bytes after the last value; "
                + $"valid is {what} = {claimed} values, as the header says, and no more.");
        }

        if (packed && !PackedFile.EndsWith(path, header.Length + (long)values.Length))
            throw new InvalidDataException("its end is cut off, or something stands behind it");
        return new IdxFile(sizes, values);
    }

    private static void CheckHeader(byte[] header, int got, string path, uint magic, bool packed)
    {
        if (got >= 4 && BinaryPrimitives.ReadUInt32BigEndian(header) != magic)
        {
            string hint = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) && !packed
                ? ", and the file is no gzip, in spite of its name"
                : "";
            throw new DataFileException(
                $"{path}: the magic number is 0x{BinaryPrimitives.ReadUInt32BigEndian(header):x8}{hint}; "
                + $"valid is 0x{magic:x8}, {(magic == Images ? "images" : "labels")}.");
        }

        if (got < header.Length)
        {
            throw new DataFileException(
                $"{path}: the file is cut off after {got} bytes; "
                + $"valid is a header of {header.Length} bytes, then the values.");
        }
    }

    // The array grows with the values read: the length of a packed file does not bound what its header claims.
    private static byte[] ReadValues(Stream stream, int count, out int read)
    {
        byte[] values = new byte[Math.Min(count, FirstBlock)];
        read = 0;
        while (true)
        {
            read += stream.ReadAtLeast(values.AsSpan(read), values.Length - read, throwOnEndOfStream: false);
            if (read < values.Length || read == count)
                return values;
            Array.Resize(ref values, (int)Math.Min(count, 2L * values.Length));
        }
    }
}
