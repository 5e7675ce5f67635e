using PalActors.Areas.Contract.Models;
using PalActors.Lab.Results;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;
using ScottPlot;

namespace PalActors.Lab.Plots;

/// <summary>The plots of a run.</summary>
internal static class RunPlots
{
    /// <summary>Draws the graph of the areas, if it is no chain.</summary>
    /// <returns>False if nothing was drawn.</returns>
    public static bool DrawGraph(string path, NetworkPlan plan)
    {
        if (plan.Graph.IsChain)
            return false;
        GraphPlot.Draw(path, plan);
        return true;
    }

    /// <summary>Draws validation accuracy against epoch, if something is classified.</summary>
    /// <returns>False if nothing was drawn.</returns>
    public static bool DrawAccuracy(string path, string experiment, IReadOnlyList<NetworkRecord> networks)
    {
        List<Curve> curves = Accuracies(networks);
        if (curves.Count == 0)
            return false;
        using EpochPlot plot = new($"{experiment}: validation accuracy", "validation accuracy / %");
        for (int i = 0; i < curves.Count; i++)
            plot.Add(curves[i], i);
        double lowest = CurveRange.Finite(curves).Min();
        plot.Save(path, Math.Max(0, Math.Floor(lowest / 10) * 10), 100.5, Alignment.LowerRight);
        return true;
    }

    /// <summary>Draws the headline metric against epoch; where nothing is classified, a panel per measure.</summary>
    /// <returns>False if nothing was drawn.</returns>
    public static bool DrawAlignment(string path, string experiment, IReadOnlyList<NetworkRecord> networks)
    {
        IGrouping<string, NetworkRecord>[] models = [.. networks.GroupBy(network => network.Plan.Label)];
        return Accuracies(networks).Count == 0
            ? RecordPlots.Draw(path, experiment, models)
            : networks[0].Cells.Headline() is { } headline && DrawHeadline(headline, path, experiment, models);
    }

    // A curve per model, or none if none has a value.
    private static List<Curve> Accuracies(IReadOnlyList<NetworkRecord> networks)
    {
        List<Curve> curves =
        [
            .. networks.GroupBy(network => network.Plan.Label).Select(
                model => Measured(model, model.Key, CommonMetrics.AccuracyValidation).Times(100)),
        ];
        return curves.TrueForAll(curve => curve.IsEmpty) ? [] : curves;
    }

    private static bool DrawHeadline(
        MetricDescriptor metric, string path, string experiment, IGrouping<string, NetworkRecord>[] models)
    {
        MetricFigure figure = metric.Headline!.Figure;
        AreaGraph graph = models[0].First().Graph;
        IReadOnlyList<MetricPlace> places = metric.Places(graph);
        using EpochPlot plot = new($"{experiment}: {figure.Title}", figure.Axis);
        List<Curve> drawn = [];
        for (int m = 0; m < models.Length; m++)
        {
            for (int i = 0; i < places.Count; i++)
            {
                string name = places.Count == 1 ? models[m].Key : $"{models[m].Key}, {graph.Describe(places[i])}";
                Curve curve = Measured(models[m], name, metric.Name, places[i]);
                if (curve.IsEmpty)
                    continue;
                // A colour per model and a pattern per area; a single model has a colour per area, which reads better.
                plot.Add(curve, models.Length == 1 ? i : m, models.Length == 1 ? 0 : i);
                drawn.Add(curve);
            }
        }

        if (drawn.Count == 0)
            return false;
        double highest = Math.Max(0, CurveRange.Finite(drawn).Max());
        bool isAngle = metric.Form == MetricForm.Angle;
        if (isAngle)
            plot.Mark(90, "90°: no alignment");
        double high = isAngle ? Math.Max(95, Math.Ceiling(highest / 10) * 10) : 1.1 * highest;
        plot.Save(path, isAngle ? -2 : Math.Min(0, CurveRange.Finite(drawn).Min()), high, Alignment.LowerLeft);
        return true;
    }

    /// <summary>The curve of networks that did not diverge, or of all if all diverged.</summary>
    /// <remarks>Its name gives the number of those that diverged.</remarks>
    internal static Curve Measured(
        IEnumerable<NetworkRecord> networks, string name, string metric, MetricPlace place = default)
    {
        NetworkRecord[] all = [.. networks], finite = [.. all.Where(network => network.Divergence is null)];
        int diverged = all.Length - finite.Length;
        string label = diverged == 0 ? name : $"{name}, {diverged} of {all.Length} diverged";
        NetworkRecord[] drawn = finite.Length > 0 ? finite : all;
        return new Curve(label, [.. drawn.Select(network => network.Series(metric, place))]);
    }

    /// <summary>Lines on measures that cannot be drawn, since no value of them is finite.</summary>
    public static IEnumerable<string> NotDrawn(IReadOnlyList<NetworkRecord> networks)
    {
        IAreaModel cells = networks[0].Cells;
        IEnumerable<MetricDescriptor> accuracy =
            cells.Metrics.Where(metric => metric.Name == CommonMetrics.AccuracyValidation);
        foreach (MetricDescriptor metric in accuracy.Concat(cells.Metrics.Where(metric => metric.Panel is not null)))
        {
            Metric[] values = [.. networks.SelectMany(network => network.Values(metric.Name))];
            if (values.Length > 0 && !values.Any(value => double.IsFinite(value.Value)))
                yield return $"{metric.Label} is in no figure: no value of it is finite";
        }
    }
}
