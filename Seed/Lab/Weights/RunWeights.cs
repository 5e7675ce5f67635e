using System.Globalization;
using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Snapshots;
using PalActors.Lab.Results;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Weights;

/// <summary>Weights of the networks of a run: a file each as they finish, and weights.h5 of all at the end.</summary>
/// <remarks>So a run that is interrupted keeps those of networks that have finished.</remarks>
/// <param name="run">The folder of the run.</param>
/// <param name="models">The cell models.</param>
/// <param name="builds">Builds of each network, by number.</param>
/// <param name="files">Writes files.</param>
internal sealed class RunWeights(
    string run, ModelRegistry models, IReadOnlyList<BuildIdentity[]> builds, DurableFile files)
{
    /// <summary>Writes the file of a network that has run to its end, and returns once it is on the disk.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    public void Keep(NetworkOutcome outcome)
    {
        IReadOnlyList<StoredMatrix> matrices =
            outcome.Completed ? NetworkWeights.Of(models, outcome.Plan, outcome.States) : [];
        if (matrices.Count == 0)
            return;
        string path = PathOf(outcome.Plan);
        files.CreateFolder(Path.GetDirectoryName(path)!);
        Hdf5Weights.Write(files, path, "", [Network(outcome.Plan, outcome.Tick, () => matrices)]);
    }

    /// <summary>Writes the file of a network at the end of an epoch, and returns once it is on the disk.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    public void Keep(NetworkPlan plan, int epoch, long tick, IReadOnlyList<StoredMatrix> matrices)
    {
        string path = PathOf(plan, epoch);
        files.CreateFolder(Path.GetDirectoryName(path)!);
        Hdf5Weights.Write(files, path, "", [Network(plan, tick, () => matrices)]);
    }

    /// <summary>File of a run's weights at the end of an epoch; null: at the end of the run.</summary>
    public static string FileOf(int? epoch) => epoch is { } number
        ? string.Create(CultureInfo.InvariantCulture, $"weights-{number}.h5")
        : RunFiles.Weights;

    /// <summary>Writes weights.h5 of all networks that have finished, or the file of an epoch.</summary>
    /// <param name="plans">All networks.</param>
    /// <param name="epoch">The epoch; null for the end.</param>
    /// <returns>Name of the file; null if there is none.</returns>
    /// <exception cref="IOException">It could not be written.</exception>
    public string? Collect(IReadOnlyList<NetworkPlan> plans, int? epoch = null)
    {
        string name = FileOf(epoch);
        string all = Path.Combine(run, name);
        if (!plans.Any(plan => File.Exists(PathOf(plan, epoch))))
            return File.Exists(all) ? name : null;
        // A kill after the end may have left some files of networks only.
        IReadOnlyList<StoredMatrix> earlier = File.Exists(all) ? Hdf5Weights.Read(all).Matrices : [];
        WrittenNetwork[] networks =
        [
            .. from plan in plans
               let own = earlier.Where(matrix => matrix.Network == NetworkWeights.NameOf(plan)).ToArray()
               let path = PathOf(plan, epoch)
               let isNew = File.Exists(path)
               let tick = epoch is null ? plan.Schedule.EndTick : EpochWeights.TickOf(plan, epoch.Value)
               where isNew || own.Length > 0
               select Network(plan, tick ?? 0, () => isNew ? Hdf5Weights.Read(path).Matrices : own),
        ];
        Hdf5Weights.Write(files, all, File.ReadAllText(Path.Combine(run, RunFiles.Experiment)), networks);
        return name;
    }

    /// <summary>Removes the files of networks, whose content the collected ones hold.</summary>
    public void Clear(IReadOnlyList<NetworkPlan> plans, IReadOnlyList<int> epochs)
    {
        files.RequireClaim();
        foreach (NetworkPlan plan in plans)
        {
            foreach (int? epoch in (int?[])[null, .. epochs])
                File.Delete(PathOf(plan, epoch));
        }
    }

    private WrittenNetwork Network(NetworkPlan plan, long tick, Func<IReadOnlyList<StoredMatrix>> read) =>
        new(plan, models.Of(plan), tick, builds[plan.Network], read);

    /// <summary>The file of a network that has finished.</summary>
    internal static string PathOf(string run, NetworkPlan plan) => PathOf(run, plan, epoch: null);

    private string PathOf(NetworkPlan plan, int? epoch = null) => PathOf(run, plan, epoch);

    private static string PathOf(string run, NetworkPlan plan, int? epoch)
    {
        string path = Path.ChangeExtension(FinishedNetworks.PathOf(run, plan), null);
        return string.Create(CultureInfo.InvariantCulture, $"{path}{(epoch is null ? "" : $"-epoch-{epoch}")}.h5");
    }
}
