namespace PalActors.Lab.Runs;

/// <summary>A sweep that is about to start.</summary>
/// <param name="Kind">Kind of sweep, for instance <c>sweep</c>.</param>
/// <param name="Name">Name of the experiment.</param>
/// <param name="Folder">Folder of the sweep.</param>
/// <param name="Points">Number of points.</param>
/// <param name="Networks">Number of networks of all points.</param>
/// <param name="Done">Networks that earlier processes have done.</param>
/// <param name="Diverged">Networks among those that diverged.</param>
public sealed record SweepStart(
    string Kind, string Name, string Folder, int Points, int Networks, int Done, int Diverged)
{
    /// <summary>Names of the keys that it varies, in the order of the values of a point.</summary>
    internal IReadOnlyList<string> Columns { get; init; } = [];
}
