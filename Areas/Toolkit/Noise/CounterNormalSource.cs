using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Noise;

/// <summary>Draws that are a pure function of (seed, area, neuron, tick).</summary>
/// <remarks>
/// They are independent of placement, order and restarts; so a small area that draws in every tick draws a few ticks at
/// once, which fills the processor's pipelines.
/// </remarks>
public sealed class CounterNormalSource : INormalSource
{
    // Values drawn at once.
    private const int Batch = 256;

    private readonly ulong _seed;
    private readonly int _area;
    private readonly int _interval;
    private readonly int _stride;
    private readonly int _ticks;
    private readonly double[] _z;
    private long _firstTick = long.MinValue;

    /// <summary>Creates the source, which draws nothing before the first tick is asked for.</summary>
    /// <param name="seed">Seed of the microcircuit.</param>
    /// <param name="area">Index of the area.</param>
    /// <param name="neurons">Number of neurons that draw.</param>
    /// <param name="interval">Ticks between draws, dtxi/dt.</param>
    public CounterNormalSource(ulong seed, int area, int neurons, int interval)
    {
        _seed = seed;
        _area = area;
        _interval = interval;
        // Room for whole groups, so that the generator needs no tail.
        _stride = BoxMuller.RoundUpToGroup(neurons);
        _ticks = interval > 1 ? 1 : Math.Max(1, Batch / _stride);
        _z = Padding.Align<double>(_ticks * _stride);
    }

    /// <inheritdoc/>
    public ReadOnlySpan<double> Draw(long tick, long acted)
    {
        if (_interval > 1 && acted % _interval != 0)
            return default;
        if ((ulong)(tick - _firstTick) >= (ulong)_ticks)
        {
            CounterRandom.Normals(_seed, RandomStream.Noise, _area, tick, _ticks, _z);
            _firstTick = tick;
        }

        return _z.AsSpan((int)(tick - _firstTick) * _stride, _stride);
    }
}
