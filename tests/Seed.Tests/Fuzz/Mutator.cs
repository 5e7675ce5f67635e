using System.Text;

namespace PalActors.Seed.Tests.Fuzz;

/// <summary>Changes texts at random, the same for the same seed.</summary>
/// <param name="seed">The seed.</param>
internal sealed class Mutator(int seed)
{
    /// <summary>Values that are difficult for readers of numbers, lists and names.</summary>
    public static readonly string[] Hostile =
    [
        "NaN", ".nan", "Infinity", "-.inf", "1e999", "-1e999", "-1", "0", "-0.0", "1e308", "-1e308", "1e-320",
        "1e-6", "0.5", ".5", "5.", "1.0e+2", "0x10", "1_000", "1,5", "9223372036854775808",
        "18446744073709551615", "2147483648", "-2147483649", "", " ", "''", "\"\"", "'1'", "\"", "'", "null",
        "~", "[]", "{}", "[", "]", "{a: 1}", "[1, 2, 3]", "[[1], 2]", "[1,", "[-1, 1]", "[1, -1]", "[0, 0]",
        "[-1e308, 1e308]", "true", "no", "2026-11-26", "12:30:00", "*a", "&a 1", "!!int 1", "!x", "%", "@",
        "|", ">", "1 ms", "0.05 ms", "1e300 ms", "1-3", "3-1", "0-9223372036854775807", "ä", "１", "١",
        "\u200b1", "\ud83d\ude00", "\t", "# 1", "a: b", "- 1", "PAL", "BP", "FA", "[PAL, PAL]", "relu",
        "tanh", "linear", "logistic", "single", "free", "aligned", "student", "../../etc", "/", "con", "a\nb",
        "\0", "1\r", "--out", "-", "--", "=", "key=value", "$HOME", "`id`", "%s%n", "1e5", "100000",
    ];

    private readonly Random _random = new(seed);

    /// <summary>A number from 0 to an exclusive bound.</summary>
    public int Next(int bound) => _random.Next(bound);

    /// <summary>One of several.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Next(items.Count)];

    /// <summary>Changes bits, bytes, lines, values or keys of a file, once to three times.</summary>
    public byte[] File(string text)
    {
        if (Next(3) == 0)
            return Bytes(Encoding.UTF8.GetBytes(text));
        for (int i = 1 + Next(2); i > 0; i--)
            text = Line(text);
        return Encoding.UTF8.GetBytes(text);
    }

    /// <summary>Changes a single value: all of it, or one character.</summary>
    public string Value(string value)
    {
        if (value.Length == 0 || Next(2) > 0)
            return Pick(Hostile);
        int at = Next(value.Length);
        int[] digits = [.. Enumerable.Range(0, value.Length).Where(k => char.IsAsciiDigit(value[k]))];
        if (digits.Length > 0 && Next(2) > 0)
        {
            at = Pick(digits);
            return value[..at] + Next(10) + value[(at + 1)..];
        }

        return Next(4) switch
        {
            0 => value.Remove(at, 1),
            1 => value.Insert(at, value[at].ToString()),
            2 => value.Insert(at, Pick(Hostile)),
            _ => value[..at] + (char)(value[at] ^ (1 << Next(7))) + value[(at + 1)..],
        };
    }

    private byte[] Bytes(byte[] bytes)
    {
        int at = Next(bytes.Length), count = Math.Min(1 + Next(40), bytes.Length - at);
        switch (Next(5))
        {
            case 0:
                bytes[at] ^= (byte)(1 << Next(8));
                return bytes;
            case 1:
                bytes[at] = (byte)Next(256);
                return bytes;
            case 2:
                return [.. bytes[..at], .. bytes[(at + count)..]];
            case 3:
                return [.. bytes[..(at + count)], .. bytes[at..]];
            default:
                return bytes[..at];
        }
    }

    private string Line(string text)
    {
        List<string> lines = [.. text.Split('\n')];
        int at = Next(lines.Count), other = Next(lines.Count), colon = lines[at].IndexOf(':', StringComparison.Ordinal);
        switch (Next(8))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines.Insert(other, lines[at]);
                break;
            case 2:
                (lines[at], lines[other]) = (lines[other], lines[at]);
                break;
            case 3 when colon > 0:
                lines[at] = Value(lines[at][..colon]) + lines[at][colon..];
                break;
            case > 3 when colon > 0:
                lines[at] = $"{lines[at][..colon]}: {Value(lines[at][(colon + 1)..].Split('#')[0].Trim())}";
                break;
        }

        return string.Join('\n', lines);
    }
}
