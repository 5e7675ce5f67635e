using PalActors.Areas.Contract.Models;
using PalActors.Seed.Results;
using ScottPlot;
using MicrocircuitMetrics = PalActors.Areas.Models.Microcircuit.Metrics.MicrocircuitMetrics;

namespace PalActors.Seed.Plots;

/// <summary>The figure of a run with a teacher, in the paper's arrangement: a panel per measure.</summary>
/// <remarks>A panel has a curve per area: median and quartiles over seeds.</remarks>
public static class RecordPlots
{
    private const double Smallest = 1e-12;

    private static readonly (string Metric, string Title, string Quantity)[] s_panels =
    [
        (MicrocircuitMetrics.AngleWTB, "alignment of B with W^T", "angle(W^T, B) / °"),
        (MicrocircuitMetrics.AngleBPhiWTPhi, "alignment of B with φ'W^Tφ'", "angle(B, φ'W^Tφ') / °"),
        (MicrocircuitMetrics.AngleUpdateBP, "updates of W and backpropagation", "angle(ΔW, ΔW of BP) / °"),
        (MicrocircuitMetrics.NormRatio, "size of the feedback weights", "|B| / |W^T|"),
    ];

    /// <summary>Draws the panels of all measures that have values into one file.</summary>
    /// <returns>True if anything was measured.</returns>
    internal static bool Draw(string path, string experiment, IGrouping<string, NetworkRecord>[] models)
    {
        List<EpochPlot> panels = [];
        try
        {
            foreach ((string metric, string title, string quantity) in s_panels)
            {
                if (Panel($"{experiment}: {title}", quantity, metric, models) is { } panel)
                    panels.Add(panel);
            }

            if (Error($"{experiment}: student and teacher", models) is { } error)
                panels.Add(error);
            if (panels.Count == 0)
                return false;
            EpochPlot.SaveGrid(path, panels);
            return true;
        }
        finally
        {
            foreach (EpochPlot panel in panels)
                panel.Dispose();
        }
    }

    private static EpochPlot? Panel(
        string title, string quantity, string metric, IGrouping<string, NetworkRecord>[] models)
    {
        List<(Curve Curve, int Color, int Pattern)> curves = Curves(metric, models);
        if (curves.Count == 0)
            return null;
        EpochPlot plot = new(title, quantity);
        foreach ((Curve curve, int color, int pattern) in curves)
            plot.Add(curve, color, pattern);
        Curve[] drawn = [.. curves.Select(c => c.Curve)];
        double highest = CurveRange.Finite(drawn).Max();
        if (metric == MicrocircuitMetrics.NormRatio)
            plot.Frame(0, 1.25 * CurveRange.Usual(drawn).High, Alignment.UpperRight);
        else if (highest > 150)
            plot.Frame(0, 185, Alignment.MiddleRight);
        else
            plot.Frame(0, Math.Max(100, Math.Ceiling(highest / 10) * 10) + 5, Alignment.UpperRight);
        return plot;
    }

    private static List<(Curve Curve, int Color, int Pattern)> Curves(
        string metric, IGrouping<string, NetworkRecord>[] models)
    {
        int top = models.Max(model => model.First().Plan.Top);
        List<(Curve Curve, int Color, int Pattern)> curves = [];
        for (int m = 0; m < models.Length; m++)
        {
            for (int area = 1; area <= top; area++)
            {
                string name = models.Length == 1 ? $"area {area}"
                    : top == 2 ? models[m].Key
                    : $"{models[m].Key}, area {area}";
                Curve curve = RunPlots.Measured(models[m], name, metric, area);
                // A colour per area, or per model if there is one hidden area. A pattern per model distinguishes two
                // models whose curves coincide.
                if (!curve.IsEmpty)
                    curves.Add((curve, top == 2 && models.Length > 1 ? m : area - 1, m));
            }
        }

        return curves;
    }

    // The error falls by orders of magnitude, so its axis is logarithmic.
    private static EpochPlot? Error(string title, IGrouping<string, NetworkRecord>[] models)
    {
        Curve[] curves = [.. models.Select(Logarithms)];
        if (curves.All(curve => curve.IsEmpty))
            return null;
        EpochPlot plot = new(title, "|u_top - target|²");
        plot.ShowPowersOfTen();
        for (int m = 0; m < curves.Length; m++)
            plot.Add(curves[m], m);
        (double low, double high) = CurveRange.Usual(curves);
        plot.Frame(Math.Floor(low) - 1, Math.Ceiling(high), Alignment.LowerLeft);
        return plot;
    }

    private static Curve Logarithms(IGrouping<string, NetworkRecord> model) =>
        RunPlots.Measured(model, model.Key, CommonMetrics.ErrorTarget, null)
            .Map(value => Math.Log10(Math.Max(value, Smallest)));
}
