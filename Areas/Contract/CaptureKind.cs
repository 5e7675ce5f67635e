namespace PalActors.Areas.Contract;

/// <summary>What a captured state is for.</summary>
public enum CaptureKind
{
    /// <summary>To go on from, and for the digest: everything that the next tick depends on.</summary>
    State,

    /// <summary>
    /// To be looked at: with what was computed in the tick besides, and every kernel's matrices brought up to date.
    /// </summary>
    Observed,

    /// <summary>To be compared with another network: without what only this network's kernels keep.</summary>
    Compared,
}
