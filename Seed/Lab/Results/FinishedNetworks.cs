using System.Globalization;
using PalActors.Clustering.Snapshots;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Results;

/// <summary>Networks of a run that have finished, a small sealed file each, and are not run again.</summary>
/// <remarks>A file is there only once all of the network's rows are in metrics.csv, and whole or not at all.</remarks>
internal static class FinishedNetworks
{
    /// <summary>Their folder in the folder of a run.</summary>
    public const string Folder = "networks";

    /// <summary>Writes the file of a network that has finished, and returns once it is on the disk.</summary>
    /// <exception cref="IOException">It could not be written.</exception>
    public static void Write(string run, NetworkPlan plan, FinishedNetwork finished, DurableFile files)
    {
        string path = PathOf(run, plan);
        files.CreateFolder(Path.GetDirectoryName(path)!);
        files.Write(path, SealedJson.Write(finished));
    }

    /// <summary>The networks of a run that have finished, by number.</summary>
    /// <exception cref="InputException">A file cannot be read, or is of another version.</exception>
    public static IReadOnlyDictionary<int, FinishedNetwork> Read(string run, IEnumerable<NetworkPlan> plans)
    {
        Dictionary<int, FinishedNetwork> finished = [];
        foreach (NetworkPlan plan in plans)
        {
            string path = PathOf(run, plan);
            if (File.Exists(path))
                finished[plan.Network] = Read(path, plan);
        }

        return finished;
    }

    /// <summary>The file of a network.</summary>
    internal static string PathOf(string run, NetworkPlan plan) =>
        Path.Combine(run, Folder, string.Create(CultureInfo.InvariantCulture, $"{plan.Label}-{plan.Seed}.json"));

    // Version 1 had no seal and no number of its version.
    private static bool IsOfVersionOne(byte[] bytes) =>
        bytes.AsSpan().StartsWith("{\"Tick\":"u8) && bytes.AsSpan().EndsWith("}"u8);

    private static bool IsComplete(NetworkEnd end, NetworkPlan plan) =>
        end is { Completed: true, Digest.Length: 64, Divergence: null } && end.Tick == plan.Schedule.EndTick;

    private static bool HasDiverged(NetworkEnd end, NetworkPlan plan) =>
        end is { Completed: false, Digest: null, Divergence: { Quantity: not null, Value: not null } divergence }
        && divergence.Tick == end.Tick && end.Tick >= 1 && end.Tick <= plan.Schedule.EndTick
        && plan.Graph.HasCells(divergence.Area);

    /// <summary>The error for a file that belongs to another plan.</summary>
    internal static InputException OfAnotherExperiment(string path) => new(
        $"{path} is of another experiment than {RunFiles.Experiment} and the command tell of now; "
        + "valid is the experiment as it was, or another folder.");

    private static FinishedNetwork Read(string path, NetworkPlan plan)
    {
        try
        {
            byte[] bytes = File.ReadAllBytes(path);
            if (IsOfVersionOne(bytes))
            {
                throw new FileVersionException(
                    $"It is of version 1 of the format; this build reads version {FinishedNetwork.Current}.");
            }

            FinishedNetwork finished = SealedJson.Read<FinishedNetwork>(bytes, FinishedNetwork.Current);
            if (!finished.IsOf(plan))
                throw OfAnotherExperiment(path);

            bool hasEnded = IsComplete(finished.End, plan) || HasDiverged(finished.End, plan);
            return hasEnded && finished.End.Figures?.Staleness is not null
                ? finished
                : throw new SnapshotFormatException(
                    $"It does not tell of a network that finished at tick {plan.Schedule.EndTick}");
        }
        catch (FileVersionException exception)
        {
            throw FolderProblem.OtherVersion($"{path}: {exception.Message}");
        }
        catch (Exception exception) when (exception is SnapshotFormatException or IOException
            or UnauthorizedAccessException)
        {
            throw new InputException(
                $"{path}: cannot be read ({exception.Message.TrimEnd('.')}); "
                + "delete it, and this network is run again.");
        }
    }
}
