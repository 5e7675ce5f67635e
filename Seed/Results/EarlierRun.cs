using PalActors.Clustering.Recording;
using PalActors.Clustering.Snapshots;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;
using PalActors.Seed.Recording;

namespace PalActors.Seed.Results;

/// <summary>What an earlier, unfinished run of the same experiment left in its folder.</summary>
/// <param name="Finished">How those networks ended that finished, by number.</param>
/// <param name="Metrics">Their values, and those of networks that go on from a snapshot.</param>
/// <param name="Begun">Networks that go on from a snapshot.</param>
public sealed record EarlierRun(IReadOnlyDictionary<int, NetworkEnd> Finished, IReadOnlyList<Metric> Metrics, int Begun)
{
    /// <summary>A run that begins anew.</summary>
    public static EarlierRun None { get; } = new(new Dictionary<int, NetworkEnd>(), [], 0);

    /// <summary>
    /// Takes over what has finished, and what a network with snapshots had measured: it will be cut back to the tick that it goes on from. What has neither is cut away, rows of metrics.csv and
    /// recording: it is done again from its start.
    /// </summary>
    /// <param name="run">The folder.</param>
    /// <param name="plans">The networks.</param>
    /// <exception cref="InputException">Something there cannot be read.</exception>
    public static EarlierRun TakeOver(string run, IReadOnlyList<NetworkPlan> plans)
    {
        IReadOnlyDictionary<int, NetworkEnd> finished = FinishedNetworks.Read(run, plans);
        HashSet<int> begun = [.. plans.Where(plan => !finished.ContainsKey(plan.Network) && HasSnapshot(run, plan)).Select(plan => plan.Network)];
        Dictionary<(string, ulong), NetworkPlan> kept = plans.Where(plan => finished.ContainsKey(plan.Network) || begun.Contains(plan.Network)).ToDictionary(plan => (plan.Label, plan.Seed));
        IReadOnlyList<MetricRow> rows = MetricsFile.Rewrite(Path.Combine(run, RunFiles.Metrics), row => kept.ContainsKey((row.Model, row.Seed)));
        foreach (NetworkPlan plan in plans.Where(plan => !kept.ContainsKey((plan.Label, plan.Seed))))
        {
            string recording = RecordingStore.FolderOf(Path.Combine(run, RecordingFiles.Folder), plan.Network);
            if (Directory.Exists(recording))
                Directory.Delete(recording, recursive: true);
        }

        return new EarlierRun(finished, [.. rows.Select(row => new Metric(kept[(row.Model, row.Seed)].Network, row.Tick, row.Epoch, row.Area, row.Metric, row.Value))], begun.Count);
    }

    private static bool HasSnapshot(string run, NetworkPlan plan) =>
        new SnapshotStore(Path.Combine(run, RunFiles.Snapshots), plan.Network, PlanFingerprint.Compute(plan)).NewestTick() is not null;
}
