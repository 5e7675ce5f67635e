using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Snapshots;
using PalActors.Lab.Experiments;
using PalActors.Lab.Results;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Weights;

/// <summary>Weights of a run at a moment of which it keeps snapshots.</summary>
internal static class RunSnapshots
{
    /// <summary>Reads the networks that have a snapshot of a moment.</summary>
    /// <param name="models">The cell models.</param>
    /// <param name="run">The folder of the run.</param>
    /// <param name="at">The moment.</param>
    /// <exception cref="InputException">No network has one, or it cannot be used.</exception>
    public static IReadOnlyList<WrittenNetwork> Read(ModelRegistry models, string run, WeightsMoment at)
    {
        Experiment experiment = ExperimentReader.Read(models, Path.Combine(run, RunFiles.Experiment));
        string folder = Path.Combine(run, RunFiles.Snapshots);
        List<WrittenNetwork> networks = [];
        SortedSet<long> ticks = [];
        try
        {
            foreach (NetworkPlan plan in NetworkPlans.Of(experiment))
            {
                IReadOnlyList<KeptSnapshot> kept = SnapshotStore.Kept(folder, plan.Network);
                ticks.UnionWith(kept.Select(snapshot => snapshot.Tick));
                if (kept.FirstOrDefault(snapshot => IsAt(plan.Schedule, snapshot.Tick, at)) is { } found)
                    networks.Add(Read(models, folder, plan, found));
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException
            or SnapshotFormatException or SnapshotMismatchException or FileVersionException)
        {
            throw new InputException($"{run}: its snapshot at {at} cannot be used: {exception.Message}");
        }

        if (networks.Count > 0)
            return networks;
        string valid = ticks.Count == 0
            ? "it keeps none, as a finished run; valid is its end, or an epoch of keep_weights, as in "
                + "keep_weights: [5]"
            : $"valid is one of {string.Join(", ", ticks)} ticks";
        throw new InputException($"{run}: there is no snapshot at {(at.IsTick ? "" : "epoch ")}{at}: {valid}.");
    }

    // Weights rest from the last tick of an epoch's learning to the first one of the next.
    private static bool IsAt(Schedule schedule, long tick, WeightsMoment at)
    {
        if (at.IsTick)
            return tick == at.Number;
        Phase[] learning = [.. schedule.Phases.Where(phase => (phase.Flags & EpochSchedule.Plastic) != 0)];
        long first = at.Number == 0
            ? 0
            : learning.LastOrDefault(one => one.Epoch == at.Number)?.LastTick ?? long.MaxValue;
        Phase? next = learning.FirstOrDefault(phase => phase.FirstTick > first);
        return tick >= first && (next is null || tick < next.FirstTick);
    }

    /// <summary>Reads the areas of a network as a snapshot has them.</summary>
    /// <param name="folder">Folder of the snapshots.</param>
    /// <param name="plan">The network.</param>
    /// <param name="kept">The snapshot.</param>
    internal static (NetworkPlan Begun, IReadOnlyList<AreaState> States) States(
        string folder, NetworkPlan plan, KeptSnapshot kept)
    {
        NetworkPlan begun = plan with
        {
            DataHash = kept.Origin.DataHash,
            BuildHash = kept.Origin.Builds.Length > 0 ? kept.Origin.Builds[0].Hash : "",
        };
        SnapshotStore store = new(folder, plan.Network, PlanFingerprint.Compute(begun));
        return (begun, [.. store.At(kept.Tick).Areas.Select(area => area.State)]);
    }

    private static WrittenNetwork Read(ModelRegistry models, string folder, NetworkPlan plan, KeptSnapshot kept)
    {
        (NetworkPlan begun, IReadOnlyList<AreaState> states) = States(folder, plan, kept);
        IReadOnlyList<StoredMatrix> matrices = NetworkWeights.Of(models, begun, states);
        return new WrittenNetwork(begun, models.Of(plan), kept.Tick, kept.Origin.Builds, () => matrices);
    }
}
