using System.Globalization;

namespace PalActors.Clustering.Snapshots;

/// <summary>Names of files and folders in a folder of snapshots.</summary>
/// <remarks>
/// They are <c>network-N/generation.json</c>, <c>network-N/manifest-000000012345.json</c> and
/// <c>network-N/tick-000000012345/area-3.snap</c>. A name counts only in exactly this form; all others are ignored.
/// </remarks>
internal static class SnapshotPaths
{
    private const string ManifestPrefix = "manifest-";
    private const string ManifestSuffix = ".json";
    private const string TickPrefix = "tick-";

    /// <summary>Folder of a network.</summary>
    public static string Network(string folder, int network) =>
        Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"network-{network}"));

    /// <summary>File of the last generation that was taken.</summary>
    public static string Generation(string networkFolder) => Path.Combine(networkFolder, "generation.json");

    /// <summary>Manifest of a tick.</summary>
    public static string Manifest(string networkFolder, long tick) =>
        Path.Combine(networkFolder, ManifestPrefix + Text(tick) + ManifestSuffix);

    /// <summary>Folder of a tick.</summary>
    public static string Tick(string networkFolder, long tick) => Path.Combine(networkFolder, TickPrefix + Text(tick));

    /// <summary>File of an area's snapshot.</summary>
    public static string Area(string networkFolder, long tick, int area) =>
        Path.Combine(Tick(networkFolder, tick), string.Create(CultureInfo.InvariantCulture, $"area-{area}.snap"));

    /// <summary>Ticks that have a manifest, newest first.</summary>
    public static long[] ManifestTicks(string networkFolder) => !Directory.Exists(networkFolder)
        ? []
        : Ticks(Directory.GetFiles(networkFolder, ManifestPrefix + "*"), ManifestPrefix, ManifestSuffix);

    /// <summary>Ticks that have a folder, newest first.</summary>
    public static long[] TickFolders(string networkFolder) => !Directory.Exists(networkFolder)
        ? []
        : Ticks(Directory.GetDirectories(networkFolder, TickPrefix + "*"), TickPrefix, "");

    private static long[] Ticks(string[] paths, string prefix, string suffix)
    {
        List<long> ticks = [];
        foreach (string name in paths.Select(path => Path.GetFileName(path)))
        {
            int digits = name.Length - prefix.Length - suffix.Length;
            if (digits > 0
                && long.TryParse(
                    name.AsSpan(prefix.Length, digits),
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out long tick)
                && name == prefix + Text(tick) + suffix)
            {
                ticks.Add(tick);
            }
        }

        return [.. ticks.OrderDescending()];
    }

    private static string Text(long tick) => tick.ToString("D12", CultureInfo.InvariantCulture);
}
