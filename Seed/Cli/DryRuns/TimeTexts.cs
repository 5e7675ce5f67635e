using System.Globalization;

namespace PalActors.Cli.DryRuns;

/// <summary>Times in text, from microseconds to days.</summary>
internal static class TimeTexts
{
    /// <summary>Words the time of a tick: <c>0.83 µs</c>, <c>12 µs</c>, <c>4.2 ms</c>.</summary>
    public static string Short(double seconds)
    {
        (double value, string unit) = seconds switch
        {
            < 1e-3 => (seconds * 1e6, "µs"),
            < 1 => (seconds * 1e3, "ms"),
            _ => (seconds, "s"),
        };
        string format = value < 10 ? "0.00" : value < 100 ? "0.0" : "0";
        return $"{value.ToString(format, CultureInfo.InvariantCulture)} {unit}";
    }

    /// <summary>Words the time of a run: <c>40 s</c>, <c>12 min</c>, <c>7.5 h</c>, <c>3,100 h</c>.</summary>
    public static string Long(double seconds) => seconds switch
    {
        < 1 => "less than a second",
        < 120 => string.Create(CultureInfo.InvariantCulture, $"{seconds:F0} s"),
        < 7200 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 60:F0} min"),
        < 360_000 => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:F1} h"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:N0} h"),
    };
}
