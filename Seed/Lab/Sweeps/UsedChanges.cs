using PalActors.Lab.Experiments;

namespace PalActors.Lab.Sweeps;

/// <summary>Which changes of a sweep's experiment some network uses.</summary>
internal sealed class UsedChanges
{
    private readonly List<(IReadOnlyList<Override> Changes, List<UnusedOverride> Unused)> _points = [];

    /// <summary>Adds a point, and gives what receives the changes that no network of it uses.</summary>
    /// <param name="changes">The changes of the experiment there.</param>
    public ICollection<UnusedOverride> Of(IReadOnlyList<Override> changes)
    {
        List<UnusedOverride> unused = [];
        _points.Add((changes, unused));
        return unused;
    }

    /// <summary>Refuses a change that no network of any point uses.</summary>
    /// <exception cref="InputException">There is one.</exception>
    public void Check()
    {
        HashSet<string> used =
        [
            .. _points.SelectMany(point =>
                point.Changes.Select(change => change.Key).Except(point.Unused.Select(one => one.Key))),
        ];
        if (_points.SelectMany(point => point.Unused).FirstOrDefault(one => !used.Contains(one.Key)) is { } unused)
            throw unused.Error;
    }
}
