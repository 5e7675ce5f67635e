using System.Text;
using PalActors.Clustering.Recording;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;
using PalActors.Seed.Recording;

namespace PalActors.Seed.Results;

/// <summary>What an earlier, unfinished run of the same experiment left in its folder.</summary>
/// <param name="Finished">How those networks ended that finished, by number.</param>
/// <param name="Metrics">Their values.</param>
public sealed record EarlierRun(IReadOnlyDictionary<int, NetworkEnd> Finished, IReadOnlyList<Metric> Metrics)
{
    /// <summary>A run that begins anew.</summary>
    public static EarlierRun None { get; } = new(new Dictionary<int, NetworkEnd>(), []);

    /// <summary>Takes over what has finished and cuts away what has not: its rows of metrics.csv and its recording. It is done again from its start.</summary>
    /// <param name="run">The folder.</param>
    /// <param name="plans">The networks.</param>
    /// <exception cref="InputException">Something there cannot be read.</exception>
    public static EarlierRun TakeOver(string run, IReadOnlyList<NetworkPlan> plans)
    {
        IReadOnlyDictionary<int, NetworkEnd> finished = FinishedNetworks.Read(run, plans);
        Dictionary<(string, ulong), NetworkPlan> kept = plans.Where(plan => finished.ContainsKey(plan.Network)).ToDictionary(plan => (plan.Label, plan.Seed));
        List<Metric> metrics = [];
        string path = Path.Combine(run, RunFiles.Metrics), beside = path + ".part";
        using (FileStream stream = new(beside, FileMode.Create, FileAccess.Write))
        using (StreamWriter writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" })
        {
            writer.WriteLine(MetricsFile.Header);
            // A kill right after the folder was claimed leaves an empty file.
            foreach (MetricRow row in new FileInfo(path) is { Exists: true, Length: > 0 } ? MetricsTable.Read(path) : [])
            {
                if (!kept.TryGetValue((row.Model, row.Seed), out NetworkPlan? plan))
                    continue;
                Metric metric = new(plan.Network, row.Tick, row.Epoch, row.Area, row.Metric, row.Value);
                metrics.Add(metric);
                writer.WriteLine(MetricsFile.Row(plan, metric));
            }

            writer.Flush();
            stream.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
        foreach (NetworkPlan plan in plans.Where(plan => !finished.ContainsKey(plan.Network)))
        {
            string recording = RecordingStore.FolderOf(Path.Combine(run, RecordingFiles.Folder), plan.Network);
            if (Directory.Exists(recording))
                Directory.Delete(recording, recursive: true);
        }

        return new EarlierRun(finished, metrics);
    }
}
