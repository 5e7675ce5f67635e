using System.Globalization;

namespace PalActors.Lab.Results;

/// <summary>Deviation of the records of one seed and place from a given curve.</summary>
/// <param name="Seed">The seed.</param>
/// <param name="Place">The hidden area, or the pathway of a graph.</param>
/// <param name="Records">Records that both have.</param>
/// <param name="Missing">Records of the curve that the run does not have.</param>
/// <param name="Surplus">Records of the run that the curve does not have.</param>
/// <param name="Worst">The largest deviation; NaN if any record was.</param>
/// <param name="WorstRecord">The record where it is, counted from 0.</param>
/// <param name="FirstAbove">The first record above the tolerance, or null.</param>
internal sealed record CurveComparison(
    ulong Seed, string Place, int Records, int Missing, int Surplus, double Worst, int WorstRecord, int? FirstAbove)
{
    // Near a cosine of 1 or -1 its arc amplifies round-off: tolerance within so many degrees of 0 and 180.
    private const double NearlyParallel = 0.01;
    private const double ToleranceThere = 1e-5;

    /// <summary>The place in words.</summary>
    public string Where => NumberOf(Place) > 0 ? $"area {Place}" : $"pathway {Place}";

    /// <summary>Compares a run with curves, seed by seed and area by area.</summary>
    /// <param name="rows">Rows of the run, of one model.</param>
    /// <param name="curves">The curves.</param>
    /// <param name="tolerance">Largest deviation allowed.</param>
    /// <exception cref="InputException">They have no seed in common, or other areas.</exception>
    public static IReadOnlyList<CurveComparison> Compare(
        IEnumerable<MetricRow> rows, PublishedCurves curves, double tolerance)
    {
        Dictionary<ulong, MetricRow[]> bySeed = rows.Where(row => row.Metric == curves.Metric)
            .GroupBy(row => row.Seed)
            .ToDictionary(group => group.Key, group => group.ToArray());
        if (bySeed.Count == 0)
            throw new InputException($"the run has no records of {curves.Metric}.");
        ulong[] common = [.. bySeed.Keys.Where(curves.Seeds.ContainsKey).Order()];
        if (common.Length == 0)
        {
            throw new InputException(
                $"the run has the seeds {string.Join(", ", bySeed.Keys.Order())}, "
                + $"the curves {string.Join(", ", curves.Seeds.Keys.Order())}; "
                + "valid are runs with at least one of them.");
        }

        List<CurveComparison> comparisons = [];
        foreach (ulong seed in common)
        {
            double[][] expected = curves.Seeds[seed];
            string[] places = PlacesOf(bySeed[seed]);
            if (places.Length != expected[0].Length)
            {
                throw new InputException(
                    $"seed {seed} has {places.Length} areas with {curves.Metric} in the run "
                    + $"and {expected[0].Length} in the curves.");
            }

            for (int i = 0; i < places.Length; i++)
            {
                double[] actual = Values(bySeed[seed], places[i]);
                if (actual.Length == 0)
                {
                    throw new InputException(
                        $"seed {seed} has no records of {curves.Metric} for area {places[i]} in the run.");
                }

                int column = i;
                comparisons.Add(
                    Compare(seed, places[i], actual, [.. expected.Select(row => row[column])], tolerance));
            }
        }

        return comparisons;
    }

    private static double[] Values(IEnumerable<MetricRow> rows, string place) =>
        [.. rows.Where(row => row.Area == place).OrderBy(row => row.Tick).Select(row => row.Value)];

    // The areas of a chain have numbers; pathways of a graph have names, and stand in its order.
    private static string[] PlacesOf(IEnumerable<MetricRow> rows)
    {
        string[] named = [.. rows.Select(row => row.Area).Distinct()];
        int last = named.Max(NumberOf);
        return last == 0
            ? named
            : [.. Enumerable.Range(1, last).Select(area => area.ToString(CultureInfo.InvariantCulture))];
    }

    private static int NumberOf(string area) =>
        int.TryParse(area, CultureInfo.InvariantCulture, out int number) ? number : 0;

    private static CurveComparison Compare(
        ulong seed, string place, double[] actual, double[] expected, double tolerance)
    {
        int records = Math.Min(actual.Length, expected.Length), worstRecord = 0;
        double worst = 0;
        int? first = null;
        for (int k = 0; k < records; k++)
        {
            double deviation = Math.Abs(actual[k] - expected[k]);
            bool isNearlyParallel = expected[k] < NearlyParallel || expected[k] > 180 - NearlyParallel;
            double allowed = isNearlyParallel ? Math.Max(tolerance, ToleranceThere) : tolerance;
            // Negated comparisons, so that a NaN is the worst deviation.
            if (!(deviation <= worst) && !double.IsNaN(worst))
                (worst, worstRecord) = (deviation, k);
            if (!(deviation <= allowed))
                first ??= k;
        }

        (int missing, int surplus) = (expected.Length - records, actual.Length - records);
        return new CurveComparison(seed, place, records, missing, surplus, worst, worstRecord, first);
    }
}
