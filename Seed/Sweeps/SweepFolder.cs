using System.Text;
using PalActors.Clustering.Snapshots;
using PalActors.Messages.Plan;
using PalActors.Seed.Results;

namespace PalActors.Seed.Sweeps;

/// <summary>The folder of a sweep: claimed before anything runs, and held so that no other process writes there.</summary>
public sealed class SweepFolder : IDisposable
{
    private readonly IDisposable _hold;

    private SweepFolder(string path, IDisposable hold, SweepTable table) => (Path, _hold, Table) = (path, hold, table);

    /// <summary>The folder as the user named it.</summary>
    public string Path { get; }

    /// <summary>Its sweep.csv, with what an earlier, interrupted sweep has done.</summary>
    public SweepTable Table { get; }

    /// <summary>The path of a file in the folder.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Makes the folder, or takes over that of the same sweep.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="sweep">The sweep.</param>
    /// <param name="fresh">Whether to begin anew where a sweep is.</param>
    /// <param name="otherBuild">Whether to go on with what another build computed.</param>
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
            string definition = System.IO.Path.Combine(path, SweepFiles.Definition), table = System.IO.Path.Combine(path, SweepFiles.Table);
            System.IO.File.Delete(definition + DurableFile.Part);
            if (fresh && System.IO.File.Exists(definition))
                Remove(path);
            if (System.IO.File.Exists(definition))
            {
                GoOn(path, definition, sweep, otherBuild);
            }
            else
            {
                if (!made && SweepFiles.All.FirstOrDefault(name => System.IO.Path.Exists(System.IO.Path.Combine(path, name))) is { } there)
                    throw new InputException($"--out is '{path}', which already holds {there}; valid is a new or empty folder.");
                Write(definition, sweep, [ProgramVersion.Current]);
            }

            return new SweepFolder(path, hold, new SweepTable(table, sweep));
        }
        catch (InputException)
        {
            FolderLock.Release(hold, path);
            throw;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            FolderLock.Release(hold, path);
            throw new InputException(
                $"--out is '{path}', which {FolderProblem.Of(exception)}; valid is a folder that can be written.");
        }
    }

    /// <summary>Lets others in.</summary>
    public void Dispose()
    {
        Table.Dispose();
        FolderLock.Release(_hold, Path);
    }

    private static void GoOn(string path, string definition, Sweep sweep, bool otherBuild)
    {
        (string text, IReadOnlyList<BuildIdentity> builds) = SweepBuilds.Split(definition);
        if (builds.Count == 0)
        {
            throw new InputException(
                $"--out is '{path}', whose {SweepFiles.Definition} names no builds: it is of an earlier version of "
                + "palactors, or was changed; valid is another folder, or --fresh to begin anew there.");
        }

        if (text != sweep.Definition)
        {
            throw new InputException(
                $"--out is '{path}', which already holds another sweep, or one on other data "
                + $"(see its {SweepFiles.Definition}); valid is another folder, or --fresh to begin anew there.");
        }

        BuildIdentity now = ProgramVersion.Current;
        if (builds is [.., { } last] && last.Hash == now.Hash)
            return;
        if (!otherBuild)
        {
            throw new InputException(
                $"--out is '{path}', which holds a sweep of palactors {string.Join(", ", builds)}, and this is {now}; "
                + $"valid is that build, --other-build ({SweepFiles.Definition} then names both), "
                + "or --fresh to begin anew there.");
        }

        Write(definition, sweep, [.. builds, now]);
    }

    private static void Write(string definition, Sweep sweep, IEnumerable<BuildIdentity> builds) =>
        DurableFile.Default.Write(definition, Encoding.UTF8.GetBytes(SweepBuilds.Append(sweep.Definition, builds)));

    // What tells that a sweep is here goes last.
    private static void Remove(string path)
    {
        foreach (string name in SweepFiles.All.Where(name => name != SweepFiles.Definition).Append(SweepFiles.Definition))
            System.IO.File.Delete(System.IO.Path.Combine(path, name));
    }
}
