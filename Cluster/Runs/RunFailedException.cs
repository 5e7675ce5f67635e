namespace PalActors.Clustering.Runs;

/// <summary>A run that could not go on.</summary>
public sealed class RunFailedException(string message) : Exception(message);
