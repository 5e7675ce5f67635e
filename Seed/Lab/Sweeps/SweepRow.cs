namespace PalActors.Lab.Sweeps;

/// <summary>A row of sweep.csv.</summary>
/// <param name="Values">Values that identify its point, in the order of the columns.</param>
/// <param name="Seed">Random seed of the microcircuit.</param>
/// <param name="Model">The model as selected.</param>
/// <param name="Metric">The measure.</param>
/// <param name="Area">Its area, or null.</param>
/// <param name="Value">The value.</param>
internal sealed record SweepRow(
    IReadOnlyList<string> Values, ulong Seed, string Model, string Metric, string Area, double Value);
