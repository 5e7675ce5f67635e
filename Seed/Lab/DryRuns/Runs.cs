namespace PalActors.Lab.DryRuns;

/// <summary>Runs of equal neighbours in a list.</summary>
internal static class Runs
{
    // A table of so many rows is easily read whole.
    private const int Few = 8;

    /// <summary>Finds the runs of a long list, in order; each item of a short one is a run.</summary>
    /// <param name="items">The list.</param>
    /// <param name="key">What is equal.</param>
    public static IEnumerable<Range> OfMany<T>(IReadOnlyList<T> items, Func<T, string> key) => items.Count > Few
        ? Of(items, key)
        : Enumerable.Range(0, items.Count).Select(i => i..(i + 1));

    /// <summary>Finds the runs, in order.</summary>
    /// <param name="items">The list.</param>
    /// <param name="key">What is equal.</param>
    public static IEnumerable<Range> Of<T, TKey>(IReadOnlyList<T> items, Func<T, TKey> key)
    {
        EqualityComparer<TKey> comparer = EqualityComparer<TKey>.Default;
        for (int first = 0, next; first < items.Count; first = next)
        {
            TKey of = key(items[first]);
            for (next = first + 1; next < items.Count && comparer.Equals(key(items[next]), of);)
                next++;
            yield return first..next;
        }
    }
}
