using System.Text;
using PalActors.Clustering.Snapshots;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Results;

/// <content>The task that writes the queue.</content>
internal sealed partial class MetricsFile
{
    private async Task WriteAsync(FileStream stream)
    {
        StreamWriter writer = Open(stream);
        try
        {
            if (stream.Length == 0)
                await writer.WriteLineAsync(Header).ConfigureAwait(false);
            await writer.FlushAsync().ConfigureAwait(false);
            while (await _queue.Reader.WaitToReadAsync().ConfigureAwait(false))
            {
                while (_queue.Reader.TryRead(out Item item))
                {
                    if (item.Metric is { } metric)
                    {
                        MetricRow row = RowOf(metric);
                        _sealed[metric.Network].Add(row);
                        await writer.WriteLineAsync(SealedRows.Line(row)).ConfigureAwait(false);
                    }

                    if (item.Cut is { } cut)
                    {
                        string path = stream.Name;
                        await writer.DisposeAsync().ConfigureAwait(false);
                        CutBack(path, _plans[cut.Network], cut.Network, cut.Tick);
                        stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
                        writer = Open(stream);
                        // Else it could be another process's file.
                        _files.RequireClaim();
                    }

                    if (item.Seal is not { } seal)
                        continue;
                    await writer.FlushAsync().ConfigureAwait(false);
                    stream.Flush(flushToDisk: true);
                    seal.Done.SetResult(_sealed[seal.Network].UpTo(seal.Tick));
                }

                await writer.FlushAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            await writer.DisposeAsync().ConfigureAwait(false);
        }
    }

    private MetricRow RowOf(Metric metric) => MetricRow.Of(_plans[metric.Network], _graphs[metric.Network], metric);

    private void CutBack(string path, NetworkPlan plan, int network, long tick)
    {
        MetricRow[] kept = [.. MetricsTable.Read(path).Where(row => !IsOf(plan, row) || row.Tick <= tick)];
        Rewrite(path, kept, _files);
        _sealed[network].Dispose();
        _sealed[network] = new SealedRows();
        foreach (MetricRow row in kept.Where(row => IsOf(plan, row)))
            _sealed[network].Add(row);
    }

    private static bool IsOf(NetworkPlan plan, MetricRow row) => row.Model == plan.Label && row.Seed == plan.Seed;

    private static StreamWriter Open(FileStream stream) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };

    private readonly record struct Item(
        Metric? Metric = null,
        (int Network, long Tick)? Cut = null,
        (int Network, long Tick, TaskCompletionSource<MetricsSeal> Done)? Seal = null);
}
