using System.Globalization;
using PalActors.Clustering.Snapshots;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Results;

/// <summary>Checks the files of each network in the folder of a run that is to go on.</summary>
/// <param name="run">The folder.</param>
/// <param name="rows">All rows of its metrics.csv.</param>
/// <param name="lineage">Which data and builds may go on.</param>
internal sealed class EarlierNetworks(string run, IReadOnlyList<MetricRow> rows, RunLineage lineage)
{
    private readonly Dictionary<(string Model, ulong Seed), List<MetricRow>> _rows =
        rows.GroupBy(row => (row.Model, row.Seed)).ToDictionary(group => group.Key, group => group.ToList());
    private readonly Dictionary<int, FinishedNetwork> _finished = [];
    private readonly Dictionary<int, BuildIdentity[]> _builds = [];
    private readonly HashSet<(string Model, ulong Seed)> _kept = [];
    private readonly List<string> _notes = [];

    /// <summary>Checks whether rows of a network stay.</summary>
    public bool Has(string model, ulong seed) => _kept.Contains((model, seed));

    /// <summary>Takes over one network if it finished or left a snapshot.</summary>
    /// <exception cref="InputException">Its files cannot go on.</exception>
    public void Take(NetworkPlan plan)
    {
        if (FinishedNetworks.Read(run, [plan]).TryGetValue(plan.Network, out FinishedNetwork? finished))
            TakeFinished(plan, finished);
        else if (Kept(plan) is { Count: > 0 } kept)
            TakeBegun(plan, kept);
    }

    /// <summary>Networks that were taken over, and their values.</summary>
    public EarlierRun Result(IReadOnlyList<NetworkPlan> plans)
    {
        BuildIdentity[][] builds =
            [.. plans.Select(plan => _builds.GetValueOrDefault(plan.Network) ?? [ProgramVersion.Current])];
        NetworkPlan[] begun = [.. plans.Select(plan => plan with { BuildHash = builds[plan.Network][0].Hash })];
        Metric[] metrics =
        [
            .. from plan in plans
               where Has(plan.Label, plan.Seed)
               let graph = plan.Graph
               from row in RowsOf(plan)
               select row.ToMetric(plan.Network, graph),
        ];
        return new EarlierRun(_finished, metrics, _kept.Count - _finished.Count, begun, builds, _notes);
    }

    // It keeps its builds, since this one computes nothing of it.
    private void TakeFinished(NetworkPlan plan, FinishedNetwork finished)
    {
        lineage.Continue(plan, finished.Origin);
        if (!Fits(plan, long.MaxValue, finished.Origin.Metrics))
        {
            string otherwise = $"delete {FinishedNetworks.PathOf(run, plan)}, and the network is run again";
            throw SealedRows.Changed(run, plan, finished.End.Tick, finished.Origin.Metrics, otherwise);
        }

        _finished[plan.Network] = finished;
        _builds[plan.Network] = finished.Origin.Builds;
        _kept.Add((plan.Label, plan.Seed));
    }

    private void TakeBegun(NetworkPlan plan, IReadOnlyList<KeptSnapshot> kept)
    {
        BuildIdentity[] builds = lineage.Continue(plan, kept[0].Origin);
        KeptSnapshot newest = kept[0];
        if (kept.Any(snapshot => snapshot.Fingerprint != FinishedNetwork.FingerprintOf(plan, snapshot.Origin)))
            throw FinishedNetworks.OfAnotherExperiment(Path.Combine(run, RunFiles.Snapshots));
        KeptSnapshot from = kept.FirstOrDefault(snapshot => Fits(plan, snapshot.Tick, snapshot.Origin.Metrics))
            ?? throw SealedRows.Changed(run, plan, newest.Tick, newest.Origin.Metrics, "begin anew in another folder");
        if (from != newest)
        {
            string snapshots = Path.Combine(run, RunFiles.Snapshots);
            new SnapshotStore(snapshots, plan.Network, PlanFingerprint.Compute(plan)).DiscardAfter(from.Tick);
            _notes.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{RunFiles.Metrics} was changed after tick {from.Tick}: {Figures.Name(plan)} goes on from "
                + $"there, not from tick {newest.Tick}."));
        }

        _builds[plan.Network] = builds;
        _kept.Add((plan.Label, plan.Seed));
    }

    private IReadOnlyList<KeptSnapshot> Kept(NetworkPlan plan)
    {
        try
        {
            return SnapshotStore.Kept(Path.Combine(run, RunFiles.Snapshots), plan.Network);
        }
        catch (FileVersionException exception)
        {
            throw FolderProblem.OtherVersion(exception.Message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{run}: its snapshots cannot be read: {exception.Message}");
        }
    }

    private bool Fits(NetworkPlan plan, long tick, MetricsSeal seal) => SealedRows.Of(RowsOf(plan), tick) == seal;

    private List<MetricRow> RowsOf(NetworkPlan plan) => _rows.GetValueOrDefault((plan.Label, plan.Seed)) ?? [];
}
