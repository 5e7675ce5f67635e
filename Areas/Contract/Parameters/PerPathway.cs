using PalActors.Messages.Plan;

namespace PalActors.Areas.Contract.Parameters;

/// <summary>One value for each of some pathways of a graph.</summary>
/// <typeparam name="T">Type of a value.</typeparam>
/// <param name="values">The values, which are not copied.</param>
/// <param name="pathways">Their pathways, in the order of the graph.</param>
public sealed class PerPathway<T>(T[] values, IReadOnlyList<Pathway> pathways)
{
    private readonly int[] _indices = [.. pathways.Select(pathway => pathway.Index)];

    /// <summary>All values, in the order of their pathways.</summary>
    public IReadOnlyList<T> Values => values;

    /// <summary>The value of a pathway.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The pathway has none.</exception>
    public T this[Pathway pathway] => Array.BinarySearch(_indices, pathway.Index) is int place and >= 0
        ? values[place]
        : throw new ArgumentOutOfRangeException(
            nameof(pathway), pathway, "Only other pathways of the graph have a value.");
}
