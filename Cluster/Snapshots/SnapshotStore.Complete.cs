namespace PalActors.Clustering.Snapshots;

/// <content>Completing a tick, and removing what is no longer needed.</content>
public sealed partial class SnapshotStore
{
    /// <summary>Makes a tick complete and removes older ones; on the disk when it returns.</summary>
    /// <remarks>
    /// The last complete ticks stay, as many as the limits say; what older ones left unfinished goes too.
    /// </remarks>
    /// <param name="generation">The generation that took it.</param>
    /// <param name="tick">The tick, newer than every complete one.</param>
    /// <param name="entries">Its files, one per area in any order.</param>
    /// <param name="origin">Builds, data and measures up to the tick.</param>
    /// <exception cref="ArgumentException">There is no entry, or an area has two.</exception>
    /// <exception cref="InvalidOperationException">
    /// A newer tick is complete: recovery has to call <see cref="DiscardAfter"/> first.
    /// </exception>
    /// <exception cref="SnapshotMismatchException">The folder holds snapshots of another experiment.</exception>
    /// <exception cref="IOException">
    /// A file is not there with its length, or the disk failed. If the failure came while old ones were removed, the
    /// tick is complete all the same.
    /// </exception>
    public void Complete(int generation, long tick, IReadOnlyList<SnapshotEntry> entries, SnapshotOrigin origin)
    {
        SnapshotEntry[] sorted = [.. entries.OrderBy(entry => entry.Area)];
        if (sorted.Length == 0 || !SnapshotManifest.Ascending(sorted))
        {
            string areas = string.Join(", ", sorted.Select(entry => entry.Area));
            throw new ArgumentException(
                $"A tick has one entry per area, these are of the areas {areas}.",
                nameof(entries));
        }

        long[] earlier = SnapshotPaths.ManifestTicks(_folder);
        if (earlier.Length > 0 && earlier[0] > tick)
        {
            throw new InvalidOperationException(
                $"Tick {tick} cannot be completed in '{_folder}': tick {earlier[0]} is complete already.");
        }

        foreach (SnapshotEntry entry in sorted)
            CheckFile(tick, entry);

        int most = _limits.KeptOf(sorted.Sum(entry => entry.Length));
        // Count only whole ticks among the kept: a damaged one must not push out the last good one.
        long[] kept = [tick, .. earlier.Where(other => other != tick && IsWhole(other)).Take(most - 1)];
        SnapshotManifest manifest = new(SnapshotManifest.Current, _hex, _network, generation, tick, origin, sorted);
        _files.Write(SnapshotPaths.Manifest(_folder, tick), manifest.Encode());
        Remove(earlier.Except(kept), SnapshotPaths.TickFolders(_folder).Where(other => other < tick).Except(kept));
        foreach (string folder in kept.Select(other => SnapshotPaths.Tick(_folder, other)).Append(_folder))
        {
            foreach (string part in Directory.GetFiles(folder, "*" + DurableFile.Part))
                File.Delete(part);
        }
    }

    private void CheckFile(long tick, SnapshotEntry entry)
    {
        FileInfo file = new(SnapshotPaths.Area(_folder, tick, entry.Area));
        if (!file.Exists || file.Length != entry.Length)
        {
            throw new IOException(
                $"'{file.FullName}' should have {entry.Length} bytes "
                + $"and {(file.Exists ? $"has {file.Length}" : "is not there")}.");
        }
    }

    // Checks a complete tick without reading its areas' files: an intact manifest of this network and experiment, and
    // each file with its length.
    private bool IsWhole(long tick)
    {
        try
        {
            return ReadManifest(tick).Entries.All(
                entry => new FileInfo(SnapshotPaths.Area(_folder, tick, entry.Area)) is { Exists: true } file
                    && file.Length == entry.Length);
        }
        catch (SnapshotFormatException)
        {
            return false;
        }
    }
}
