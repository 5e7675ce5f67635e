namespace PalActors.Lab.Experiments;

/// <summary>A value of the command line that every network of an experiment replaces by one of its own.</summary>
/// <param name="Key">The key.</param>
/// <param name="Error">What is wrong with it.</param>
internal sealed record UnusedOverride(string Key, InputException Error);
