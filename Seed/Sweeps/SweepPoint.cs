using PalActors.Seed.Experiments;

namespace PalActors.Seed.Sweeps;

/// <summary>One point of a sweep: an experiment that differs from the others.</summary>
/// <param name="Name">How error messages name it.</param>
/// <param name="Values">What the columns of the table hold.</param>
/// <param name="Changes">What it changes in the experiment.</param>
public sealed record SweepPoint(string Name, IReadOnlyList<string> Values, IReadOnlyList<Override> Changes);
