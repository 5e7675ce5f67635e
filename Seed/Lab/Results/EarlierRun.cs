using PalActors.Clustering.Recording;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Results;

/// <summary>State that an earlier, unfinished run of the same experiment left in its folder.</summary>
/// <param name="Finished">The networks that finished, by number.</param>
/// <param name="Metrics">Their values, and those of networks that go on from a snapshot.</param>
/// <param name="Begun">Networks that go on from a snapshot.</param>
/// <param name="Plans">All networks; those that go on belong to the build that began them.</param>
/// <param name="Builds">The builds of each network, by number, this one last where it computes.</param>
/// <param name="Notes">Notes to the user, a line each.</param>
internal sealed record EarlierRun(
    IReadOnlyDictionary<int, FinishedNetwork> Finished,
    IReadOnlyList<Metric> Metrics,
    int Begun,
    IReadOnlyList<NetworkPlan> Plans,
    IReadOnlyList<BuildIdentity[]> Builds,
    IReadOnlyList<string> Notes)
{
    /// <summary>A run that begins anew.</summary>
    public static EarlierRun None(IReadOnlyList<NetworkPlan> plans) =>
        new(
            new Dictionary<int, FinishedNetwork>(), [], 0, plans,
            [.. plans.Select(_ => new[] { ProgramVersion.Current })], []);

    /// <summary>Takes over networks that finished or have a snapshot, and removes the traces of others.</summary>
    /// <remarks>
    /// A network with a snapshot is cut back to the tick that it goes on from. Of one with neither, rows of metrics.csv
    /// and recording are removed: it is done again from its start.
    /// </remarks>
    /// <param name="run">The folder.</param>
    /// <param name="plans">The networks.</param>
    /// <param name="otherBuild">Whether a run that another build began goes on.</param>
    /// <exception cref="InputException">
    /// Something there cannot be read, was changed, or is of other data or another build.
    /// </exception>
    public static EarlierRun TakeOver(string run, IReadOnlyList<NetworkPlan> plans, bool otherBuild)
    {
        IReadOnlyList<MetricRow> rows = MetricsTable.Read(run);
        EarlierNetworks networks = new(run, rows, new RunLineage(run, otherBuild));
        foreach (NetworkPlan plan in plans)
            networks.Take(plan);
        MetricsFile.Rewrite(Path.Combine(run, RunFiles.Metrics), rows.Where(row => networks.Has(row.Model, row.Seed)));
        foreach (NetworkPlan plan in plans.Where(plan => !networks.Has(plan.Label, plan.Seed)))
        {
            string recording = RecordingStore.FolderOf(Path.Combine(run, RecordingFiles.Folder), plan.Network);
            if (Directory.Exists(recording))
                Directory.Delete(recording, recursive: true);
        }

        return networks.Result(plans);
    }
}
