using System.Globalization;
using PalActors.Areas.Contract.Models;
using PalActors.Lab.Results;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Plots;

/// <summary>The plots of a run.</summary>
internal static class RunPlots
{
    /// <summary>Draws validation accuracy against epoch, if something is classified.</summary>
    /// <returns>False if nothing was drawn.</returns>
    public static bool DrawAccuracy(string path, string experiment, IReadOnlyList<NetworkRecord> networks)
    {
        List<Curve> curves = Accuracies(networks);
        if (curves.Count == 0)
            return false;
        using EpochPlot plot = new($"{experiment}: accuracy", "validation accuracy / %");
        double lowest = CurveRange.Finite(curves).Min();
        // A pattern per model distinguishes two that coincide.
        for (int i = 0; i < curves.Count; i++)
            plot.Add(curves[i], i, i);
        foreach ((int i, IGrouping<string, NetworkRecord> model) in networks.GroupBy(Model).Index())
        {
            Curve test = Measured(model, model.Key, CommonMetrics.AccuracyTest).Times(100);
            if (test.IsEmpty)
                continue;
            Quartiles value = Quartiles.Of(CurveRange.Finite([test]));
            plot.AddEnd(value, i, "test, after training");
            lowest = Math.Min(lowest, value.Lower);
        }

        if (Classes(networks[0]) is > 1 and int classes)
        {
            plot.Mark(
                100.0 / classes,
                string.Create(CultureInfo.InvariantCulture, $"chance, {classes} classes: {100.0 / classes:0.#} %"));
        }

        plot.FrameNear(0, 100.5, lowest);
        plot.Save(path);
        return true;

        static string Model(NetworkRecord network) => network.Plan.Label;
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
                // Models with one area have a pattern each, so that two show that coincide.
                plot.Add(
                    curve, models.Length == 1 ? i : m, models.Length == 1 ? 0 : places.Count == 1 ? m : i);
                drawn.Add(curve);
            }
        }

        if (drawn.Count == 0)
            return false;
        (double lowest, double highest) = (CurveRange.Finite(drawn).Min(), CurveRange.Finite(drawn).Max());
        if (metric.Form == MetricForm.Angle)
        {
            plot.Mark(90, "90°: no alignment");
            plot.FrameNear(-2, Math.Max(95, (Math.Ceiling(highest / 10) * 10) + 5), lowest);
        }
        else
        {
            plot.Frame(Math.Min(0, lowest), 1.1 * Math.Max(0, highest));
        }

        plot.Save(path);
        return true;
    }

    // Classes that the read-out area tells apart.
    private static int Classes(NetworkRecord network) =>
        network.Cells.CellsOf(network.Plan, network.Graph.ReadOut ?? network.Graph.WithCells[^1]);

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
