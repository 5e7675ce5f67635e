using System.Globalization;

namespace PalActors.Seed.Commands;

/// <summary>Times on the command line: <c>30s</c>, <c>5m</c>, <c>1h</c>.</summary>
public static class Durations
{
    /// <summary>Reads a time.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static TimeSpan Parse(string option, string text)
    {
        double unit = text.Length < 2 ? 0 : text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, _ => 0 };
        return unit > 0 && double.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double count) && count > 0 && count * unit <= 1e9
            ? TimeSpan.FromSeconds(count * unit)
            : throw new InputException($"{option} is '{text}'; valid is a time such as 30s, 5m or 1h.");
    }
}
