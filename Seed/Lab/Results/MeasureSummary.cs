using PalActors.Areas.Contract.Models;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Results;

/// <summary>Statistics of one measure over the seeds of one model.</summary>
/// <remarks>They are of the last value in each area, or of the network.</remarks>
/// <param name="Label">The model.</param>
/// <param name="Seeds">Number of networks.</param>
/// <param name="Diverged">Those of them that diverged and are left out.</param>
/// <param name="Metric">The measure; null if nothing was measured, or all networks diverged.</param>
/// <param name="Places">Quartiles of the last values by place.</param>
/// <param name="Graph">Areas and pathways of the networks.</param>
internal sealed record MeasureSummary(
    string Label,
    int Seeds,
    int Diverged,
    MetricDescriptor? Metric,
    IReadOnlyDictionary<MetricPlace, Quartiles> Places,
    AreaGraph Graph)
{
    /// <summary>One summary per model and quantity that was measured, in the order of the run.</summary>
    public static IReadOnlyList<MeasureSummary> Of(IEnumerable<NetworkRecord> networks)
    {
        List<MeasureSummary> summaries = [];
        foreach (IGrouping<string, NetworkRecord> model in networks.GroupBy(network => network.Plan.Label))
        {
            NetworkRecord[] finite = [.. model.Where(network => network.Divergence is null)];
            AreaGraph graph = model.First().Graph;
            int seeds = model.Count(), diverged = seeds - finite.Length, before = summaries.Count;
            Metric[][] last = [.. finite.Select(network => network.LastOfEach().ToArray())];
            foreach (MetricDescriptor metric in model.First().Cells.Measured())
            {
                Dictionary<MetricPlace, Quartiles> places = last.SelectMany(metrics => metrics)
                    .Where(m => m.Name == metric.Name)
                    .GroupBy(m => m.Place)
                    .OrderBy(group => group.Key)
                    .ToDictionary(group => group.Key, group => Quartiles.Of(group.Select(m => m.Value)));
                if (places.Count > 0)
                    summaries.Add(new MeasureSummary(model.Key, seeds, diverged, metric, places, graph));
            }

            // A model of which nothing was measured, or all networks diverged, has a summary without a measure.
            if (summaries.Count == before)
            {
                Dictionary<MetricPlace, Quartiles> none = [];
                summaries.Add(new MeasureSummary(model.Key, seeds, diverged, null, none, graph));
            }
        }

        return summaries;
    }
}
