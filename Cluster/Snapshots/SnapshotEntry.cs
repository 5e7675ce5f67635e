namespace PalActors.Clustering.Snapshots;

/// <summary>One file of a complete tick, as its manifest lists it.</summary>
/// <remarks>A node that writes its files itself sends these three values to the seed.</remarks>
/// <param name="Area">The area.</param>
/// <param name="Length">Bytes in the file.</param>
/// <param name="Sha256">SHA-256 of the whole file as lower-case hex, as <c>sha256sum</c> prints it.</param>
public sealed record SnapshotEntry(int Area, long Length, string Sha256);
