using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PalActors.Areas.Toolkit.Files;

/// <summary>Header of an array of numpy, formats 1 to 3.</summary>
/// <remarks>
/// It is the magic bytes, a version, the length of a text, and the text: a map of Python with type, order and shape.
/// </remarks>
internal static partial class NpyHeader
{
    private const int LongestText = 1 << 16;

    /// <summary>The first bytes.</summary>
    public static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y'];

    /// <summary>Reads a header, and leaves the stream at the first value.</summary>
    /// <exception cref="DataFileException">It is none, or its values are not read.</exception>
    public static ArrayOutline Read(Stream stream, string where, out int length)
    {
        string text = Text(stream, where, out length);
        Match order = Order().Match(text), shape = Shape().Match(text);
        if (!order.Success || !shape.Success)
            throw Damaged(where);
        Match type = Type().Match(text);
        ElementType? known = type.Success ? ElementType.Parse(type.Groups[1].Value) : null;
        if (known is not { } element)
        {
            string given = type.Success ? $"'{type.Groups[1].Value}'" : "of several fields";
            throw new DataFileException($"{where}: the dtype is {given}; valid is one of {ElementType.Valid}.");
        }

        string[] sizes = shape.Groups[1].Value.Split(
            ',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        List<long> read = [];
        foreach (string size in sizes)
        {
            read.Add(int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
                ? number
                : throw new DataFileException(
                    $"{where}: a size of the shape is {size}; valid is at most {int.MaxValue}."));
        }

        return new ArrayOutline(element, read, order.Groups[1].Value == "True");
    }

    private static string Text(Stream stream, string where, out int length)
    {
        Span<byte> first = stackalloc byte[12];
        if (stream.ReadAtLeast(first[..8], 8, throwOnEndOfStream: false) < 8 || !first.StartsWith(Magic))
            throw Damaged(where);
        // Of version 1 the length has two bytes, of later ones four.
        int bytes = first[6] == 1 ? 2 : 4;
        Span<byte> counted = first.Slice(8, bytes);
        if (first[6] is < 1 or > 3 || stream.ReadAtLeast(counted, bytes, throwOnEndOfStream: false) < bytes)
            throw Damaged(where);
        uint count = bytes == 2
            ? BinaryPrimitives.ReadUInt16LittleEndian(counted)
            : BinaryPrimitives.ReadUInt32LittleEndian(counted);
        if (count > LongestText)
            throw Damaged(where);
        byte[] text = new byte[count];
        if (stream.ReadAtLeast(text, text.Length, throwOnEndOfStream: false) < text.Length)
            throw Damaged(where);
        length = 8 + bytes + text.Length;
        return Encoding.UTF8.GetString(text);
    }

    private static DataFileException Damaged(string where) =>
        new($"{where}: the header is damaged or cut off; valid is that of a .npy file of numpy.");

    [GeneratedRegex("""'descr'\s*:\s*'([^']*)'""")]
    private static partial Regex Type();

    [GeneratedRegex("""'fortran_order'\s*:\s*(True|False)""")]
    private static partial Regex Order();

    [GeneratedRegex("""'shape'\s*:\s*\(([0-9,\sL]*)\)""")]
    private static partial Regex Shape();
}
