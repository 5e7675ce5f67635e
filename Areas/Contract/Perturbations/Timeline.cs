namespace PalActors.Areas.Contract.Perturbations;

/// <summary>A value that changes at ticks that are known ahead.</summary>
/// <remarks>
/// Ticks may come in any order; the next one of the same stretch costs two comparisons. One owner at a time.
/// </remarks>
/// <typeparam name="T">Type of the value.</typeparam>
public sealed class Timeline<T>
{
    private readonly long[] _starts;
    private readonly T[] _values;
    private int _at;

    /// <summary>Makes a timeline.</summary>
    /// <param name="changes">First tick of each value, ascending; the first one is 0.</param>
    /// <exception cref="ArgumentException">Ticks do not ascend from 0.</exception>
    public Timeline(params IEnumerable<(long FirstTick, T Value)> changes)
    {
        (long FirstTick, T Value)[] all = [.. changes];
        _starts = [.. all.Select(change => change.FirstTick), long.MaxValue];
        _values = [.. all.Select(change => change.Value)];
        for (int i = 0; i < all.Length; i++)
        {
            if (_starts[i] >= _starts[i + 1] || _starts[0] != 0)
                throw new ArgumentException("Ticks of changes must ascend from 0.", nameof(changes));
        }
    }

    /// <summary>The value at a tick, 0 or more.</summary>
    public T At(long tick)
    {
        if (tick < _starts[_at] || tick >= _starts[_at + 1])
        {
            int found = Array.BinarySearch(_starts, tick);
            _at = found >= 0 ? found : ~found - 1;
        }

        return _values[_at];
    }
}
