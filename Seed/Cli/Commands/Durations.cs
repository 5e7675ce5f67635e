using PalActors.Cli.Settings;
using PalActors.Clustering.Recovery;
using PalActors.Lab;

namespace PalActors.Cli.Commands;

/// <summary>Times in settings: <c>30s</c>, <c>5m</c>, <c>1h</c>.</summary>
internal static class Durations
{
    /// <summary>Reads a time.</summary>
    /// <exception cref="InputException">It is none.</exception>
    public static TimeSpan Parse(Given given) => TimeText.TryParse(given.Text, out TimeSpan time)
        ? time
        : throw new InputException($"{given.Source} is '{given.Text}'; valid is a time such as 30s, 5m or 1h.");
}
