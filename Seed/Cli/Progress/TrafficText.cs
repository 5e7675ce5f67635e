using System.Globalization;
using PalActors.Lab.Results;

namespace PalActors.Cli.Progress;

/// <summary>Traffic between nodes, in words.</summary>
internal static class TrafficText
{
    /// <summary>Traffic between nodes and share of the time spent waiting, with a comma before it.</summary>
    /// <returns>The text, empty in one process.</returns>
    public static string AfterSpeed(RateMeter rate) => Of(rate) is { Length: > 0 } traffic ? $", wire {traffic}" : "";

    /// <summary>Traffic between nodes and share of the time spent waiting.</summary>
    /// <returns>The text, empty in one process.</returns>
    public static string Of(RateMeter rate)
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

    private static string Count(double number) => number switch
    {
        < 1e3 => string.Create(CultureInfo.InvariantCulture, $"{number:F0} "),
        < 1e6 => string.Create(CultureInfo.InvariantCulture, $"{number / 1e3:F1} k"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{number / 1e6:F1} M"),
    };
}
