namespace PalActors.Clustering.Snapshots;

/// <summary>Taking generations.</summary>
public sealed partial class SnapshotStore
{
    /// <summary>
    /// Takes the next generation: it is on the disk before it is returned, so it never repeats in this folder, whatever crashes when. The first is 1.
    /// <para>
    /// A damaged generation file is an error and not guessed around: manifests bound only the generations that completed a tick, and a later one may have been taken whose nodes still
    /// send. For the same reason a missing file is an error where there are ticks. Manifests do raise the bound: a file that was put back from an older copy counts no less than they.
    /// </para>
    /// </summary>
    /// <exception cref="InvalidDataException">The generation file is damaged or was removed; the message names it.</exception>
    /// <exception cref="SnapshotMismatchException">The folder is of another experiment.</exception>
    /// <exception cref="IOException">It could not be written.</exception>
    public int NextGeneration()
    {
        string path = SnapshotPaths.Generation(_folder);
        int last = File.Exists(path) ? ReadGeneration(path) : 0;
        if (last == 0 && (SnapshotPaths.ManifestTicks(_folder).Length > 0 || SnapshotPaths.TickFolders(_folder).Length > 0))
            throw new InvalidDataException($"'{path}' is missing, though the folder holds snapshots: without it a generation could repeat. Put it back, or start anew with --fresh.");
        foreach (long tick in SnapshotPaths.ManifestTicks(_folder))
        {
            try
            {
                last = Math.Max(last, ReadManifest(tick).Generation);
            }
            catch (SnapshotFormatException)
            {
                // A damaged manifest bounds nothing, and Newest reports it.
            }
        }

        int next = checked(last + 1);
        _files.CreateFolder(_folder);
        _files.Write(path, new GenerationFile(GenerationFile.Current, _hex, _network, next).Encode());
        return next;
    }

    private int ReadGeneration(string path)
    {
        try
        {
            GenerationFile file = GenerationFile.Decode(File.ReadAllBytes(path));
            if (file.Network != _network)
                throw new SnapshotFormatException($"It is of network {file.Network}.");
            return file.Fingerprint == _hex ? file.Generation : throw Mismatch(path);
        }
        catch (SnapshotFormatException exception)
        {
            throw new InvalidDataException($"'{path}' cannot be used, and without it a generation could repeat: {exception.Message} Put it back, or start anew with --fresh.", exception);
        }
    }
}
