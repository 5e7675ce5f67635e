namespace PalActors.Messages.Plan;

/// <summary>Values of a parameter from the first tick of an epoch on.</summary>
/// <param name="Epoch">The epoch, 1 or more.</param>
/// <param name="Values">One or more values.</param>
public sealed record EpochValues(int Epoch, string[] Values);
