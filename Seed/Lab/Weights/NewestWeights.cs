using System.Globalization;
using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Snapshots;
using PalActors.Lab.Experiments;
using PalActors.Lab.Results;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Weights;

/// <summary>Weights of a network as its run's folder has them: of its end, else of its last snapshot.</summary>
internal static class NewestWeights
{
    /// <summary>Reads them.</summary>
    /// <param name="models">The cell models.</param>
    /// <param name="run">The folder of the run.</param>
    /// <param name="plan">The network.</param>
    /// <returns>Where they come from, in words, and the matrices; null if there are none.</returns>
    /// <exception cref="InputException">A file is damaged.</exception>
    public static (string Source, IReadOnlyList<StoredMatrix> Matrices)? Read(
        ModelRegistry models, string run, NetworkPlan plan)
    {
        string own = RunWeights.PathOf(run, plan), all = Path.Combine(run, RunFiles.Weights);
        if (File.Exists(own))
            return ("at the end", Hdf5Weights.Read(own).Matrices);
        string name = NetworkWeights.NameOf(plan);
        IReadOnlyList<StoredMatrix> kept = File.Exists(all) ? Hdf5Weights.Read(all).Matrices : [];
        if (kept.Where(matrix => matrix.Network == name).ToArray() is { Length: > 0 } found)
            return ("at the end", found);
        while (Newest(run, plan) is { } newest)
        {
            try
            {
                return FromSnapshot(models, run, plan, newest.Tick);
            }
            catch (InputException) when (Newest(run, plan)?.Tick > newest.Tick)
            {
                // The run goes on and has dropped the snapshot meanwhile.
            }
        }

        return null;
    }

    private static KeptSnapshot? Newest(string run, NetworkPlan plan) =>
        SnapshotStore.Kept(Path.Combine(run, RunFiles.Snapshots), plan.Network).MaxBy(one => one.Tick);

    private static (string Source, IReadOnlyList<StoredMatrix> Matrices)? FromSnapshot(
        ModelRegistry models, string run, NetworkPlan plan, long tick)
    {
        WrittenNetwork? snapshot = RunSnapshots.Read(models, run, new WeightsMoment(tick, IsTick: true))
            .FirstOrDefault(network => network.Plan.Network == plan.Network);
        return snapshot is null
            ? null
            : (string.Create(CultureInfo.InvariantCulture, $"tick {tick}"), snapshot.Read());
    }
}
