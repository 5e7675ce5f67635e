using System.Globalization;

namespace PalActors.Clustering.Recovery;

/// <summary>Interval between snapshots, in ticks or in time.</summary>
/// <remarks>One of both is zero.</remarks>
/// <param name="Ticks">Ticks between snapshots, at least; 0 for by time.</param>
/// <param name="Time">Time between snapshots, at least; zero for by ticks.</param>
public readonly record struct SnapshotInterval(long Ticks, TimeSpan Time)
{
    /// <summary>Half a minute: the most that a recovery replays.</summary>
    public static SnapshotInterval Default { get; } = new(0, TimeSpan.FromSeconds(30));

    /// <summary>Reads <c>30s</c>, <c>5m</c>, <c>1h</c>, <c>200000</c> (ticks) or <c>off</c>.</summary>
    /// <returns>The interval; null for off.</returns>
    /// <exception cref="FormatException">The text is something else.</exception>
    public static SnapshotInterval? Parse(string text)
    {
        if (text == "off")
            return null;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long ticks) && ticks > 0)
            return new SnapshotInterval(ticks, TimeSpan.Zero);
        if (TimeText.TryParse(text, out TimeSpan time))
            return new SnapshotInterval(0, time);
        throw new FormatException(
            $"'{text}' is no interval; valid are a time such as 30s, 5m or 1h, a number of ticks, or off.");
    }
}
