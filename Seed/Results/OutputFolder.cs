using System.Globalization;
using System.Text;
using PalActors.Clustering.Snapshots;
using PalActors.Messages.Plan;
using PalActors.Seed.Experiments;
using PalActors.Seed.Recording;

namespace PalActors.Seed.Results;

/// <summary>The folder of a run: made and claimed before anything starts, so that a run never ends with nowhere to write.</summary>
public sealed class OutputFolder : IDisposable
{
    // Files and folders that a run makes besides those of every run.
    private static readonly string[] s_others = [RecordingFiles.Folder, RecordingFiles.Hdf5, RunFiles.Snapshots];

    private readonly IDisposable _hold;

    private OutputFolder(string path, FileStream metrics, IDisposable hold, EarlierRun earlier) => (Path, Metrics, _hold, Earlier) = (path, metrics, hold, earlier);

    /// <summary>The folder as the user named it.</summary>
    public string Path { get; }

    /// <summary>The open metrics.csv, at its end: creating it is what claims a new folder.</summary>
    public FileStream Metrics { get; }

    /// <summary>What an earlier run left there.</summary>
    public EarlierRun Earlier { get; }

    /// <summary>The path of a file in the folder.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Checks whether a folder holds this run, complete, with its results.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="effective">Text of the effective experiment.</param>
    /// <param name="plans">Its networks.</param>
    /// <exception cref="InputException">Something there cannot be read.</exception>
    public static bool IsComplete(string path, string effective, IReadOnlyList<NetworkPlan> plans)
    {
        string held = System.IO.Path.Combine(path, RunFiles.Experiment);
        return System.IO.File.Exists(held) && System.IO.File.Exists(System.IO.Path.Combine(path, RunFiles.Metrics))
            && System.IO.File.Exists(System.IO.Path.Combine(path, RunFiles.Results))
            && PlacementReader.SameButPlacement(held, effective)
            && FinishedNetworks.Read(path, plans).Count == plans.Count;
    }

    /// <summary>
    /// Claims <paramref name="path"/>, or a new folder under runs/ if it is null, and writes the effective experiment there. A folder that holds an unfinished run of this very
    /// experiment goes on with it.
    /// </summary>
    /// <param name="path">The folder, or null.</param>
    /// <param name="experiment">Name of the experiment.</param>
    /// <param name="now">The time.</param>
    /// <param name="effective">Text of the effective experiment.</param>
    /// <param name="plans">Its networks.</param>
    /// <param name="fresh">Whether to begin anew where a run is.</param>
    /// <param name="otherBuild">Whether a run that another build began goes on.</param>
    /// <exception cref="InputException">It cannot be made or written, or holds another run.</exception>
    public static OutputFolder Claim(
        string? path, string experiment, DateTime now, string effective, IReadOnlyList<NetworkPlan> plans, bool fresh,
        bool otherBuild)
    {
        if (path is null)
        {
            string stamped = System.IO.Path.Combine("runs", string.Create(CultureInfo.InvariantCulture, $"{experiment}-{now:yyyyMMdd-HHmmss}"));
            path = stamped;
            for (int n = 2; Directory.Exists(path); n++)
                path = $"{stamped}-{n}";
        }

        if (path.Length == 0)
            throw new InputException("--out is empty; valid is a folder that can be written.");
        string? made = FirstMissing(path);
        FileStream? metrics = null;
        IDisposable? hold = null;
        try
        {
            DurableFile.Default.CreateFolder(path);
            hold = FolderLock.Take(path);
            if (fresh)
                RunRemoval.Remove(path);
            RemoveBegun(path);
            if (System.IO.File.Exists(System.IO.Path.Combine(path, RunFiles.Experiment)) && System.IO.File.Exists(System.IO.Path.Combine(path, RunFiles.Metrics)))
                return Continue(path, effective, plans, hold, otherBuild);
            CheckEmpty(path);
            metrics = new FileStream(System.IO.Path.Combine(path, RunFiles.Metrics), FileMode.CreateNew, FileAccess.Write, FileShare.Read);
            // Whole or not at all: a torn one would pass for another experiment. With it, the name of metrics.csv is on
            // the disk.
            byte[] bytes = Encoding.UTF8.GetBytes(effective);
            DurableFile.Default.Write(System.IO.Path.Combine(path, RunFiles.Experiment), bytes);
            return new OutputFolder(path, metrics, hold, EarlierRun.None(plans));
        }
        catch (InputException)
        {
            FolderLock.Release(hold, path);
            throw;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            hold?.Dispose();
            Discard(path, made, metrics);
            throw new InputException(
                $"--out is '{path}', which {FolderProblem.Of(exception)}; valid is a folder that can be written.");
        }
    }

