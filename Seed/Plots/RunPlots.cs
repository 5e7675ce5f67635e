using PalActors.Areas.Contract.Models;
using PalActors.Messages.Control;
using PalActors.Seed.Results;
using ScottPlot;
using MicrocircuitMetrics = PalActors.Areas.Models.Microcircuit.Metrics.MicrocircuitMetrics;

namespace PalActors.Seed.Plots;

/// <summary>The plots of a run.</summary>
public static class RunPlots
{
    /// <summary>Draws accuracy.png and alignment.png.</summary>
    /// <remarks>
    /// Where nothing is classified it is alignment.png alone, with a panel per measure. Quantities that were not
    /// measured are left out.
    /// </remarks>
    /// <returns>The names of the files written.</returns>
    public static IReadOnlyList<string> Draw(
        Func<string, string> path, string experiment, IReadOnlyList<NetworkRecord> networks)
    {
        List<string> written = [];
        IGrouping<string, NetworkRecord>[] models = [.. networks.GroupBy(network => network.Plan.Label)];
        if (!DrawAccuracy(path(RunFiles.Accuracy), experiment, models))
            return RecordPlots.Draw(path(RunFiles.Alignment), experiment, models) ? [RunFiles.Alignment] : [];
        written.Add(RunFiles.Accuracy);
        if (DrawAlignment(path(RunFiles.Alignment), experiment, models))
            written.Add(RunFiles.Alignment);
        return written;
    }

    private static bool DrawAccuracy(string path, string experiment, IGrouping<string, NetworkRecord>[] models)
    {
        List<Curve> curves =
        [
            .. models.Select(
                model => Measured(model, model.Key, CommonMetrics.AccuracyValidation, null).Times(100)),
        ];
        if (curves.TrueForAll(curve => curve.IsEmpty))
            return false;
        using EpochPlot plot = new($"{experiment}: validation accuracy", "validation accuracy / %");
        for (int i = 0; i < curves.Count; i++)
            plot.Add(curves[i], i);
        double lowest = CurveRange.Finite(curves).Min();
        plot.Save(path, Math.Max(0, Math.Floor(lowest / 10) * 10), 100.5, Alignment.LowerRight);
        return true;
    }

    private static bool DrawAlignment(string path, string experiment, IGrouping<string, NetworkRecord>[] models)
    {
        int hidden = models.Max(model => model.First().Plan.Top - 1);
        using EpochPlot plot = new($"{experiment}: alignment of the feedback weights", "angle between W^T and B / °");
        bool any = false;
        double highest = 0;
        for (int m = 0; m < models.Length; m++)
        {
            for (int area = 1; area <= hidden; area++)
            {
                string name = hidden == 1 ? models[m].Key : $"{models[m].Key}, area {area}";
                Curve curve = Measured(models[m], name, MicrocircuitMetrics.AngleWTB, area);
                if (curve.IsEmpty)
                    continue;
                // A colour per model and a pattern per area; a single model has a colour per area, which reads better.
                plot.Add(curve, models.Length == 1 ? area - 1 : m, models.Length == 1 ? 0 : area - 1);
                highest = Math.Max(highest, CurveRange.Finite([curve]).Max());
                any = true;
            }
        }

        if (!any)
            return false;
        plot.Mark(90, "90°: no alignment");
        plot.Save(path, -2, Math.Max(95, Math.Ceiling(highest / 10) * 10), Alignment.LowerLeft);
        return true;
    }

    /// <summary>The curve of networks that did not diverge, or of all if all diverged.</summary>
    /// <remarks>Its name gives the number of those that diverged.</remarks>
    internal static Curve Measured(IEnumerable<NetworkRecord> networks, string name, string metric, int? area)
    {
        NetworkRecord[] all = [.. networks], finite = [.. all.Where(network => network.Divergence is null)];
        int diverged = all.Length - finite.Length;
        string label = diverged == 0 ? name : $"{name}, {diverged} of {all.Length} diverged";
        NetworkRecord[] drawn = finite.Length > 0 ? finite : all;
        return new Curve(label, [.. drawn.Select(network => network.Series(metric, area))]);
    }

    /// <summary>Lines on measures that cannot be drawn, since no value of them is finite.</summary>
    public static IEnumerable<string> NotDrawn(IReadOnlyList<NetworkRecord> networks)
    {
        foreach (string metric in MeasureNames.OfAlignment.Prepend(CommonMetrics.AccuracyValidation))
        {
            Metric[] values = [.. networks.SelectMany(network => network.Values(metric))];
            if (values.Length > 0 && !values.Any(value => double.IsFinite(value.Value)))
                yield return $"{MeasureNames.Of(metric)} is in no figure: no value of it is finite";
        }
    }
}
