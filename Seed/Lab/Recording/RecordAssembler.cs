using PalActors.Messages.Control;

namespace PalActors.Lab.Recording;

/// <summary>Assembles the blocks of one series to whole records in the order of their ticks.</summary>
/// <remarks>
/// Each record appears once. A record of which a part is missing is left out. So are repetitions: after a network went
/// on from an earlier tick it recorded the same again.
/// </remarks>
internal sealed class RecordAssembler(RecordedSeries series)
{
    private readonly double[] _parts = new double[series.Width];
    private long _lastTick = -1;
    private long _partTick = -1;
    private int _filled;

    /// <summary>Adds a block.</summary>
    /// <returns>The records that are whole with it, or null.</returns>
    public RecordedRows? Accept(RecordedBlock block)
    {
        if (block.Width != series.Width || block.Ticks.Length == 0)
            return null;
        if (block.Values.Length < block.Width)
            return Part(block);
        int skip = 0;
        while (skip < block.Ticks.Length && block.Ticks[skip] <= _lastTick)
            skip++;
        if (skip == block.Ticks.Length)
            return null;
        _lastTick = block.Ticks[^1];
        return new RecordedRows(series, block.Ticks[skip..], block.Values[(skip * series.Width)..]);
    }

    private RecordedRows? Part(RecordedBlock block)
    {
        long tick = block.Ticks[0];
        if (block.Offset == 0)
            (_partTick, _filled) = (tick, 0);
        if (tick != _partTick || block.Offset != _filled || tick <= _lastTick)
        {
            _partTick = -1;
            return null;
        }

        block.Values.CopyTo(_parts, _filled);
        _filled += block.Values.Length;
        if (_filled < series.Width)
            return null;
        _lastTick = tick;
        return new RecordedRows(series, [tick], [.. _parts]);
    }
}
