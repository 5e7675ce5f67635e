namespace PalActors.Areas.Toolkit.Numerics;

/// <summary>Two padded vectors that change places in every tick: values of now, and of the tick before.</summary>
/// <remarks>
/// A flag changes and no reference, since the garbage collector must hear of every reference that is stored: that would
/// be a twentieth of a small network's tick.
/// </remarks>
/// <param name="size">Number of values.</param>
public struct Alternating(int size)
{
    private readonly double[] _one = Padding.Align(size);
    private readonly double[] _other = Padding.Align(size);
    private bool _changed;

    /// <summary>Values of now.</summary>
    public readonly double[] Now => _changed ? _other : _one;

    /// <summary>Values of the tick before.</summary>
    public readonly double[] Before => _changed ? _one : _other;

    /// <summary>Lets the vectors change places: a tick begins.</summary>
    public void Change() => _changed = !_changed;
}
