using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Results;

/// <summary>
/// The networks of a run that have finished, a small file each: what a later run in the same folder need not do again. A file is there only once all of the network's rows are in metrics.csv, and whole or
/// not at all.
/// </summary>
public static class FinishedNetworks
{
    /// <summary>Their folder in the folder of a run.</summary>
    public const string Folder = "networks";

    // What was not measured is NaN.
    private static readonly JsonSerializerOptions s_options = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    /// <summary>Notes that a network has finished.</summary>
    public static void Write(string run, NetworkPlan plan, NetworkEnd end)
    {
        Directory.CreateDirectory(Path.Combine(run, Folder));
        string path = PathOf(run, plan), beside = path + ".part";
        using (FileStream stream = new(beside, FileMode.Create, FileAccess.Write))
        {
            JsonSerializer.Serialize(stream, end, s_options);
            stream.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
    }

    /// <summary>How those networks of a run ended that have finished, by number.</summary>
    /// <exception cref="InputException">A file cannot be read.</exception>
    public static IReadOnlyDictionary<int, NetworkEnd> Read(string run, IEnumerable<NetworkPlan> plans)
    {
        Dictionary<int, NetworkEnd> ends = [];
        foreach (NetworkPlan plan in plans)
        {
            string path = PathOf(run, plan);
            if (!File.Exists(path))
                continue;
            try
            {
                using FileStream stream = File.OpenRead(path);
                NetworkEnd? end = JsonSerializer.Deserialize<NetworkEnd>(stream, s_options);
                if (end?.Figures?.Staleness is null || !(IsComplete(end, plan) || HasDiverged(end, plan)))
                    throw new JsonException($"it does not tell of a network that finished at tick {plan.Schedule.EndTick}");
                ends[plan.Network] = end;
            }
            catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
            {
                throw new InputException($"{path}: cannot be read ({exception.Message.TrimEnd('.')}); delete it, and this network is run again.");
            }
        }

        return ends;
    }

    private static bool IsComplete(NetworkEnd end, NetworkPlan plan) =>
        end is { Completed: true, Digest.Length: 64, Divergence: null } && end.Tick == plan.Schedule.EndTick;

    private static bool HasDiverged(NetworkEnd end, NetworkPlan plan) =>
        end is { Completed: false, Digest: null, Divergence: { Quantity: not null, Value: not null } divergence }
        && divergence.Tick == end.Tick && end.Tick >= 1 && end.Tick <= plan.Schedule.EndTick
        && divergence.Area >= 1 && divergence.Area <= plan.Top;

    private static string PathOf(string run, NetworkPlan plan) =>
        Path.Combine(run, Folder, string.Create(CultureInfo.InvariantCulture, $"{plan.Label}-{plan.Seed}.json"));
}
