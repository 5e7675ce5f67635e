namespace PalActors.Areas.Contract.Parameters;

/// <summary>One value for each of some areas, indexed by the area's number.</summary>
/// <typeparam name="T">Type of a value.</typeparam>
/// <param name="values">The values, which are not copied.</param>
/// <param name="areas">Numbers of their areas, ascending.</param>
public sealed class PerArea<T>(T[] values, IReadOnlyList<int> areas)
{
    private readonly int[] _areas = [.. areas];

    /// <summary>Values of areas 1, 2, ... in this order.</summary>
    /// <param name="values">The values, which are not copied.</param>
    public PerArea(T[] values)
        : this(values, [.. Enumerable.Range(1, values.Length)])
    {
    }

    /// <summary>Number of areas that have a value.</summary>
    public int Count => values.Length;

    /// <summary>All values, in the order of their areas.</summary>
    public IReadOnlyList<T> Values => values;

    /// <summary>The value of an area.</summary>
    /// <param name="area">The area's number.</param>
    /// <exception cref="ArgumentOutOfRangeException">The area has none.</exception>
    public T this[int area] => Array.BinarySearch(_areas, area) is int place and >= 0
        ? values[place]
        : throw new ArgumentOutOfRangeException(
            nameof(area), area, $"Areas {string.Join(", ", _areas)} have a value; area {area} has none.");
}
