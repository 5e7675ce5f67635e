namespace PalActors.Clustering.Snapshots;

/// <summary>Intact snapshot that belongs to another experiment than the one that is to go on from it.</summary>
public sealed class SnapshotMismatchException(string message) : Exception(message);
