using PalActors.Seed.Experiments;

namespace PalActors.Seed.Sweeps;

/// <summary>What is to be swept, as the command line asks for it; nothing of it is checked yet.</summary>
/// <param name="Kind">Word for what it is, for instance <c>sweep</c>.</param>
/// <param name="Experiment">Name or path of the experiment.</param>
/// <param name="Task">The task of the authors' parameter files, or null.</param>
/// <param name="Common">What all points change in the experiment.</param>
/// <param name="Columns">Names of the columns that tell the points apart.</param>
/// <param name="Points">The points, at least one.</param>
public sealed record SweepRequest(
    string Kind, string Experiment, string? Task, IReadOnlyList<Override> Common, IReadOnlyList<string> Columns, IReadOnlyList<SweepPoint> Points);
