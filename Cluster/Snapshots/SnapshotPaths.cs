using System.Globalization;

namespace PalActors.Clustering.Snapshots;

/// <summary>
/// Names in a folder of snapshots: <c>network-N/generation.json</c>, <c>network-N/manifest-000000012345.json</c> and <c>network-N/tick-000000012345/area-3.snap</c>.
/// A name counts only as it would be written: what is called otherwise is not looked at.
/// </summary>
internal static class SnapshotPaths
{
    private const string ManifestPrefix = "manifest-";
    private const string ManifestSuffix = ".json";
    private const string TickPrefix = "tick-";

    public static string Network(string folder, int network) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"network-{network}"));

    public static string Generation(string networkFolder) => Path.Combine(networkFolder, "generation.json");

    public static string Manifest(string networkFolder, long tick) => Path.Combine(networkFolder, ManifestPrefix + Text(tick) + ManifestSuffix);

    public static string Tick(string networkFolder, long tick) => Path.Combine(networkFolder, TickPrefix + Text(tick));

    public static string Area(string networkFolder, long tick, int area) =>
        Path.Combine(Tick(networkFolder, tick), string.Create(CultureInfo.InvariantCulture, $"area-{area}.snap"));

    /// <summary>Ticks that have a manifest, newest first.</summary>
    public static long[] ManifestTicks(string networkFolder) => !Directory.Exists(networkFolder)
        ? []
        : Ticks(Directory.GetFiles(networkFolder, ManifestPrefix + "*"), ManifestPrefix, ManifestSuffix);

    /// <summary>Ticks that have a folder, newest first.</summary>
    public static long[] TickFolders(string networkFolder) => !Directory.Exists(networkFolder) ? [] : Ticks(Directory.GetDirectories(networkFolder, TickPrefix + "*"), TickPrefix, "");

    private static long[] Ticks(string[] paths, string prefix, string suffix)
    {
        List<long> ticks = [];
        foreach (string name in paths.Select(path => Path.GetFileName(path)))
        {
            if (name.Length > prefix.Length + suffix.Length
                && long.TryParse(name.AsSpan(prefix.Length, name.Length - prefix.Length - suffix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out long tick)
                && name == prefix + Text(tick) + suffix)
                ticks.Add(tick);
        }

        return [.. ticks.OrderDescending()];
    }

    private static string Text(long tick) => tick.ToString("D12", CultureInfo.InvariantCulture);
}
