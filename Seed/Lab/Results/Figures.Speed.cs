using System.Globalization;

namespace PalActors.Lab.Results;

/// <content>Speed.</content>
internal static partial class Figures
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

    // G2 alone writes small numbers with an exponent.
    private static string TwoDigits(double number) => decimal.TryParse(
        number.ToString("G2", CultureInfo.InvariantCulture),
        NumberStyles.Float,
        CultureInfo.InvariantCulture,
        out decimal rounded) ? rounded.ToString(CultureInfo.InvariantCulture) : "0";
}
