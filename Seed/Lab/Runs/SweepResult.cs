namespace PalActors.Lab.Runs;

/// <summary>Result of a sweep.</summary>
/// <param name="Folder">Folder of the sweep; its table is sweep.csv.</param>
/// <param name="Files">Names of the files in it.</param>
/// <param name="Networks">Number of networks of all points.</param>
/// <param name="Done">Networks that have ended; fewer than all if the sweep was stopped.</param>
/// <param name="Diverged">Networks of which a value became infinite or not a number.</param>
public sealed record SweepResult(string Folder, IReadOnlyList<string> Files, int Networks, int Done, int Diverged)
{
    /// <summary>True if every network has ended.</summary>
    public bool HasEnded => Done == Networks;
}
