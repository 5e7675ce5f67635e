using System.Globalization;

namespace PalActors.Areas.Toolkit.Files;

/// <summary>Type of the values of an array, as they lie in a file.</summary>
/// <param name="Kind">As in numpy: b truth value, i and u whole number, f real number, U and S text.</param>
/// <param name="Size">Bytes per value.</param>
/// <param name="IsBig">True if the highest byte comes first.</param>
internal readonly record struct ElementType(char Kind, int Size, bool IsBig)
{
    private const int LongestText = 1 << 16;

    /// <summary>Valid types in words, for error messages.</summary>
    public const string Valid = "f2, f4, f8, i1 to i8, u1 to u8, bool, and U or S for labels";

    /// <summary>Checks whether values are texts.</summary>
    public bool IsText => Kind is 'U' or 'S';

    /// <summary>Reads a type as numpy writes it, for instance <c>&lt;f4</c>; null for one that is not read.</summary>
    public static ElementType? Parse(string text)
    {
        if (text.Length < 3 || !"<>=|".Contains(text[0])
            || !int.TryParse(text.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out int size))
            return null;
        char kind = text[1];
        // A character of U has four bytes.
        int bytes = kind == 'U' && size <= LongestText ? 4 * size : size;
        bool isKnown = kind switch
        {
            'f' => size is 2 or 4 or 8,
            'i' or 'u' => size is 1 or 2 or 4 or 8,
            'b' => size == 1,
            'U' or 'S' => size is > 0 and <= LongestText,
            _ => false,
        };
        return isKnown ? new ElementType(kind, bytes, text[0] == '>') : null;
    }

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        'b' => "bool",
        'U' => string.Create(CultureInfo.InvariantCulture, $"text of {Size / 4} characters"),
        'S' => string.Create(CultureInfo.InvariantCulture, $"text of {Size} bytes"),
        _ => string.Create(
            CultureInfo.InvariantCulture,
            $"{(Kind == 'f' ? "float" : Kind == 'i' ? "int" : "uint")}{8 * Size}{(IsBig ? ", big-endian" : "")}"),
    };
}