    /// <summary>Lets other runs in.</summary>
    public void Dispose() => FolderLock.Release(_hold, Path);

    // The input may lie in the very folder that is named as output: nothing that is there is ever replaced.
    private static void CheckEmpty(string path)
    {
        string? held = RunFiles.All.FirstOrDefault(name => System.IO.File.Exists(System.IO.Path.Combine(path, name)))
            ?? s_others.FirstOrDefault(name => System.IO.Path.Exists(System.IO.Path.Combine(path, name)));
        // Notes of a run whose other files are gone would pass for this run's.
        IEnumerable<string> finished =
            Directory.EnumerateFileSystemEntries(System.IO.Path.Combine(path, FinishedNetworks.Folder));
        if (held is null && finished.Any(entry => System.IO.Path.GetFileName(entry) != FolderLock.Name))
            held = FinishedNetworks.Folder;
        if (held is not null)
            throw new InputException($"--out is '{path}', which already holds {held}; valid is a new or empty folder.");
    }

    private static OutputFolder Continue(
        string path, string effective, IReadOnlyList<NetworkPlan> plans, IDisposable hold, bool otherBuild)
    {
        if (!PlacementReader.SameButPlacement(System.IO.Path.Combine(path, RunFiles.Experiment), effective))
            throw new InputException($"--out is '{path}', which already holds a run of another experiment (see its {RunFiles.Experiment}); valid is another folder, or --fresh to begin anew there.");
        EarlierRun earlier = EarlierRun.TakeOver(path, plans, otherBuild);
        // Results of a stopped run are not those of the whole: if they stayed, a kill at the very end would leave them
        // as if they were. A refusal leaves them.
        System.IO.File.Delete(System.IO.Path.Combine(path, RunFiles.Results));
        return new OutputFolder(path, new FileStream(System.IO.Path.Combine(path, RunFiles.Metrics), FileMode.Append, FileAccess.Write, FileShare.Read), hold, earlier);
    }

    // A kill between the two files of a claim leaves an empty metrics.csv by itself.
    private static void RemoveBegun(string path)
    {
        if (!System.IO.File.Exists(System.IO.Path.Combine(path, RunFiles.Experiment)) && new FileInfo(System.IO.Path.Combine(path, RunFiles.Metrics)) is { Exists: true, Length: 0 } empty)
            empty.Delete();
    }

    private static void Discard(string path, string? made, FileStream? metrics)
    {
        try
        {
            if (metrics is not null)
            {
                metrics.Dispose();
                System.IO.File.Delete(System.IO.Path.Combine(path, RunFiles.Metrics));
                System.IO.File.Delete(System.IO.Path.Combine(path, RunFiles.Experiment));
            }

            if (made is not null && Directory.Exists(made))
                Directory.Delete(made, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What could not be written may not be removable either; the user hears of the first error.
        }
    }

    /// <summary>The topmost folder that does not exist yet: what to remove if claiming fails half-way.</summary>
    private static string? FirstMissing(string path)
    {
        string? missing = null;
        try
        {
            for (string? folder = System.IO.Path.GetFullPath(path); folder is not null && !System.IO.Path.Exists(folder); folder = System.IO.Path.GetDirectoryName(folder))
                missing = folder;
        }
        catch (ArgumentException)
        {
            // Not a path at all: making it will say so.
        }

        return missing;
    }
}
