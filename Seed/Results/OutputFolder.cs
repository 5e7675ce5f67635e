using System.Text;
using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Snapshots;
using PalActors.Messages.Plan;
using PalActors.Seed.Experiments;

namespace PalActors.Seed.Results;

/// <summary>The folder of a run, claimed before anything starts.</summary>
/// <remarks>So a run never ends without a place to write its results to.</remarks>
public sealed partial class OutputFolder : IDisposable
{
    private readonly IDisposable _hold;

    private OutputFolder(string path, FileStream metrics, IDisposable hold, EarlierRun earlier) =>
        (Path, Metrics, _hold, Earlier) = (path, metrics, hold, earlier);

    /// <summary>The folder as the user named it.</summary>
    public string Path { get; }

    /// <summary>The open metrics.csv, at its end.</summary>
    /// <remarks>A new folder is claimed by creating it.</remarks>
    public FileStream Metrics { get; }

    /// <summary>State that an earlier run left there.</summary>
    public EarlierRun Earlier { get; }

    /// <summary>True if it held a run that goes on.</summary>
    public bool GoesOn { get; private init; }

    /// <summary>The path of a file in the folder.</summary>
    public string File(string name) => In(Path, name);

    /// <summary>Checks whether a folder holds this run, complete, with its results.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="models">The cell models.</param>
    /// <param name="experiment">The experiment.</param>
    /// <param name="plans">Its networks.</param>
    /// <exception cref="InputException">Something there cannot be read.</exception>
    public static bool IsComplete(
        string path, ModelRegistry models, Experiment experiment, IReadOnlyList<NetworkPlan> plans) =>
        Has(path, RunFiles.Experiment)
        && Has(path, RunFiles.Metrics)
        && Has(path, RunFiles.Results)
        && IsSame(path, models, experiment)
        && FinishedNetworks.Read(path, plans).Count == plans.Count;

    /// <summary>Claims a folder, and writes the effective experiment there.</summary>
    /// <remarks>An unfinished run of this very experiment that it holds goes on.</remarks>
    /// <param name="path">The folder, or null for a new one under runs/.</param>
    /// <param name="models">The cell models.</param>
    /// <param name="experiment">The experiment.</param>
    /// <param name="now">The time.</param>
    /// <param name="plans">Its networks.</param>
    /// <param name="fresh">Whether to begin anew where a run is.</param>
    /// <param name="otherBuild">Whether a run that another build began goes on.</param>
    /// <exception cref="InputException">It cannot be made or written, or holds another run.</exception>
    public static OutputFolder Claim(
        string? path,
        ModelRegistry models,
        Experiment experiment,
        DateTime now,
        IReadOnlyList<NetworkPlan> plans,
        bool fresh,
        bool otherBuild)
    {
        path ??= NewPath(experiment.Name, now);
        if (path.Length == 0)
            throw new InputException("--out is empty; valid is a folder that can be written.");
        string? made = FirstMissing(path);
        FileStream? metrics = null;
        IDisposable? hold = null;
        try
        {
            DurableFile.Default.CreateFolder(path);
            hold = FolderLock.Take(path);
            StopRequest.Remove(path);
            if (fresh)
                RunRemoval.Remove(path);
            RemoveBegun(path);
            if (Has(path, RunFiles.Experiment) && Has(path, RunFiles.Metrics))
            {
                CheckSame(path, models, experiment);
                return Continue(path, plans, hold, otherBuild);
            }

            CheckEmpty(path);
            metrics = OpenMetrics(path, FileMode.CreateNew);
            // Whole or not at all: a torn one would pass for another experiment. With it, the name of metrics.csv is on
            // the disk.
            byte[] effective = Encoding.UTF8.GetBytes(ExperimentWriter.Write(experiment));
            DurableFile.Default.Write(In(path, RunFiles.Experiment), effective);
            return new OutputFolder(path, metrics, hold, EarlierRun.None(plans));
        }
        catch (InputException)
        {
            FolderLock.Release(hold, path);
            throw;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException
            or NotSupportedException)
        {
            hold?.Dispose();
            Discard(path, made, metrics);
            throw new InputException(
                $"--out is '{path}', which {FolderProblem.Of(exception)}; valid is a folder that can be written.");
        }
    }

    /// <summary>Releases the folder for other runs.</summary>
    public void Dispose() => FolderLock.Release(_hold, Path);

    private static string In(string folder, string name) => System.IO.Path.Combine(folder, name);

    private static bool Has(string folder, string name) => System.IO.File.Exists(In(folder, name));

    private static FileStream OpenMetrics(string path, FileMode mode) =>
        new(In(path, RunFiles.Metrics), mode, FileAccess.Write, FileShare.Read);
}
