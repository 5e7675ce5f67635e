namespace PalActors.Areas.Toolkit.Numerics;

/// <summary>Purpose of a random number.</summary>
/// <remarks>
/// Streams never share a block of random bits; their numbers are part of the definition of every draw, so they are
/// fixed for ever.
/// </remarks>
public enum RandomStream : byte
{
    /// <summary>Noise of the dynamics, one draw per neuron and tick.</summary>
    Noise = 0,

    /// <summary>Initial weights.</summary>
    Weights = 1,

    /// <summary>Initial potentials.</summary>
    Potentials = 2,

    /// <summary>Order of the samples in an epoch.</summary>
    Shuffle = 3,

    /// <summary>Delays and other times that differ at random.</summary>
    Jitter = 4,

    /// <summary>White noise of rate cells.</summary>
    WhiteNoise = 5,

    /// <summary>Noise of pools of rate cells.</summary>
    PoolNoise = 6,

    /// <summary>Order of the samples that a read-out learns from.</summary>
    ReadOut = 7,

    /// <summary>Division of samples into those that train and those that validate.</summary>
    Split = 8,

    /// <summary>Samples of a data set that is drawn.</summary>
    Samples = 9,

    /// <summary>Neurons of a lesion.</summary>
    Lesion = 10,
}
