namespace PalActors.Areas.Toolkit.Numerics;

/// <summary>The random generators by name.</summary>
public static class RandomGenerators
{
    /// <summary>Philox: every draw is a pure function of (seed, stream, area, neuron, tick), whatever the placement.</summary>
    public const string Counter = "counter";

    /// <summary>The stream of numpy's legacy RandomState, for runs that are compared seed for seed with the authors' program.</summary>
    public const string NumpyLegacy = "numpy-legacy";

    /// <summary>All names.</summary>
    public static string[] Names { get; } = [Counter, NumpyLegacy];
}
