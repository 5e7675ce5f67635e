using PalActors.Lab.Experiments;

namespace PalActors.Lab.Sweeps;

/// <summary>A sweep as the command line requests it, not checked yet.</summary>
/// <param name="Kind">Kind of sweep, for instance <c>sweep</c>.</param>
/// <param name="Experiment">Name or path of the experiment.</param>
/// <param name="Task">The task of the authors' parameter files, or null.</param>
/// <param name="Common">Changes of the experiment at all points.</param>
/// <param name="Columns">Names of the columns that identify the points.</param>
/// <param name="Points">The points, at least one.</param>
public sealed record SweepRequest(
    string Kind,
    string Experiment,
    string? Task,
    IReadOnlyList<Override> Common,
    IReadOnlyList<string> Columns,
    IReadOnlyList<SweepPoint> Points);
