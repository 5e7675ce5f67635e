using PalActors.Areas.Toolkit.Noise;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Models.Microcircuit.Noise;

/// <summary>Slice of a <see cref="LegacyStream"/> for one hidden area.</summary>
/// <remarks>One area uses it at a time.</remarks>
internal sealed class LegacyNormalSource(LegacyStream stream, int consumer, int hidden, int neurons) : INormalSource
{
    private readonly double[] _z = Padding.Align(neurons);
    private LegacyBlock? _block;

    /// <inheritdoc/>
    public ReadOnlySpan<double> Draw(long tick, long acted)
    {
        if (_block is null || !_block.Holds(tick))
            _block = stream.Take(consumer, tick);
        int index = (int)(tick - _block.FirstTick);
        if (!_block.Draws(index, hidden))
            return default;
        _block.Slice(index, hidden).CopyTo(_z);
        return _z;
    }
}
