using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Snapshots;
using PalActors.Lab.Experiments;
using PalActors.Lab.Results;

namespace PalActors.Lab.Weights;

/// <summary>Writes the weights of a run to a file: those at its end, or of a moment that it keeps a snapshot of.
/// </summary>
internal static class WeightsExport
{
    /// <summary>Path of an export without one of its own.</summary>
    public static string DefaultPath(string run, WeightsMoment? at) => Path.Combine(
        run, at is null ? RunFiles.Weights : $"weights-{at.Value.ToString().Replace(' ', '-')}.h5");

    /// <summary>Writes them.</summary>
    /// <param name="models">The cell models.</param>
    /// <param name="run">The folder of the run.</param>
    /// <param name="at">The moment; null for the end.</param>
    /// <param name="path">The file, replaced if it is there; of the end that in the folder stays as it is.</param>
    /// <returns>The matrices in it.</returns>
    /// <exception cref="InputException">The run has no such weights.</exception>
    /// <exception cref="IOException">The disk does not take it.</exception>
    public static StoredWeights Write(ModelRegistry models, string run, WeightsMoment? at, string path)
    {
        if (at is { } moment && WeightSource.KeptAt(run, moment) is null)
        {
            IReadOnlyList<WrittenNetwork> networks = RunSnapshots.Read(models, run, moment);
            string experiment = File.ReadAllText(Path.Combine(run, RunFiles.Experiment));
            Hdf5Weights.Write(DurableFile.Default, path, experiment, networks);
            return new StoredWeights(path, [.. networks.SelectMany(network => network.Read())]);
        }

        StoredWeights kept = WeightSource.Read(models, new WeightsFrom(Path.GetFullPath(run)) { At = at });
        string own = at is { } epoch ? WeightSource.KeptAt(run, epoch)! : Path.Combine(run, RunFiles.Weights);
        if (Path.GetFullPath(path) != Path.GetFullPath(own))
            Copy(own, path);
        return kept;
    }

    // Piece by piece: a file may be larger than an array can be.
    private static void Copy(string from, string path) => DurableFile.Default.Write(path, stream =>
    {
        using FileStream source = File.OpenRead(from);
        source.CopyTo(stream);
        return 0;
    });
}
