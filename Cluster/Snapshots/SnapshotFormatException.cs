namespace PalActors.Clustering.Snapshots;

/// <summary>Bytes that are not what a snapshot's file, its manifest or a generation's file may hold: damaged, cut short, or of another version.</summary>
public sealed class SnapshotFormatException : FormatException
{
    /// <summary>With what is wrong.</summary>
    public SnapshotFormatException(string message)
        : base(message)
    {
    }

    /// <summary>With what is wrong and what it came from.</summary>
    public SnapshotFormatException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
