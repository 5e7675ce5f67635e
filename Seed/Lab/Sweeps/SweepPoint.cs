using PalActors.Lab.Experiments;

namespace PalActors.Lab.Sweeps;

/// <summary>One point of a sweep: an experiment that differs from the others.</summary>
/// <param name="Name">Name in error messages.</param>
/// <param name="Values">Values in the columns of the table.</param>
/// <param name="Changes">Its changes of the experiment.</param>
public sealed record SweepPoint(string Name, IReadOnlyList<string> Values, IReadOnlyList<Override> Changes);
