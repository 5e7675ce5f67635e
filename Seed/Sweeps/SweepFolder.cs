using PalActors.Clustering.Snapshots;
using PalActors.Seed.Results;

namespace PalActors.Seed.Sweeps;

/// <summary>The folder of a sweep, claimed before anything runs.</summary>
/// <remarks>It is locked, so no other process writes there.</remarks>
public sealed partial class SweepFolder : IDisposable
{
    private readonly IDisposable _hold;

    private SweepFolder(string path, IDisposable hold, SweepTable table) => (Path, _hold, Table) = (path, hold, table);

    /// <summary>The folder as the user named it.</summary>
    public string Path { get; }

    /// <summary>Its sweep.csv, with the rows of an earlier, interrupted sweep.</summary>
    public SweepTable Table { get; }

    /// <summary>The path of a file in the folder.</summary>
    public string File(string name) => In(Path, name);

    /// <summary>Makes the folder, or takes over that of the same sweep.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="sweep">The sweep.</param>
    /// <param name="fresh">Whether to begin anew where a sweep is.</param>
    /// <param name="otherBuild">Whether a sweep that another build began goes on.</param>
    /// <exception cref="InputException">It cannot be written, or holds something else.</exception>
    public static SweepFolder Claim(string path, Sweep sweep, bool fresh, bool otherBuild)
    {
        if (path.Trim().Length == 0)
            throw new InputException("--out is empty; valid is a folder that can be written.");
        IDisposable? hold = null;
        try
        {
            bool made = !Directory.Exists(path);
            DurableFile.Default.CreateFolder(path);
            hold = FolderLock.Take(path);
            StopRequest.Remove(path);
            string definition = In(path, SweepFiles.Definition);
            System.IO.File.Delete(definition + DurableFile.Part);
            if (fresh && System.IO.File.Exists(definition))
                Remove(path);
            if (System.IO.File.Exists(definition))
            {
                GoOn(path, definition, sweep, otherBuild);
            }
            else
            {
                if (!made)
                    CheckEmpty(path);
                Write(definition, sweep, [ProgramVersion.Current]);
            }

            return new SweepFolder(path, hold, new SweepTable(In(path, SweepFiles.Table), sweep));
        }
        catch (InputException)
        {
            FolderLock.Release(hold, path);
            throw;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException
            or NotSupportedException)
        {
            FolderLock.Release(hold, path);
            throw new InputException(
                $"--out is '{path}', which {FolderProblem.Of(exception)}; valid is a folder that can be written.");
        }
    }

    /// <summary>Releases the folder for other processes.</summary>
    public void Dispose()
    {
        Table.Dispose();
        FolderLock.Release(_hold, Path);
    }
}
