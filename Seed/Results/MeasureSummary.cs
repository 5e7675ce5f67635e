using PalActors.Areas.Contract.Models;
using PalActors.Messages.Control;

namespace PalActors.Seed.Results;

/// <summary>Statistics of one measure over the seeds of one model.</summary>
/// <remarks>They are of the last value in each area, or of the network.</remarks>
/// <param name="Label">The model.</param>
/// <param name="Seeds">Number of networks.</param>
/// <param name="Diverged">Those of them that diverged and are left out.</param>
/// <param name="Metric">The measure; null if all networks diverged.</param>
/// <param name="Areas">Quartiles of the last values by area; area 0 stands for the network.</param>
public sealed record MeasureSummary(
    string Label, int Seeds, int Diverged, MetricDescriptor? Metric, IReadOnlyDictionary<int, Quartiles> Areas)
{
    /// <summary>One summary per model and quantity that was measured, in the order of the run.</summary>
    public static IReadOnlyList<MeasureSummary> Of(IEnumerable<NetworkRecord> networks)
    {
        List<MeasureSummary> summaries = [];
        foreach (IGrouping<string, NetworkRecord> model in networks.GroupBy(network => network.Plan.Label))
        {
            NetworkRecord[] finite = [.. model.Where(network => network.Divergence is null)];
            int seeds = model.Count(), diverged = seeds - finite.Length, before = summaries.Count;
            Metric[][] last = [.. finite.Select(network => network.LastOfEach().ToArray())];
            foreach (MetricDescriptor metric in model.First().Cells.Measured())
            {
                Dictionary<int, Quartiles> areas = last.SelectMany(metrics => metrics)
                    .Where(m => m.Name == metric.Name)
                    .GroupBy(m => m.Area ?? 0)
                    .OrderBy(group => group.Key)
                    .ToDictionary(group => group.Key, group => Quartiles.Of(group.Select(m => m.Value)));
                if (areas.Count > 0)
                    summaries.Add(new MeasureSummary(model.Key, seeds, diverged, metric, areas));
            }

            // A model of which all networks diverged has a summary without a measure.
            if (summaries.Count == before && diverged > 0)
                summaries.Add(new MeasureSummary(model.Key, seeds, diverged, null, new Dictionary<int, Quartiles>()));
        }

        return summaries;
    }
}
