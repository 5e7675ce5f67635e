using System.Globalization;

namespace PalActors.Clustering.Recovery;

/// <summary>Reads and writes times as people write them: <c>30s</c>, <c>1.5m</c>, <c>1h</c>.</summary>
public static class TimeText
{
    private const double MostSeconds = 1e9;

    /// <summary>Reads a time longer than zero.</summary>
    public static bool TryParse(string text, out TimeSpan time)
    {
        double unit = text.Length < 2 ? 0 : text[^1] switch { 's' => 1, 'm' => 60, 'h' => 3600, _ => 0 };
        double count = 0;
        bool valid = unit > 0
            && double.TryParse(
                text.AsSpan(0, text.Length - 1),
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out count)
            && count > 0
            && count * unit <= MostSeconds;
        time = valid ? TimeSpan.FromSeconds(count * unit) : default;
        return valid;
    }

    /// <summary>Writes a time in whole seconds, minutes or hours, in the largest unit that is exact.</summary>
    public static string Of(TimeSpan time)
    {
        long seconds = (long)Math.Round(time.TotalSeconds);
        (long length, char unit) = seconds == 0 ? (1, 's')
            : seconds % 3600 == 0 ? (3600, 'h')
            : seconds % 60 == 0 ? (60, 'm')
            : (1, 's');
        return string.Create(CultureInfo.InvariantCulture, $"{seconds / length}{unit}");
    }
}
