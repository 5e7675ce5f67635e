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

    /// <summary>Writes weights.h5 of all networks that have finished.</summary>
    /// <param name="plans">All networks.</param>
    /// <returns>False if there is none.</returns>
    /// <exception cref="IOException">It could not be written.</exception>
    public bool Collect(IReadOnlyList<NetworkPlan> plans)
    {
        string all = Path.Combine(run, RunFiles.Weights);
        if (!plans.Any(plan => File.Exists(PathOf(plan))))
            return File.Exists(all);
        // A kill after the end may have left some files of networks only.
        IReadOnlyList<StoredMatrix> earlier = File.Exists(all) ? Hdf5Weights.Read(all).Matrices : [];
        WrittenNetwork[] networks =
        [
            .. from plan in plans
               let own = earlier.Where(matrix => matrix.Network == NetworkWeights.NameOf(plan)).ToArray()
               let isNew = File.Exists(PathOf(plan))
               where isNew || own.Length > 0
               select Network(
                   plan, plan.Schedule.EndTick, () => isNew ? Hdf5Weights.Read(PathOf(plan)).Matrices : own),
        ];
        Hdf5Weights.Write(files, all, File.ReadAllText(Path.Combine(run, RunFiles.Experiment)), networks);
        return true;
    }

    /// <summary>Removes the files of networks, which weights.h5 holds.</summary>
    public void Clear(IEnumerable<NetworkPlan> plans)
    {
        files.RequireClaim();
        foreach (NetworkPlan plan in plans)
            File.Delete(PathOf(plan));
    }

    private WrittenNetwork Network(NetworkPlan plan, long tick, Func<IReadOnlyList<StoredMatrix>> read) =>
        new(plan, models.Of(plan), tick, builds[plan.Network], read);

    /// <summary>The file of a network that has finished.</summary>
    internal static string PathOf(string run, NetworkPlan plan) =>
        Path.ChangeExtension(FinishedNetworks.PathOf(run, plan), ".h5");

    private string PathOf(NetworkPlan plan) => PathOf(run, plan);
}
