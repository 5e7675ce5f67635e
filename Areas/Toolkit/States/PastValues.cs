using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.States;

/// <summary>The values of a vector in the last ticks, as a ring; before the start they are what <see cref="Fill"/> says, else zero.</summary>
public sealed class PastValues
{
    private readonly double[][] _rows;
    private readonly int _size;
    private int _newest;

    /// <summary>Room for <paramref name="ticks"/> ticks, 1 or more.</summary>
    /// <param name="size">Values of a tick.</param>
    /// <param name="ticks">Ticks to remember.</param>
    public PastValues(int size, int ticks)
    {
        _size = size;
        _rows = new double[ticks][];
        for (int i = 0; i < ticks; i++)
            _rows[i] = Padding.Align(size);
    }

    /// <summary>The values (padded) that were pushed <paramref name="age"/> pushes ago: 1 is the last one. The array is overwritten when they are forgotten.</summary>
    public double[] this[int age] => _rows[(_newest + age - 1) % _rows.Length];

    /// <summary>Remembers the values of a tick, and forgets the oldest ones.</summary>
    public void Push(double[] values)
    {
        _newest = (_newest + _rows.Length - 1) % _rows.Length;
        values.AsSpan(0, _size).CopyTo(_rows[_newest]);
    }

    /// <summary>In all ticks so far the values were these.</summary>
    public void Fill(double[] values)
    {
        foreach (double[] row in _rows)
            values.AsSpan(0, _size).CopyTo(row);
    }

    /// <summary>Names it as one block, a row per tick, the youngest first.</summary>
    public void Describe(string name, StateMap state) => state.Rows(name, _rows.Length, _size, row => this[row + 1]);
}
