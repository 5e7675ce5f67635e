namespace PalActors.Areas.Contract.Parameters;

/// <summary>One value for each of some areas, indexed by the area's number.</summary>
/// <typeparam name="T">Type of a value.</typeparam>
public sealed class PerArea<T>
{
    private readonly T[] _values;

    /// <summary>Values of areas 1, 2, ... in this order.</summary>
    /// <param name="values">The values, which are not copied.</param>
    public PerArea(T[] values) => _values = values;

    /// <summary>Number of areas that have a value: areas 1 to this one.</summary>
    public int Count => _values.Length;

    /// <summary>All values, in the order of their areas.</summary>
    public IReadOnlyList<T> Values => _values;

    /// <summary>The value of an area.</summary>
    /// <param name="area">The area's number, 1 to <see cref="Count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The area has none.</exception>
    public T this[int area] => area >= 1 && area <= _values.Length
        ? _values[area - 1]
        : throw new ArgumentOutOfRangeException(
            nameof(area), area, $"Areas 1 to {_values.Length} have a value; area {area} has none.");
}
