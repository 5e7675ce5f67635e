namespace PalActors.Clustering.Snapshots;

/// <content>Taking generations.</content>
public sealed partial class SnapshotStore
{
    // More than the generations that a run takes between two reads of this file.
    private const int Leap = 1_000_000;

    /// <summary>Takes the next generation, the first of which is 1; on the disk when it returns.</summary>
    /// <remarks>
    /// A generation never repeats in this folder, whatever crashes when. Where the file is damaged or missing beside
    /// snapshots, generations go on far beyond those of the snapshots: later ones may have been taken whose nodes still
    /// send. With a file that was put back from an older copy they go on at least from those of the snapshots.
    /// </remarks>
    /// <param name="repaired">Gets a line where the file was damaged or missing.</param>
    /// <exception cref="FileVersionException">The file is of another version.</exception>
    /// <exception cref="SnapshotMismatchException">The folder is of another experiment.</exception>
    /// <exception cref="IOException">It could not be written.</exception>
    public int NextGeneration(Action<string> repaired)
    {
        string path = SnapshotPaths.Generation(_folder);
        int last = FromManifests();
        string? problem = null;
        if (File.Exists(path))
            problem = Read(path, ref last);
        else if (SnapshotPaths.ManifestTicks(_folder).Length > 0 || SnapshotPaths.TickFolders(_folder).Length > 0)
            problem = "It is missing.";
        int next = checked(last + (problem is null ? 1 : Leap));
        _files.CreateFolder(_folder);
        _files.Write(path, new GenerationFile(GenerationFile.Current, _hex, _network, next).Encode());
        if (problem is not null)
            repaired($"'{path}' cannot be used: {problem} Generations go on from {next}, beyond any that was taken.");
        return next;
    }

    private int FromManifests()
    {
        int last = 0;
        foreach (long tick in SnapshotPaths.ManifestTicks(_folder))
        {
            try
            {
                last = Math.Max(last, ReadManifest(tick).Generation);
            }
            catch (SnapshotFormatException)
            {
                // A damaged manifest sets no bound; Newest reports it.
            }
        }

        return last;
    }

    // Returns what is wrong with the file, or null.
    private string? Read(string path, ref int last)
    {
        try
        {
            GenerationFile file = GenerationFile.Decode(File.ReadAllBytes(path));
            if (file.Network != _network)
                throw new SnapshotFormatException($"It is of network {file.Network}.");
            if (file.Fingerprint != _hex)
                throw Mismatch(path);
            last = Math.Max(last, file.Generation);
            return null;
        }
        catch (SnapshotFormatException exception)
        {
            return exception.Message;
        }
        catch (FileVersionException exception)
        {
            throw new FileVersionException($"'{path}' cannot be used: {exception.Message}");
        }
    }
}
