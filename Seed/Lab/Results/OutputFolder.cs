using PalActors.Areas.Contract.Models;
using PalActors.Lab.Experiments;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Results;

/// <summary>The folder of a run, claimed before anything starts.</summary>
/// <remarks>So a run never ends without a place to write its results to.</remarks>
internal sealed partial class OutputFolder : IDisposable
{
    private readonly FolderClaim _claim;

    private OutputFolder(FolderClaim claim, FileStream metrics, EarlierRun earlier) =>
        (_claim, Metrics, Earlier) = (claim, metrics, earlier);

    /// <summary>The folder as the user named it.</summary>
    public string Path => _claim.Path;

    /// <summary>The claim to it.</summary>
    public FolderClaim Claimed => _claim;

    /// <summary>The open metrics.csv, at its end.</summary>
    /// <remarks>A new folder is claimed by creating it.</remarks>
    public FileStream Metrics { get; }

    /// <summary>State that an earlier run left there.</summary>
    public EarlierRun Earlier { get; }

    /// <summary>True if it held a run that goes on.</summary>
    public bool GoesOn { get; private init; }

    /// <summary>The path of a file in the folder.</summary>
    public string File(string name) => _claim.File(name);

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
        && !Has(path, RunFiles.Unwritten)
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
    /// <param name="say">Takes a line for people where it waits for another's claim to be renewed.</param>
    /// <exception cref="InputException">It cannot be made or written, or holds another run.</exception>
    public static OutputFolder Claim(
        string? path,
        ModelRegistry models,
        Experiment experiment,
        DateTime now,
        IReadOnlyList<NetworkPlan> plans,
        bool fresh,
        bool otherBuild,
        Action<string> say) => FolderClaim.Take(path ?? NewPath(experiment.Name, now), say, claim =>
        {
            if (fresh)
                RunRemoval.Remove(claim.Path);
            RemoveBegun(claim);
            if (claim.Has(RunFiles.Experiment) && claim.Has(RunFiles.Metrics))
            {
                CheckSame(claim.Path, models, experiment);
                return Continue(claim, plans, otherBuild);
            }

            CheckEmpty(claim);
            return Begin(claim, experiment, plans);
        });

    /// <summary>Releases the folder for other runs.</summary>
    public void Dispose() => _claim.Dispose();

    private static string In(string folder, string name) => System.IO.Path.Combine(folder, name);

    private static bool Has(string folder, string name) => System.IO.File.Exists(In(folder, name));

    private static FileStream OpenMetrics(FolderClaim claim, FileMode mode) =>
        new(claim.File(RunFiles.Metrics), mode, FileAccess.Write, FileShare.Read);
}
