using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Messages.Control;

namespace PalActors.Areas.Toolkit.States;

/// <summary>List of everything that the next tick of an area depends on.</summary>
/// <remarks>Each part declares once what it holds; capture, restore and digest follow from it.</remarks>
public sealed class StateMap
{
    private readonly List<Entry> _entries;
    private readonly Func<string, string> _nameOf;

    /// <summary>Makes an empty list.</summary>
    public StateMap()
        : this([], name => name)
    {
    }

    private StateMap(List<Entry> entries, Func<string, string> nameOf) => (_entries, _nameOf) = (entries, nameOf);

    /// <summary>The same list, to which values are added by other names.</summary>
    /// <param name="nameOf">The name in the list.</param>
    public StateMap Named(Func<string, string> nameOf) => new(_entries, nameOf);

    /// <summary>Adds a vector over <paramref name="size"/> neurons.</summary>
    /// <remarks>The array may be another one from tick to tick.</remarks>
    public void Vector(string name, int size, Func<double[]> array) => _entries.Add(new Entry(
        _nameOf(name),
        size,
        1,
        () => array().AsSpan(0, size).ToArray(),
        values => values.CopyTo(array(), 0),
        () => Finite.All<double>(array().AsSpan(0, size))));

    /// <summary>Adds <paramref name="rows"/> vectors of <paramref name="size"/> values each as one block.</summary>
    /// <remarks>The arrays may be others from tick to tick.</remarks>
    public void Rows(string name, int rows, int size, Func<int, double[]> row) => _entries.Add(new Entry(
        _nameOf(name),
        rows,
        size,
        () => [.. Enumerable.Range(0, rows).SelectMany(i => row(i).Take(size))],
        values =>
        {
            for (int i = 0; i < rows; i++)
                values.AsSpan(i * size, size).CopyTo(row(i));
        },
        () =>
        {
            bool finite = true;
            for (int i = 0; i < rows; i++)
                finite &= Finite.All<double>(row(i).AsSpan(0, size));
            return finite;
        }));

    /// <summary>Adds a matrix.</summary>
    public void Matrix(string name, WeightMatrix matrix) => _entries.Add(new Entry(
        _nameOf(name),
        matrix.Rows,
        matrix.Columns,
        matrix.ToRowMajor,
        values => matrix.FromRowMajor(values),
        () => matrix.IsFinite));

    /// <summary>Adds values that are kept in another form.</summary>
    /// <param name="name">Name of the block.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Columns.</param>
    /// <param name="get">Gets the values, row-major.</param>
    /// <param name="set">Sets them.</param>
    /// <param name="isFinite">Checks that all are finite, without allocation.</param>
    public void Block(
        string name, int rows, int columns, Func<double[]> get, Action<double[]> set, Func<bool> isFinite) =>
        _entries.Add(new Entry(_nameOf(name), rows, columns, get, set, isFinite));

    /// <summary>Adds a number.</summary>
    public void Scalar(string name, Func<double> get, Action<double> set) => _entries.Add(new Entry(
        _nameOf(name), 1, 1, () => [get()], values => set(values[0]), () => double.IsFinite(get())));

    /// <summary>Captures the state as one value.</summary>
    public AreaState Capture(int area, long tick) =>
        new(area, tick, [.. _entries.Select(e => new StateBlock(e.Name, e.Rows, e.Columns, e.Get()))]);

    /// <summary>Finds the first value that is not finite, block by block.</summary>
    /// <returns>Null, without allocation, if all values are finite.</returns>
    public NonFinite? FirstNonFinite()
    {
        foreach (Entry entry in _entries)
        {
            if (!entry.IsFinite())
                return NonFinite.In(entry.Name, entry.Get());
        }

        return null;
    }

    /// <summary>Restores a state, and changes nothing unless all of it fits.</summary>
    /// <exception cref="ArgumentException">A block is missing, unknown or of another shape.</exception>
    public void Restore(AreaState state)
    {
        if (state.Blocks.Length != _entries.Count)
        {
            throw new ArgumentException(
                $"The state of area {state.Area} has {state.Blocks.Length} blocks "
                + $"({Names(state.Blocks.Select(b => b.Name))}); "
                + $"this area has {_entries.Count} ({Names(_entries.Select(e => e.Name))}).",
                nameof(state));
        }

        for (int i = 0; i < _entries.Count; i++)
        {
            Entry entry = _entries[i];
            StateBlock block = state.Blocks[i];
            if (block.Name != entry.Name
                || block.Rows != entry.Rows
                || block.Columns != entry.Columns
                || block.Values.Length != entry.Rows * entry.Columns)
            {
                throw new ArgumentException(
                    $"Block {i} of the state of area {state.Area} is {block.Name} ({block.Rows} x {block.Columns}); "
                    + $"here it is {entry.Name} ({entry.Rows} x {entry.Columns}).",
                    nameof(state));
            }
        }

        for (int i = 0; i < _entries.Count; i++)
            _entries[i].Set(state.Blocks[i].Values);
    }

    private static string Names(IEnumerable<string> names) => string.Join(", ", names);

    private sealed record Entry(
        string Name, int Rows, int Columns, Func<double[]> Get, Action<double[]> Set, Func<bool> IsFinite);
}
