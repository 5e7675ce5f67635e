using PalActors.Areas.Contract.Models;
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
