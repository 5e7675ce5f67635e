using PalActors.Areas.Model.Numerics;

namespace PalActors.Areas.Model.Noise;

/// <summary>Draws that are a pure function of (seed, area, neuron, tick): independent of placement, order and restarts.</summary>
/// <param name="seed">Seed of the microcircuit.</param>
/// <param name="area">Index of the area.</param>
public sealed class CounterNormalSource(ulong seed, int area) : INormalSource
{
    /// <inheritdoc/>
    public void Draw(long tick, Span<double> z) => CounterRandom.Normals(seed, RandomStream.Noise, area, tick, z);
}
