namespace PalActors.Clustering.Snapshots;

/// <summary>Steps of writing a file; between any two of them a process or machine may end.</summary>
public enum WriteStep
{
    /// <summary>Nothing is written.</summary>
    Beginning,

    /// <summary>The bytes were written beside (<c>.part</c>); any part of them may be on the disk.</summary>
    Written,

    /// <summary>The file beside is whole and on the disk; the old one, if any, still has the name.</summary>
    Flushed,

    /// <summary>The new file has the name; the folder may not be on the disk yet.</summary>
    Renamed,

    /// <summary>The folder is on the disk too.</summary>
    Durable,
}
