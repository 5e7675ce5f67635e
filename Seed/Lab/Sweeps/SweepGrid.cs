using PalActors.Lab.Experiments;

namespace PalActors.Lab.Sweeps;

/// <summary>The Cartesian product of axes.</summary>
public static class SweepGrid
{
    /// <summary>Largest number of points of a sweep.</summary>
    /// <remarks>All of them are checked, and kept in memory, before the first runs.</remarks>
    public const int MostPoints = 10_000;

    // Every row has model and seed, whether they are swept or not.
    private static readonly string[] s_inEveryRow = ["model", "seeds"];

    /// <summary>All combinations of one value of each axis, of which the last changes fastest.</summary>
    /// <exception cref="InputException">There are too many.</exception>
    public static IReadOnlyList<IReadOnlyList<string>> Product(IReadOnlyList<SweepAxis> axes)
    {
        if (axes.Aggregate(1.0, (count, axis) => count * axis.Values.Count) > MostPoints)
        {
            string sizes = string.Join(" x ", axes.Select(axis => axis.Values.Count));
            throw new InputException($"the sweep has {sizes} points; valid is {MostPoints} in all.");
        }

        IEnumerable<IReadOnlyList<string>> combinations = [[]];
        foreach (SweepAxis axis in axes)
        {
            combinations = combinations.SelectMany(IEnumerable<IReadOnlyList<string>> (before) =>
                axis.Values.Select(IReadOnlyList<string> (value) => [.. before, value]));
        }

        return [.. combinations];
    }

    /// <summary>The keys that have a column of their own.</summary>
    public static IReadOnlyList<string> Columns(IReadOnlyList<SweepAxis> axes) =>
        [.. axes.Select(axis => axis.Name).Where(name => !s_inEveryRow.Contains(name))];

    /// <summary>The points of a sweep over keys of the experiment.</summary>
    /// <param name="option">The option that gave the axes, for error messages.</param>
    /// <param name="axes">The axes, at least one.</param>
    /// <exception cref="InputException">There are too many points.</exception>
    public static IReadOnlyList<SweepPoint> Points(string option, IReadOnlyList<SweepAxis> axes) =>
    [
        .. Product(axes).Select(values => new SweepPoint(
            string.Join(", ", axes.Select((axis, i) => $"{axis.Name}={values[i]}")),
            [.. values.Where((_, i) => !s_inEveryRow.Contains(axes[i].Name))],
            [.. axes.Select((axis, i) => new Override(option, axis.Name, values[i])
            {
                TakesAnyKey = true, IsOneOfSeveral = true,
            })])),
    ];
}
