using PalActors.Areas.Contract.Models;
using PalActors.Lab.Results;
using PalActors.Lab.Sweeps;
using PalActors.Lab.Sweeps.Axes;

namespace PalActors.Lab.Plots;

/// <summary>One panel of a delay study: a quantity against the delay.</summary>
/// <param name="Title">Title.</param>
/// <param name="Quantity">Label of the vertical axis, with its unit.</param>
/// <param name="Metric">The measure.</param>
/// <param name="Form">Form of its values.</param>
internal sealed record DelayPanel(string Title, string Quantity, string Metric, MetricForm Form)
    : SweepPanel(Title, Quantity, Metric, Form)
{
    /// <summary>Draws the panel.</summary>
    /// <param name="axis">The axis of delays.</param>
    /// <param name="rows">Rows of the panel, of all measures.</param>
    /// <returns>The plot, or null if no value is finite.</returns>
    public EpochPlot? Draw(IDelayAxis axis, IEnumerable<SweepRow> rows)
    {
        SweepRow[] measured = Measured(rows);
        if (measured.Length == 0)
            return null;
        string[] directions = [.. measured.Select(DelaySeries.Direction).Distinct()];
        string[] kinds = [.. measured.Select(DelaySeries.Kind).Distinct()];
        EpochPlot plot = new(Title, Quantity) { Summary = true };
        plot.ShowAcross(axis.Label, axis.Ticks);
        // A colour per kind: model, jitter, remedy and target; a pattern per direction.
        IEnumerable<IGrouping<(string Kind, string Direction), SweepRow>> lines = measured
            .GroupBy(row => (Kind: DelaySeries.Kind(row), Direction: DelaySeries.Direction(row)))
            .OrderBy(line => Array.IndexOf(kinds, line.Key.Kind));
        foreach (IGrouping<(string Kind, string Direction), SweepRow> line in lines)
        {
            (string kind, string direction) = line.Key;
            string label = directions.Length > 1 || kinds.Length == 1 ? $"{kind}, {direction}" : kind;
            Curve curve = new(label, [.. line.GroupBy(row => row.Seed).Select(seed => Values(axis, seed))]);
            plot.Add(curve, Array.IndexOf(kinds, kind), Pattern(direction));
        }

        Frame(plot, measured.Min(row => Scale(row.Value)), measured.Max(row => Scale(row.Value)));
        return plot;
    }

    // Both directions come last in the list and get the first pattern.
    private static int Pattern(string direction) =>
        (DelayDirections.All.ToList().IndexOf(direction) + 1) % DelayDirections.All.Count;

    // A line has one presentation time.
    private IReadOnlyList<EpochValue> Values(IDelayAxis axis, IEnumerable<SweepRow> seed)
    {
        double presentation = DelaySeries.Presentation(seed.First());
        return
        [
            .. DelaySeries.OfSeed(seed).Select(at =>
                new EpochValue(axis.Position(at.Delay, presentation), Scale(at.Value))),
        ];
    }
}
