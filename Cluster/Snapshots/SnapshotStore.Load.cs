using PalActors.Messages.Control;

namespace PalActors.Clustering.Snapshots;

/// <content>Finding the newest tick that is whole.</content>
public sealed partial class SnapshotStore
{
    /// <summary>Loads the newest complete tick that is intact in every file, or null.</summary>
    /// <param name="damaged">Gets a line for each newer one that is not: the file and what is wrong with it.</param>
    /// <exception cref="SnapshotMismatchException">The newest intact manifest is of another experiment.</exception>
    /// <exception cref="FileVersionException">It is of another version.</exception>
    public LoadedSnapshot? Newest(Action<string> damaged)
    {
        foreach (long tick in SnapshotPaths.ManifestTicks(_folder))
        {
            string path = SnapshotPaths.Manifest(_folder, tick);
            try
            {
                return Load(tick, ref path);
            }
            catch (Exception exception)
                when (exception is SnapshotFormatException or IOException or UnauthorizedAccessException)
            {
                damaged($"'{path}' cannot be used, so tick {tick} is passed over: {exception.Message}");
            }
        }

        return null;
    }

    /// <summary>Loads the snapshot of a tick.</summary>
    /// <exception cref="SnapshotFormatException">A file of it is damaged.</exception>
    /// <exception cref="SnapshotMismatchException">It is of another experiment.</exception>
    /// <exception cref="FileVersionException">It is of another version.</exception>
    /// <exception cref="IOException">A file of it cannot be read.</exception>
    public LoadedSnapshot At(long tick)
    {
        string path = "";
        return Load(tick, ref path);
    }

    /// <summary>Lists ticks with an intact manifest of their own, newest first, of any experiment.</summary>
    /// <param name="folder">Folder of the run's snapshots.</param>
    /// <param name="network">Network of the run.</param>
    /// <exception cref="FileVersionException">A manifest is of another version; the message names it.</exception>
    /// <exception cref="IOException">A manifest cannot be read.</exception>
    public static IReadOnlyList<KeptSnapshot> Kept(string folder, int network)
    {
        List<KeptSnapshot> kept = [];
        string networkFolder = SnapshotPaths.Network(folder, network);
        foreach (long tick in SnapshotPaths.ManifestTicks(networkFolder))
        {
            string path = SnapshotPaths.Manifest(networkFolder, tick);
            try
            {
                SnapshotManifest manifest = SnapshotManifest.Decode(File.ReadAllBytes(path));
                if (manifest.Tick == tick)
                    kept.Add(new KeptSnapshot(tick, manifest.Fingerprint, manifest.Origin));
            }
            catch (SnapshotFormatException)
            {
                // Newest reports it when the network is resumed.
            }
            catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
            {
                // A run that goes on has dropped it meanwhile.
            }
            catch (FileVersionException exception)
            {
                throw new FileVersionException($"'{path}' cannot be used: {exception.Message}");
            }
        }

        return kept;
    }

    // The path is that of the file which is read, for the message about one that cannot be.
    private LoadedSnapshot Load(long tick, ref string path)
    {
        SnapshotManifest manifest = ReadManifest(tick);
        AreaSnapshot[] areas = new AreaSnapshot[manifest.Entries.Length];
        for (int i = 0; i < areas.Length; i++)
        {
            path = SnapshotPaths.Area(_folder, tick, manifest.Entries[i].Area);
            areas[i] = ReadArea(path, manifest, manifest.Entries[i]);
        }

        return new LoadedSnapshot(manifest.Generation, tick, areas);
    }

    /// <summary>Reads the manifest of a tick.</summary>
    /// <exception cref="SnapshotFormatException">It is damaged, or not of this tick and network.</exception>
    /// <exception cref="SnapshotMismatchException">It is intact and of another experiment.</exception>
    private SnapshotManifest ReadManifest(long tick)
    {
        string path = SnapshotPaths.Manifest(_folder, tick);
        SnapshotManifest manifest = SnapshotManifest.Decode(File.ReadAllBytes(path));
        if (manifest.Network != _network || manifest.Tick != tick)
            throw new SnapshotFormatException($"It is of network {manifest.Network} and tick {manifest.Tick}.");
        return manifest.Fingerprint == _hex ? manifest : throw Mismatch(path);
    }

    private static AreaSnapshot ReadArea(string path, SnapshotManifest manifest, SnapshotEntry entry)
    {
        using FileStream stream = new(
            path, FileMode.Open, FileAccess.Read, FileShare.Read, DurableFile.BufferSize, FileOptions.SequentialScan);
        // Check the length first, so that a file of another length is not read.
        if (stream.Length != entry.Length)
            throw new SnapshotFormatException($"It has {stream.Length} bytes, its manifest says {entry.Length}.");
        SnapshotFile file = SnapshotFormat.Read(stream, out string sha256);
        if (sha256 != entry.Sha256)
            throw new SnapshotFormatException("Its SHA-256 is not the one in its manifest.");
        SnapshotHeader expected = new(
            manifest.Fingerprint,
            manifest.Network,
            manifest.Generation,
            entry.Area,
            manifest.Tick);
        return file.Header == expected
            ? file.Snapshot
            : throw new SnapshotFormatException($"It is of {file.Header}, not of {expected}.");
    }
}
