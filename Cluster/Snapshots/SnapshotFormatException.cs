namespace PalActors.Clustering.Snapshots;

/// <summary>Bytes that are no valid snapshot, manifest or generation file.</summary>
/// <remarks>They are damaged, cut short, or of another version.</remarks>
public sealed class SnapshotFormatException : FormatException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What is wrong.</param>
    public SnapshotFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Makes the exception with its cause.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="inner">The cause.</param>
    public SnapshotFormatException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
