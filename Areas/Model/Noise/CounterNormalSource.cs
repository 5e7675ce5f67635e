using PalActors.Areas.Model.Numerics;

namespace PalActors.Areas.Model.Noise;

/// <summary>Draws that are a pure function of (seed, area, neuron, tick): independent of placement, order and restarts.</summary>
/// <param name="seed">Seed of the microcircuit.</param>
/// <param name="area">Index of the area.</param>
/// <param name="interval">Ticks between draws, dtxi/dt.</param>
public sealed class CounterNormalSource(ulong seed, int area, int interval) : INormalSource
{
    /// <inheritdoc/>
    public bool Draw(long tick, long acted, Span<double> z)
    {
        if (acted % interval != 0)
            return false;
        CounterRandom.Normals(seed, RandomStream.Noise, area, tick, z);
        return true;
    }
}
