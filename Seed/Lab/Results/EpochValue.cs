namespace PalActors.Lab.Results;

/// <summary>A value at an epoch.</summary>
/// <param name="Epoch">Epochs done when it was measured, a fraction inside an epoch; 0 before the first.</param>
/// <param name="Value">The value.</param>
public readonly record struct EpochValue(double Epoch, double Value);
