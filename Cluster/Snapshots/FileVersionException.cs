namespace PalActors.Clustering.Snapshots;

/// <summary>Intact file of another version of the format than this build reads.</summary>
public sealed class FileVersionException(string message) : Exception(message);
