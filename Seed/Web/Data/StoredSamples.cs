using System.Globalization;
using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Snapshots;
using PalActors.Lab;
using PalActors.Lab.Results;
using PalActors.Lab.Weights;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Web.Data;

/// <summary>States of networks that a run's folder keeps: weights of their end, or the newest snapshot.</summary>
/// <param name="models">The cell models.</param>
/// <param name="folder">The folder of the run.</param>
internal sealed class StoredSamples(ModelRegistry models, string folder)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, (string Key, NetworkSample Sample)> _read = [];

    /// <summary>The newest one of a network, kept until there is a newer one; null if there is none.</summary>
    /// <exception cref="InputException">It is damaged.</exception>
    public NetworkSample? Newest(NetworkPlan plan)
    {
        lock (_lock)
        {
            foreach ((string key, Func<NetworkSample?> read) in Candidates(plan))
            {
                if (_read.TryGetValue(plan.Network, out (string Key, NetworkSample Sample) known) && known.Key == key)
                    return known.Sample;
                if (read() is not { } sample)
                    continue;
                _read[plan.Network] = (key, sample);
                return sample;
            }

            return null;
        }
    }

    private IEnumerable<(string Key, Func<NetworkSample?> Read)> Candidates(NetworkPlan plan)
    {
        string own = RunWeights.PathOf(folder, plan), all = Path.Combine(folder, RunFiles.Weights);
        foreach (string path in (string[])[own, all])
        {
            if (File.Exists(path))
                yield return (KeyOf(path), () => FromFile(path, plan));
        }

        string snapshots = Path.Combine(folder, RunFiles.Snapshots);
        if (!Directory.Exists(snapshots))
            yield break;
        KeptSnapshot? newest = SnapshotStore.Kept(snapshots, plan.Network).MaxBy(kept => kept.Tick);
        if (newest is not null)
        {
            string key = string.Create(CultureInfo.InvariantCulture, $"snapshot {newest.Tick}");
            yield return (key, () => FromSnapshot(snapshots, plan, newest));
        }
    }

    private static string KeyOf(string path) => string.Create(
        CultureInfo.InvariantCulture, $"{path} {File.GetLastWriteTimeUtc(path).Ticks}");

    private static NetworkSample? FromFile(string path, NetworkPlan plan)
    {
        IReadOnlyList<StoredMatrix> matrices;
        try
        {
            matrices = Hdf5Weights.Read(path, NetworkWeights.NameOf(plan)).Matrices;
        }
        catch (InputException) when (Path.GetFileName(path) == RunFiles.Weights)
        {
            // The file is of the networks that had finished when it was written.
            return null;
        }

        Dictionary<int, IReadOnlyList<StateBlock>> areas = matrices
            .GroupBy(matrix => NetworkWeights.AreaOf(plan.Graph, matrix.Area)!.Value)
            .ToDictionary(area => area.Key, IReadOnlyList<StateBlock> (area) =>
                [.. area.Select(one => new StateBlock(one.Name, one.Rows, one.Columns, one.Values))]);
        return new NetworkSample(plan.Schedule.EndTick, "weights at the end", areas);
    }

    private NetworkSample? FromSnapshot(string snapshots, NetworkPlan plan, KeptSnapshot kept)
    {
        try
        {
            (NetworkPlan begun, IReadOnlyList<AreaState> states) = RunSnapshots.States(snapshots, plan, kept);
            INetwork network = models.Bind(begun, SpareThreads.None);
            Dictionary<int, IReadOnlyList<StateBlock>> areas = [];
            foreach (AreaState state in states)
            {
                IArea area = network.BuildArea(state.Area);
                area.Restore(state);
                areas[state.Area] = area.Capture(CaptureKind.Observed).Blocks;
            }

            return new NetworkSample(kept.Tick, "the last snapshot", areas);
        }
        catch (Exception exception) when (exception is IOException or SnapshotFormatException
            or SnapshotMismatchException or FileVersionException)
        {
            // A snapshot may go while it is read: a newer one is there, or the network has finished.
            return null;
        }
    }
}
