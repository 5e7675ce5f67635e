using PalActors.Clustering.Snapshots;
using PalActors.Lab.Results;

namespace PalActors.Lab.Sweeps;

/// <summary>The folder of a sweep, claimed before anything runs.</summary>
/// <remarks>It is locked, so no other process writes there.</remarks>
internal sealed partial class SweepFolder : IDisposable
{
    private readonly FolderClaim _claim;

    private SweepFolder(FolderClaim claim, SweepTable table) => (_claim, Table) = (claim, table);

    /// <summary>The folder as the user named it.</summary>
    public string Path => _claim.Path;

    /// <summary>The claim to it.</summary>
    public FolderClaim Claimed => _claim;

    /// <summary>Its sweep.csv, with the rows of an earlier, interrupted sweep.</summary>
    public SweepTable Table { get; }

    /// <summary>The path of a file in the folder.</summary>
    public string File(string name) => _claim.File(name);

    /// <summary>Makes the folder, or takes over that of the same sweep.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="sweep">The sweep.</param>
    /// <param name="fresh">Whether to begin anew where a sweep is.</param>
    /// <param name="otherBuild">Whether a sweep that another build began goes on.</param>
    /// <param name="say">Takes a line for people where it waits for another's claim to be renewed.</param>
    /// <exception cref="InputException">It cannot be written, or holds something else.</exception>
    public static SweepFolder Claim(
        string path, Sweep sweep, bool fresh, bool otherBuild, Action<string> say) =>
        FolderClaim.Take(path, say, claim =>
        {
            string definition = claim.File(SweepFiles.Definition);
            System.IO.File.Delete(definition + DurableFile.Part);
            if (fresh && claim.Has(SweepFiles.Definition))
                Remove(claim);
            if (claim.Has(SweepFiles.Definition))
                GoOn(path, definition, sweep, otherBuild);
            else if (claim.FirstHeld(SweepFiles.All) is { } held)
                throw claim.Holds(held);
            else
                Write(definition, sweep, [ProgramVersion.Current]);
            return new SweepFolder(claim, new SweepTable(claim.File(SweepFiles.Table), sweep, claim.Files));
        });

    /// <summary>Releases the folder for other processes.</summary>
    public void Dispose()
    {
        Table.Dispose();
        _claim.Dispose();
    }
}
