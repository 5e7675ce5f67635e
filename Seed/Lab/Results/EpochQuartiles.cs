namespace PalActors.Lab.Results;

/// <summary>Median and quartiles over seeds at each epoch.</summary>
internal static class EpochQuartiles
{
    /// <summary>Those of each epoch of which enough seeds have a finite value, ascending.</summary>
    /// <remarks>Of several records of a seed at one epoch, as during settling, the last counts.</remarks>
    /// <param name="seeds">Values of each seed.</param>
    public static IReadOnlyList<(double Epoch, Quartiles Value)> Of(IEnumerable<IReadOnlyList<EpochValue>> seeds) =>
    [
        .. seeds.SelectMany(LastOfEach).GroupBy(v => v.Epoch).OrderBy(group => group.Key)
            .Select(group => (Epoch: group.Key, Value: Quartiles.Of(group.Select(v => v.Value))))
            .Where(point => point.Value.Count >= Quartiles.Fewest),
    ];

    private static IEnumerable<EpochValue> LastOfEach(IReadOnlyList<EpochValue> seed) =>
        seed.Where(v => double.IsFinite(v.Value)).GroupBy(v => v.Epoch).Select(group => group.Last());
}
