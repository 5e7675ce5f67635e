using PalActors.Areas.Contract.Models;
using PalActors.Lab.Results;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Plots;

/// <summary>The figure of a run with a teacher, in the paper's arrangement: a panel per measure.</summary>
/// <remarks>A panel has a curve per area: median and quartiles over seeds.</remarks>
internal static class RecordPlots
{
    private const double Smallest = 1e-12;

    /// <summary>Draws the panels of all measures that have values into one file.</summary>
    /// <returns>True if anything was measured.</returns>
    internal static bool Draw(string path, string experiment, IGrouping<string, NetworkRecord>[] models)
    {
        List<EpochPlot> panels = [];
        try
        {
            foreach (MetricDescriptor metric in models[0].First().Cells.Metrics)
            {
                if (metric.Panel is { } panel
                    && Panel(metric, $"{experiment}: {panel.Title}", panel.Axis, models) is { } plot)
                    panels.Add(plot);
            }

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
        MetricDescriptor metric, string title, string axis, IGrouping<string, NetworkRecord>[] models)
    {
        List<(Curve Curve, int Color, int Pattern)> curves =
            metric.Home == MetricHome.Network ? OfNetwork(metric, models) : OfAreas(metric, models);
        if (curves.TrueForAll(one => one.Curve.IsEmpty))
            return null;
        EpochPlot plot = new(title, axis);
        if (metric.Form == MetricForm.Magnitude)
            plot.ShowPowersOfTen();
        foreach ((Curve curve, int color, int pattern) in curves)
            plot.Add(curve, color, pattern);
        Frame(plot, metric.Form, [.. curves.Select(one => one.Curve)]);
        return plot;
    }

    private static void Frame(EpochPlot plot, MetricForm form, Curve[] curves)
    {
        switch (form)
        {
            case MetricForm.Angle:
                double highest = CurveRange.Finite(curves).Max();
                if (highest > 150)
                    plot.Frame(0, 185);
                else
                    plot.Frame(0, Math.Max(95, Math.Ceiling(highest / 10) * 10));
                break;
            case MetricForm.Magnitude:
                (double low, double high) = CurveRange.Usual(curves);
                plot.Frame(Math.Floor(low) - 1, Math.Ceiling(high));
                break;
            case MetricForm.Share:
                plot.Frame(0, 100.5);
                break;
            default:
                plot.Frame(0, 1.1 * CurveRange.Usual(curves).High);
                break;
        }
    }

    private static List<(Curve Curve, int Color, int Pattern)> OfNetwork(
        MetricDescriptor metric, IGrouping<string, NetworkRecord>[] models) =>
        [.. models.Select((model, m) => (Measured(metric, model, model.Key, MetricPlace.Network), m, 0))];

    private static List<(Curve Curve, int Color, int Pattern)> OfAreas(
        MetricDescriptor metric, IGrouping<string, NetworkRecord>[] models)
    {
        AreaGraph graph = models[0].First().Graph;
        IReadOnlyList<MetricPlace> places = metric.Places(graph);
        List<(Curve Curve, int Color, int Pattern)> curves = [];
        for (int m = 0; m < models.Length; m++)
        {
            for (int i = 0; i < places.Count; i++)
            {
                string where = graph.Describe(places[i]);
                string name = models.Length == 1 ? where
                    : places.Count == 1 ? models[m].Key
                    : $"{models[m].Key}, {where}";
                Curve curve = Measured(metric, models[m], name, places[i]);
                // A colour per place, or per model if there is one. A pattern per model distinguishes two models whose
                // curves coincide.
                if (!curve.IsEmpty)
                    curves.Add((curve, places.Count == 1 && models.Length > 1 ? m : i, m));
            }
        }

        return curves;
    }

    // Magnitudes fall by orders of magnitude, so their axis is logarithmic.
    private static Curve Measured(
        MetricDescriptor metric, IEnumerable<NetworkRecord> networks, string name, MetricPlace place)
    {
        Curve curve = RunPlots.Measured(networks, name, metric.Name, place);
        return metric.Form switch
        {
            MetricForm.Magnitude => curve.Map(value => Math.Log10(Math.Max(value, Smallest))),
            MetricForm.Share => curve.Times(100),
            _ => curve,
        };
    }
}
