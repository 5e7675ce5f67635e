namespace PalActors.Clustering.Snapshots;

/// <content>Removing snapshots: manifests first, so that none ever names files that were removed on purpose.</content>
public sealed partial class SnapshotStore
{
    /// <summary>Removes all of a network's snapshots, since it has finished.</summary>
    /// <remarks>The folder of the run's snapshots is removed with its last network.</remarks>
    /// <param name="folder">Folder of the run's snapshots.</param>
    /// <param name="network">Network of the run.</param>
    /// <exception cref="IOException">Something could not be removed.</exception>
    public static void Remove(string folder, int network)
    {
        string path = SnapshotPaths.Network(folder, network);
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
        try
        {
            if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
                Directory.Delete(folder);
        }
        catch (IOException)
        {
            // In the meantime another network has begun to use the folder, or removed it.
        }
    }

    /// <summary>Removes every tick newer than the one a recovery goes back to, finished or not.</summary>
    /// <remarks>
    /// Unfinished ones are never completed, and a complete one was passed over because it is damaged. The generation
    /// that follows takes them anew.
    /// </remarks>
    /// <param name="tick">The tick that stays.</param>
    /// <exception cref="IOException">Something could not be removed.</exception>
    public void DiscardAfter(long tick) => Remove(
        SnapshotPaths.ManifestTicks(_folder).Where(other => other > tick),
        SnapshotPaths.TickFolders(_folder).Where(other => other > tick));

    /// <summary>Removes the files of a tick that is not complete, as far as possible.</summary>
    /// <param name="tick">The tick.</param>
    public void Abandon(long tick)
    {
        string folder = SnapshotPaths.Tick(_folder, tick);
        try
        {
            if (File.Exists(SnapshotPaths.Manifest(_folder, tick)) || !Directory.Exists(folder))
                return;
            _files.RequireClaim();
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Completing the next tick removes it.
        }
    }

    private void Remove(IEnumerable<long> manifests, IEnumerable<long> folders)
    {
        long[] ticks = [.. manifests];
        _files.RequireClaim();
        foreach (long tick in ticks)
            File.Delete(SnapshotPaths.Manifest(_folder, tick));
        if (ticks.Length > 0)
            _files.FlushFolder(_folder);
        foreach (long tick in folders)
            Directory.Delete(SnapshotPaths.Tick(_folder, tick), recursive: true);
    }
}
