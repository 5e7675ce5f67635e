using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Snapshots;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Results;

/// <summary>Reads the networks of a run from its folder.</summary>
internal static class StoredRun
{
    /// <summary>Reads the values of all networks, and the ends of those that have finished.</summary>
    /// <param name="run">The folder.</param>
    /// <param name="plans">The networks.</param>
    /// <param name="cells">Their cell model.</param>
    /// <exception cref="InputException">Something there cannot be read.</exception>
    public static IReadOnlyList<NetworkRecord> Read(
        string run, IReadOnlyList<NetworkPlan> plans, IAreaModel cells)
    {
        Dictionary<(string, ulong), NetworkRecord> networks =
            plans.ToDictionary(plan => (plan.Label, plan.Seed), plan => new NetworkRecord(plan, cells));
        IReadOnlyList<MetricRow> rows = MetricsTable.Read(run);
        foreach (MetricRow row in rows)
        {
            if (!networks.TryGetValue((row.Model, row.Seed), out NetworkRecord? network))
            {
                throw new InputException(
                    $"{run}: {RunFiles.Metrics} has {row.Model} seed {row.Seed}, "
                    + $"which {RunFiles.Experiment} does not name.");
            }

            network.Add(row.ToMetric(network.Plan.Network, network.Graph));
        }

        NetworkRecord[] records = [.. networks.Values];
        foreach ((int number, FinishedNetwork finished) in FinishedNetworks.Read(run, plans))
        {
            NetworkRecord record = records.First(record => record.Plan.Network == number);
            NetworkPlan plan = record.Plan;
            (long tick, MetricsSeal seal) = (finished.End.Tick, finished.Origin.Metrics);
            IEnumerable<MetricRow> own = rows.Where(row => row.Model == plan.Label && row.Seed == plan.Seed);
            if (SealedRows.Of(own, long.MaxValue) != seal)
                throw SealedRows.Changed(run, plan, tick, seal, "begin anew in another folder");
            record.Finish(finished.End);
        }

        return records;
    }
}
