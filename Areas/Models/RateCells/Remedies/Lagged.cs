using System.Numerics;
using PalActors.Areas.Models.RateCells.Cells;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.States;

namespace PalActors.Areas.Models.RateCells.Remedies;

/// <summary>Values of a batch as they were some ticks ago; before the first tick they were zero.</summary>
/// <typeparam name="T">double or float.</typeparam>
internal sealed class Lagged<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly T[][] _past;
    private readonly BatchOf<T> _size;
    private T[] _given;
    private int _oldest;

    /// <summary>Creates a ring of zeros.</summary>
    /// <param name="size">Cells and slots.</param>
    /// <param name="ticks">Age of what is given, 1 or more.</param>
    public Lagged(BatchOf<T> size, int ticks)
    {
        _size = size;
        _past = new T[ticks][];
        for (int i = 0; i < ticks; i++)
            _past[i] = size.Allocate();
        _given = size.Allocate();
    }

    /// <summary>Takes the values of a tick, and gives those of so many ticks earlier.</summary>
    /// <returns>An array that is valid until the next call.</returns>
    public T[] Exchange(T[] now)
    {
        (_given, _past[_oldest]) = (_past[_oldest], _given);
        now.CopyTo(_past[_oldest], 0);
        _oldest = (_oldest + 1) % _past.Length;
        return _given;
    }

    /// <summary>Adds the ring to a state as one block: a row per tick and sample, the oldest tick first.</summary>
    public void Describe(string name, StateMap state) =>
        state.Block(name, _past.Length * _size.Slots, _size.Cells, Get, Set, IsFinite);

    private double[] Get()
    {
        int samples = _size.Slots * _size.Cells;
        double[] values = new double[_past.Length * samples];
        for (int tick = 0; tick < _past.Length; tick++)
            _size.ToSamples(Tick(tick)).CopyTo(values, tick * samples);
        return values;
    }

    private void Set(double[] values)
    {
        int samples = _size.Slots * _size.Cells;
        for (int tick = 0; tick < _past.Length; tick++)
            _size.FromSamples(values.AsSpan(tick * samples, samples), Tick(tick));
    }

    private bool IsFinite()
    {
        foreach (T[] tick in _past)
        {
            if (!Finite.All<T>(tick))
                return false;
        }

        return true;
    }

    private T[] Tick(int index) => _past[(_oldest + index) % _past.Length];
}
