namespace PalActors.Clustering.Snapshots;

/// <summary>An intact snapshot that belongs to another experiment than the one that is to go on from it.</summary>
public sealed class SnapshotMismatchException(string message) : Exception(message);
