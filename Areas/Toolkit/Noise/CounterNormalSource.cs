using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Noise;

/// <summary>Draws that are a pure function of (seed, area, neuron, tick).</summary>
/// <remarks>They are independent of placement, order and restarts.</remarks>
/// <param name="seed">Seed of the microcircuit.</param>
/// <param name="area">Index of the area.</param>
/// <param name="neurons">Number of neurons that draw.</param>
/// <param name="interval">Ticks between draws, dtxi/dt.</param>
public sealed class CounterNormalSource(ulong seed, int area, int neurons, int interval) : INormalSource
{
    // Room for whole groups, so that the generator needs no tail.
    private readonly double[] _z = Padding.Align<double>(BoxMuller.RoundUpToGroup(neurons));

    /// <inheritdoc/>
    public ReadOnlySpan<double> Draw(long tick, long acted)
    {
        if (acted % interval != 0)
            return default;
        CounterRandom.Normals(seed, RandomStream.Noise, area, tick, _z);
        return _z;
    }
}
