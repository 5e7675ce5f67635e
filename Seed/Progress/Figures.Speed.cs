using System.Globalization;

namespace PalActors.Seed.Progress;

/// <content>Speed and traffic.</content>
public static partial class Figures
{
    /// <summary>Speed in ticks per second.</summary>
    public static string Speed(double ticksPerSecond) => ticksPerSecond switch
    {
        <= 0 => "-",
        < 1e3 => string.Create(CultureInfo.InvariantCulture, $"{ticksPerSecond:F0} ticks/s"),
        < 1e6 => string.Create(CultureInfo.InvariantCulture, $"{ticksPerSecond / 1e3:F1} k ticks/s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{ticksPerSecond / 1e6:F2} M ticks/s"),
    };

    /// <summary>Real-time factor: simulated milliseconds per millisecond of wall time.</summary>
    public static string RealTime(double ticksPerSecond, double dt)
    {
        double factor = ticksPerSecond * dt / 1000;
        return factor switch
        {
            <= 0 => "-",
            < 10 => TwoDigits(factor) + "x",
            _ => string.Create(CultureInfo.InvariantCulture, $"{factor:F0}x"),
        };
    }

    /// <summary>Traffic between nodes and share of the time spent waiting, with a comma before it.</summary>
    /// <returns>The text, empty in one process.</returns>
    public static string Wire(RateMeter rate) => Traffic(rate) is { Length: > 0 } traffic ? $", wire {traffic}" : "";

    /// <summary>Traffic between nodes and share of the time spent waiting.</summary>
    /// <returns>The text, empty in one process.</returns>
    public static string Traffic(RateMeter rate)
    {
        if (rate.WireFramesPerSecond <= 0)
            return "";
        string waiting = double.IsNaN(rate.WaitingShare)
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $", waiting {100 * rate.WaitingShare:F0} %");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Count(rate.WireFramesPerSecond).TrimEnd()} frames/s {Count(rate.WireBytesPerSecond)}B/s{waiting}");
    }

    // G2 alone writes small numbers with an exponent.
    private static string TwoDigits(double number) => decimal.TryParse(
        number.ToString("G2", CultureInfo.InvariantCulture),
        NumberStyles.Float,
        CultureInfo.InvariantCulture,
        out decimal rounded) ? rounded.ToString(CultureInfo.InvariantCulture) : "0";

    private static string Count(double number) => number switch
    {
        < 1e3 => string.Create(CultureInfo.InvariantCulture, $"{number:F0} "),
        < 1e6 => string.Create(CultureInfo.InvariantCulture, $"{number / 1e3:F1} k"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{number / 1e6:F1} M"),
    };
}
