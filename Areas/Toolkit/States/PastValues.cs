using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.States;

/// <summary>Values of a vector in the last ticks, as a ring.</summary>
/// <remarks>Before the start they are what <see cref="Fill"/> sets, else zero.</remarks>
public sealed class PastValues
{
    private readonly double[][] _rows;
    private readonly int _size;
    private int _newest;

    /// <summary>Creates a ring of zeros for <paramref name="ticks"/> ticks, 1 or more.</summary>
    /// <param name="size">Number of values of a tick.</param>
    /// <param name="ticks">Number of ticks to keep.</param>
    public PastValues(int size, int ticks)
    {
        _size = size;
        _rows = new double[ticks][];
        for (int i = 0; i < ticks; i++)
            _rows[i] = Padding.Align(size);
    }

    /// <summary>Gets the values (padded) that were pushed <paramref name="age"/> pushes ago.</summary>
    /// <remarks>An age of 1 is the last push. The array is overwritten when its values are dropped.</remarks>
    public double[] this[int age] => _rows[(_newest + age - 1) % _rows.Length];

    /// <summary>Adds the values of a tick and drops the oldest ones.</summary>
    public void Push(double[] values)
    {
        _newest = (_newest + _rows.Length - 1) % _rows.Length;
        values.AsSpan(0, _size).CopyTo(_rows[_newest]);
    }

    /// <summary>Sets the values of all ticks so far.</summary>
    public void Fill(double[] values)
    {
        foreach (double[] row in _rows)
            values.AsSpan(0, _size).CopyTo(row);
    }

    /// <summary>Adds the ring to the map as one block, a row per tick, the youngest first.</summary>
    public void Describe(string name, StateMap state) => state.Rows(name, _rows.Length, _size, row => this[row + 1]);
}
