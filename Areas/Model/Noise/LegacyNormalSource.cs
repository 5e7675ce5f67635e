namespace PalActors.Areas.Model.Noise;

/// <summary>A hidden area's slice of a <see cref="LegacyStream"/>. Used by one area at a time.</summary>
internal sealed class LegacyNormalSource(LegacyStream stream, int consumer, int hidden) : INormalSource
{
    private LegacyBlock? _block;

    /// <inheritdoc/>
    public bool Draw(long tick, long acted, Span<double> z)
    {
        if (_block is null || !_block.Holds(tick))
            _block = stream.Take(consumer, tick);
        int index = (int)(tick - _block.FirstTick);
        if (!_block.Draws(index, hidden))
            return false;
        _block.Slice(index, hidden).CopyTo(z);
        return true;
    }
}
