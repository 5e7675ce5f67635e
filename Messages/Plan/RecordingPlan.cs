namespace PalActors.Messages.Plan;

/// <summary>One entry of the experiment's <c>record</c>, as names and values.</summary>
/// <remarks>It is known before the first tick.</remarks>
/// <param name="Observable">The quantity by name, for instance <c>prospective_potential</c>.</param>
/// <param name="Areas">
/// Areas to record it in; in an experiment empty for all that have it, in a network's plan never empty.
/// </param>
/// <param name="Neurons">
/// Neurons, of a matrix its rows (the post-synaptic neurons); 0-based, ascending, empty for all.
/// </param>
/// <param name="Every">
/// Ticks between records, the first at this tick; in an experiment 0 for one per presentation; unused if there are
/// <paramref name="Ticks"/>.
/// </param>
/// <param name="Ticks">The ticks to record at, ascending, or empty.</param>
public sealed record RecordingPlan(string Observable, int[] Areas, int[] Neurons, long Every, long[] Ticks);
