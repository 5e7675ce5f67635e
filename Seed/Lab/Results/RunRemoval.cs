using System.Text.RegularExpressions;
using PalActors.Clustering.Snapshots;

namespace PalActors.Lab.Results;

/// <summary>Removes a run, and nothing else, from its folder.</summary>
/// <remarks>
/// It removes files with the names that a run gives them, from a folder whose metrics.csv is one of a run. Other files
/// stay, even in a folder of the user's that happens to be called <c>networks</c>.
/// </remarks>
internal static partial class RunRemoval
{
    /// <summary>Checks whether the folder holds a run: its metrics.csv begins as that of a run, or is empty.</summary>
    public static bool IsRun(string folder)
    {
        string path = Path.Combine(folder, RunFiles.Metrics);
        if (!File.Exists(path))
            return false;
        using StreamReader reader = new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        char[] start = new char[MetricsFile.Header.Length];
        int length = reader.ReadBlock(start);
        return MetricsFile.Header.AsSpan().StartsWith(start.AsSpan(0, length));
    }

    /// <summary>Removes the run.</summary>
    /// <remarks>If it was interrupted, a second call completes it.</remarks>
    public static void Remove(string folder)
    {
        if (!IsRun(folder))
            return;
        RemoveFrom(Path.Combine(folder, FinishedNetworks.Folder), NetworkName());
        string recording = Path.Combine(folder, RecordingFiles.Folder);
        if (Directory.Exists(recording))
        {
            foreach (string network in Directory.GetDirectories(recording, "network-*"))
                RemoveFrom(network, SegmentName());
            RemoveIfEmpty(recording);
        }

        string snapshots = Path.Combine(folder, RunFiles.Snapshots);
        if (Directory.Exists(snapshots))
        {
            foreach (string network in Directory.GetDirectories(snapshots, "network-*"))
                Directory.Delete(network, recursive: true);
            RemoveIfEmpty(snapshots);
        }

        RemoveFiles(folder, EpochWeightsName());
        File.Delete(Path.Combine(folder, RunFiles.Unwritten));

        // metrics.csv goes last, since it marks the folder as that of a run.
        IEnumerable<string> others = RunFiles.All.Where(name => name != RunFiles.Metrics);
        foreach (string name in (string[])[.. others, RunFiles.Metrics])
        {
            File.Delete(Path.Combine(folder, name + DurableFile.Part));
            File.Delete(Path.Combine(folder, name));
        }
    }

    private static void RemoveFiles(string folder, Regex names)
    {
        foreach (string path in Directory.GetFiles(folder).Where(path => names.IsMatch(Path.GetFileName(path))))
            File.Delete(path);
    }

    private static void RemoveFrom(string folder, Regex names)
    {
        if (!Directory.Exists(folder))
            return;
        RemoveFiles(folder, names);
        RemoveIfEmpty(folder);
    }

    private static void RemoveIfEmpty(string folder)
    {
        if (!Directory.EnumerateFileSystemEntries(folder).Any())
            Directory.Delete(folder);
    }

    [GeneratedRegex(@"^[A-Za-z0-9_+-]+-[0-9]+\.(json|h5)(\.part)?$")]
    private static partial Regex NetworkName();

    [GeneratedRegex(@"^weights-[0-9]+\.h5(\.part)?$")]
    private static partial Regex EpochWeightsName();

    [GeneratedRegex(@"^[0-9]{8}\.(seg|open|part|seg\.part)$")]
    private static partial Regex SegmentName();
}
