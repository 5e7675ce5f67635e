namespace PalActors.Seed.Traces;

/// <summary>Deviations of a replay from its trace.</summary>
/// <param name="Worst">The largest deviation relative to its quantity's scale; NaN if anything was.</param>
/// <param name="WorstQuantity">Its quantity.</param>
/// <param name="WorstStep">Its step.</param>
/// <param name="Checkpoints">Checkpoints compared.</param>
/// <param name="ByQuantity">The largest deviation of each quantity.</param>
public sealed record ReplayReport(
    double Worst,
    string WorstQuantity,
    long WorstStep,
    int Checkpoints,
    IReadOnlyDictionary<string, double> ByQuantity);
