using System.Globalization;

namespace PalActors.Lab.Texts;

/// <summary>Sizes in bytes as people write them: <c>500MB</c>, <c>2.5GB</c>, <c>1TB</c>; powers of 1000.</summary>
internal static class ByteSizes
{
    private static readonly (string Unit, double Bytes)[] s_units =
        [("TB", 1e12), ("GB", 1e9), ("MB", 1e6), ("kB", 1e3)];

    /// <summary>Reads a size, in bytes.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static long Parse(string option, string text)
    {
        foreach ((string unit, double bytes) in s_units)
        {
            if (text.EndsWith(unit, StringComparison.OrdinalIgnoreCase)
                && double.TryParse(
                    text[..^2], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
                && number * bytes is >= 1 and < 9e18)
            {
                return (long)(number * bytes);
            }
        }

        throw new InputException($"{option} is '{text}'; valid is a size such as 500MB, 2.5GB or 1TB.");
    }

    /// <summary>Words a size for people.</summary>
    public static string Text(long bytes) => bytes switch
    {
        < 10_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes} bytes"),
        < 10_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e3:F1} kB"),
        < 10_000_000_000 => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e6:F1} MB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1e9:F1} GB"),
    };
}
