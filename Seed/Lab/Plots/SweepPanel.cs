using PalActors.Areas.Contract.Models;
using PalActors.Lab.Results;
using PalActors.Lab.Sweeps;

namespace PalActors.Lab.Plots;

/// <summary>A measure of a sweep as figures show it.</summary>
/// <param name="Title">Title.</param>
/// <param name="Quantity">Label of its axis, with its unit.</param>
/// <param name="Metric">The measure.</param>
/// <param name="Form">Form of its values.</param>
internal record SweepPanel(string Title, string Quantity, string Metric, MetricForm Form)
{
    /// <summary>Finite values of the measure.</summary>
    public SweepRow[] Measured(IEnumerable<SweepRow> rows) =>
        [.. rows.Where(row => row.Metric == Metric && double.IsFinite(row.Value))];

    /// <summary>The value to draw for a measured one.</summary>
    public double Scale(double value) => Form switch
    {
        MetricForm.Magnitude => DelaySeries.Order(value),
        MetricForm.Share => 100 * value,
        _ => value,
    };

    /// <summary>Draws its values against a key, of several areas their mean, and sets the axes.</summary>
    /// <param name="plot">Receives a curve per line.</param>
    /// <param name="axis">The axis of the key.</param>
    /// <param name="rows">Its finite values.</param>
    /// <param name="value">Value of the key.</param>
    /// <param name="line">Name of the line that a row belongs to.</param>
    public void Draw(
        EpochPlot plot, KeyAxis axis, SweepRow[] rows, Func<SweepRow, string> value, Func<SweepRow, string> line)
    {
        plot.ShowAcross(axis.Label, axis.Ticks);
        foreach ((int i, IGrouping<string, SweepRow> one) in rows.GroupBy(line).Index())
            plot.Add(new Curve(one.Key, [.. one.GroupBy(row => row.Seed).Select(OfSeed)]), i, i);
        double[] drawn = [.. rows.Select(row => Scale(row.Value))];
        Frame(plot, drawn.Min(), drawn.Max());

        IReadOnlyList<EpochValue> OfSeed(IEnumerable<SweepRow> seed) =>
        [
            .. seed.GroupBy(value).OrderBy(at => axis.Position(at.Key)).Select(at => new EpochValue(
                axis.Position(at.Key), Scale(at.Average(row => row.Value)))),
        ];
    }

    /// <summary>How many networks diverged, for a title; empty if none did.</summary>
    public static string Diverged(IEnumerable<SweepRow> rows)
    {
        int diverged = rows.Count(row => row.Metric == SweepTable.DivergedAtTick);
        return diverged > 0 ? $" ({diverged} of {rows.Count(row => row.Metric == SweepTable.Ticks)} diverged)" : "";
    }

    /// <summary>Sets the axes of a plot for values to draw.</summary>
    public void Frame(EpochPlot plot, double low, double high)
    {
        switch (Form)
        {
            case MetricForm.Magnitude:
                plot.ShowPowersOfTen();
                plot.Frame(Math.Floor(low), Math.Ceiling(high + 0.1));
                break;
            case MetricForm.Angle:
                plot.Mark(90, "90°: no alignment");
                plot.FrameNear(-2, Math.Max(100, high + 5), low);
                break;
            case MetricForm.Share:
                plot.FrameNear(0, 100.5, low);
                break;
            default:
                plot.Frame(0, 1.1 * high);
                break;
        }
    }
}
