namespace PalActors.Messages.Control;

/// <summary>Divergence of an area: the first coarse boundary at which its state was not finite.</summary>
/// <param name="Tick">The boundary.</param>
/// <param name="Epoch">Epoch of that tick.</param>
/// <param name="Area">The area; the lowest, if several diverged at that tick.</param>
/// <param name="Quantity">Name of the block of state, as in the digest, for instance <c>W</c>.</param>
/// <param name="Value">The first such value there: <c>NaN</c>, <c>Infinity</c> or <c>-Infinity</c>.</param>
public sealed record Divergence(long Tick, int Epoch, int Area, string Quantity, string Value)
{
    /// <summary>Checks whether this one comes first: the earliest tick, then the lowest area.</summary>
    public bool IsBefore(Divergence? other) => other is null || (Tick, Area).CompareTo((other.Tick, other.Area)) < 0;
}

/// <summary>Report of an area that diverged, upon which the clock ends the network.</summary>
/// <param name="Generation">Generation of the network.</param>
/// <param name="Divergence">The divergence.</param>
public sealed record AreaDiverged(int Generation, Divergence Divergence) : IControlMessage;

/// <summary>Report of an area whose part of a snapshot is not finite, so that the snapshot does not count.</summary>
/// <param name="Generation">Generation of the network.</param>
/// <param name="Area">The area.</param>
/// <param name="Tick">Tick of the snapshot.</param>
/// <param name="Quantity">Name of the block.</param>
/// <param name="Value">The value.</param>
public sealed record SnapshotUnusable(int Generation, int Area, long Tick, string Quantity, string Value)
    : IControlMessage;
