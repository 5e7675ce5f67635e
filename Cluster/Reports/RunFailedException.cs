namespace PalActors.Clustering.Reports;

/// <summary>Failure of a run, which cannot go on.</summary>
public sealed class RunFailedException(string message) : Exception(message);
