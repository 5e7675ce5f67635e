namespace PalActors.Areas.Toolkit.Numerics;

/// <summary>Names of the random generators.</summary>
public static class RandomGenerators
{
    /// <summary>Name of Philox: every draw is a pure function of (seed, stream, area, neuron, tick).</summary>
    /// <remarks>The draws do not depend on the placement.</remarks>
    public const string Counter = "counter";

    /// <summary>Name of the stream of numpy's legacy RandomState.</summary>
    /// <remarks>It serves runs that are compared seed for seed with the authors' program.</remarks>
    public const string NumpyLegacy = "numpy-legacy";

    /// <summary>Name of the stream of torch's generator on a processor.</summary>
    /// <remarks>It serves runs of rate cells that are compared seed for seed with the authors' program.</remarks>
    public const string TorchLegacy = "torch-legacy";

    /// <summary>Names of the generators of microcircuits.</summary>
    public static string[] Names { get; } = [Counter, NumpyLegacy];
}
