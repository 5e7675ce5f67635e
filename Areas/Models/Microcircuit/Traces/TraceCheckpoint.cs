namespace PalActors.Areas.Models.Microcircuit.Traces;

/// <summary>State of the authors' program after a complete step.</summary>
/// <param name="Step">The step, 1-based.</param>
/// <param name="Quantities">
/// By key, one entry per area: vectors and row-major matrices; null where the trace leaves it out.
/// </param>
public sealed record TraceCheckpoint(long Step, IReadOnlyDictionary<string, double[]?[]> Quantities);
