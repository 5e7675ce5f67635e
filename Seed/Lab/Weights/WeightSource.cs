using PalActors.Areas.Contract.Models;
using PalActors.Lab.Experiments;
using PalActors.Lab.Results;

namespace PalActors.Lab.Weights;

/// <summary>Reads the weights that an experiment names: of a run, a snapshot or a file.</summary>
internal static class WeightSource
{
    /// <summary>Reads them.</summary>
    /// <exception cref="InputException">They are not there, or cannot be used.</exception>
    public static StoredWeights Read(ModelRegistry models, WeightsFrom from)
    {
        if (SnapshotOf(from.Path) is (string owner, WeightsMoment tick))
        {
            return from.At is null
                ? OfRun(models, owner, tick)
                : throw new InputException(
                    $"weights.at is '{from.At}', and {from.Path} is a snapshot; valid is no at.");
        }

        if (File.Exists(Path.Combine(from.Path, RunFiles.Experiment)))
            return from.At is { } at ? OfRun(models, from.Path, at) : OfEnd(from.Path);
        if (Directory.Exists(from.Path))
        {
            throw new InputException(
                $"weights is '{from.Path}', a folder without a run; valid is a run's folder, a snapshot, or a file.");
        }

        return from.At is null
            ? WeightFiles.Read(from.Path)
            : throw new InputException(
                $"weights.at is '{from.At}', and {from.Path} is no run; valid is no at with files.");
    }

    /// <summary>The file that a run has kept at the end of an epoch; null if there is none.</summary>
    public static string? KeptAt(string run, WeightsMoment at)
    {
        if (at.IsTick || at.Number > int.MaxValue)
            return null;
        string path = Path.Combine(run, RunWeights.FileOf((int)at.Number));
        return File.Exists(path) ? path : null;
    }

    private static StoredWeights OfRun(ModelRegistry models, string run, WeightsMoment at) =>
        KeptAt(run, at) is { } path
            ? WeightFiles.Read(path)
            : new(run, [.. RunSnapshots.Read(models, run, at).SelectMany(network => network.Read())]);

    private static StoredWeights OfEnd(string run)
    {
        string path = Path.Combine(run, RunFiles.Weights);
        return File.Exists(path)
            ? WeightFiles.Read(path)
            : throw new InputException(
                $"{run}: the run has no {RunFiles.Weights}, which is there once a network has finished; "
                + "valid is a finished run, or at with a tick of a snapshot.");
    }

    // RUN/snapshots/network-0/tick-000000012345, or manifest-000000012345.json.
    private static (string Run, WeightsMoment At)? SnapshotOf(string path)
    {
        string[] parts = path.Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 4 || parts[^3] != RunFiles.Snapshots || !Path.Exists(path))
            return null;
        string name = Path.GetFileNameWithoutExtension(parts[^1]);
        string run = Path.GetFullPath(Path.Combine(path, "..", "..", ".."));
        return WeightsMoment.Parse(name.Split('-')[^1] + " ticks") is { } at ? (run, at) : null;
    }
}
