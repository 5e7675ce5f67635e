namespace PalActors.Areas.Toolkit.Numerics;

/// <summary>
/// What a random number is for. Streams never share a block of random bits; their numbers are part of the definition
/// of every draw, so they are fixed for ever.
/// </summary>
public enum RandomStream : byte
{
    /// <summary>The noise of the dynamics, one draw per neuron and tick.</summary>
    Noise = 0,

    /// <summary>Initial weights.</summary>
    Weights = 1,

    /// <summary>Initial potentials.</summary>
    Potentials = 2,

    /// <summary>The order of the samples in an epoch.</summary>
    Shuffle = 3,

    /// <summary>Delays and other times that differ at random.</summary>
    Jitter = 4,
}
