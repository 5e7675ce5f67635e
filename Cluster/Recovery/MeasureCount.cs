namespace PalActors.Clustering.Recovery;

/// <summary>How many values were measured up to a tick. Areas are apart, so values of later ticks may come first.</summary>
public sealed class MeasureCount
{
    private readonly SortedDictionary<long, long> _byTick = [];
    private long _folded;

    /// <summary>A value of a tick has come.</summary>
    public void Add(long tick) => _byTick[tick] = _byTick.GetValueOrDefault(tick) + 1;

    /// <summary>Values of ticks up to this one that have come. Ticks asked for must not decrease.</summary>
    public long UpTo(long tick)
    {
        long count = _folded;
        foreach ((long at, long values) in _byTick)
        {
            if (at > tick)
                break;
            count += values;
        }

        return count;
    }

    /// <summary>All values up to this tick are there: they need not be told apart any more.</summary>
    public void Fold(long tick)
    {
        while (_byTick.Count > 0 && _byTick.First() is { } first && first.Key <= tick)
        {
            _folded += first.Value;
            _byTick.Remove(first.Key);
        }
    }
}
