using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace PalActors.Lab;

/// <summary>Text of a message in which settings are still to be worded.</summary>
/// <remarks>It is made by the compiler from an interpolated string.</remarks>
[InterpolatedStringHandler]
public readonly struct InputText
{
    private readonly List<object> _parts;

    /// <summary>Makes an empty text.</summary>
    /// <param name="literalLength">Length of the constant parts.</param>
    /// <param name="formattedCount">Number of the values.</param>
    public InputText(int literalLength, int formattedCount) => _parts = new List<object>(2 * formattedCount + 1);

    /// <summary>Appends constant text.</summary>
    public void AppendLiteral(string text) => _parts.Add(text);

    /// <summary>Appends a value in the invariant culture.</summary>
    public void AppendFormatted<T>(T value) =>
        _parts.Add(value as Setting ?? (object)string.Create(CultureInfo.InvariantCulture, $"{value}"));

    /// <summary>Appends a value in a format.</summary>
    public void AppendFormatted<T>(T value, string format)
        where T : IFormattable => _parts.Add(value.ToString(format, CultureInfo.InvariantCulture));

    /// <summary>The text, with the settings in the words of whoever shows it.</summary>
    public string Worded(Func<Setting, string> word)
    {
        StringBuilder text = new();
        foreach (object part in _parts)
            text.Append(part is Setting setting ? word(setting) : part);
        return text.ToString();
    }
}
