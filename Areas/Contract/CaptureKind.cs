namespace PalActors.Areas.Contract;

/// <summary>Purpose of a captured state.</summary>
public enum CaptureKind
{
    /// <summary>Everything that the next tick depends on: to go on from, and for the digest.</summary>
    State,

    /// <summary>For observers: with the other values of the tick, and all matrices brought up to date.</summary>
    Observed,

    /// <summary>For comparison with another network: without what only this network's kernels keep.</summary>
    Compared,
}
