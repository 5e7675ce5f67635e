using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PalActors.Lab.Experiments;

/// <summary>Words what is wrong with a file that is not valid JSON.</summary>
internal static partial class JsonFault
{
    /// <summary>The error, with its line.</summary>
    /// <param name="path">The file.</param>
    /// <param name="text">Its content, without a byte order mark.</param>
    /// <param name="exception">What the parser says.</param>
    public static InputException Of(string path, ReadOnlySpan<byte> text, JsonException exception)
    {
        long index = exception.LineNumber ?? 0;
        string[] lines = Encoding.UTF8.GetString(text).Split('\n');
        string line = index < lines.Length ? lines[index] : "";
        // Python writes these, and they are no JSON. The parser stops at the word, or behind its sign.
        Match? word = NotNumber().Matches(line).FirstOrDefault(match => Covers(line, match, exception));
        string message = word is null
            ? "not valid JSON here: is a quote, a comma or a bracket missing?"
            : $"{KeyBefore(line[..word.Index])}{word.Value} is no number of JSON; valid is a finite number.";
        return new Source(path, index + 1).Error(message);
    }

    private static bool Covers(string line, Match word, JsonException exception)
    {
        int start = Encoding.UTF8.GetByteCount(line.AsSpan(0, word.Index));
        return exception.BytePositionInLine is { } at && at >= start && at <= start + word.Length;
    }

    private static string KeyBefore(string line) =>
        Key().Matches(line) is { Count: > 0 } keys ? $"{keys[^1].Groups[1].Value}: " : "";

    [GeneratedRegex("[-+]?(NaN|Infinity)")]
    private static partial Regex NotNumber();

    [GeneratedRegex("\"([^\"]*)\"\\s*:")]
    private static partial Regex Key();
}
