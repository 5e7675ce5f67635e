using System.Globalization;
using System.Text;
using System.Threading.Channels;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Results;

/// <summary>
/// Writes metrics.csv while the run goes on: one value a row, numbers with all the digits that a double needs. Adding a row only queues it;
/// one task writes and flushes, so no actor waits for the disk and the rows of a network keep their order.
/// </summary>
public sealed class MetricsFile : IAsyncDisposable
{
    /// <summary>First line of the file.</summary>
    public const string Header = "seed,model,tick,epoch,area,metric,value";

    private readonly Channel<Item> _queue = Channel.CreateUnbounded<Item>(new UnboundedChannelOptions { SingleReader = true });
    private readonly IReadOnlyList<NetworkPlan> _plans;
    private readonly Task _writing;

    /// <summary>Starts writing to the end of a stream, which it closes at the end.</summary>
    public MetricsFile(FileStream stream, IReadOnlyList<NetworkPlan> plans)
    {
        _plans = plans;
        _writing = Task.Run(() => WriteAsync(stream));
    }

    /// <summary>Ends when all is written, or fails as soon as writing fails.</summary>
    public Task Completion => _writing;

    /// <summary>The row of one value, without its line end.</summary>
    public static string Row(NetworkPlan plan, Metric metric) => Row(new MetricRow(plan.Seed, plan.Label, metric.Tick, metric.Epoch, metric.Area, metric.Name, metric.Value));

    private static string Row(MetricRow row) => string.Create(
        CultureInfo.InvariantCulture,
        $"{row.Seed},{row.Model},{row.Tick},{row.Epoch},{row.Area},{row.Metric},{row.Value:R}");

    /// <summary>Queues a value. Any thread may call.</summary>
    public void Add(Metric metric) => _queue.Writer.TryWrite(new Item(Metric: metric));

    /// <summary>Forgets the rows of a network after a tick, once all that was queued before is written; what is queued later comes after.</summary>
    public void CutBack(int network, long tick) => _queue.Writer.TryWrite(new Item(Cut: (network, tick)));

    /// <summary>Completes when all that was queued before is on the disk, or the file has failed.</summary>
    public Task WrittenAsync()
    {
        TaskCompletionSource written = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return _queue.Writer.TryWrite(new Item(Written: written)) ? Task.WhenAny(written.Task, _writing).Unwrap() : _writing;
    }

    /// <summary>Writes what is queued and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writing.ConfigureAwait(false);
    }

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
                        await writer.WriteLineAsync(Row(_plans[metric.Network], metric)).ConfigureAwait(false);
                    if (item.Cut is { } cut)
                    {
                        string path = stream.Name;
                        await writer.DisposeAsync().ConfigureAwait(false);
                        NetworkPlan plan = _plans[cut.Network];
                        Rewrite(path, row => row.Model != plan.Label || row.Seed != plan.Seed || row.Tick <= cut.Tick);
                        stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read);
                        writer = Open(stream);
                    }

                    if (item.Written is null)
                        continue;
                    await writer.FlushAsync().ConfigureAwait(false);
                    stream.Flush(flushToDisk: true);
                    item.Written.SetResult();
                }

                await writer.FlushAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            await writer.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Keeps only some rows of a file that nobody writes; whole or not at all.</summary>
    /// <returns>The rows that stay.</returns>
    /// <exception cref="InputException">It is no metrics.csv.</exception>
    internal static IReadOnlyList<MetricRow> Rewrite(string path, Predicate<MetricRow> stays)
    {
        // A kill right after the folder was claimed leaves an empty file.
        IReadOnlyList<MetricRow> kept = [.. (new FileInfo(path) is { Exists: true, Length: > 0 } ? MetricsTable.Read(path) : []).Where(row => stays(row))];
        string beside = path + ".part";
        using (FileStream stream = new(beside, FileMode.Create, FileAccess.Write))
        using (StreamWriter writer = Open(stream))
        {
            writer.WriteLine(Header);
            foreach (MetricRow row in kept)
                writer.WriteLine(Row(row));
            writer.Flush();
            stream.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
        return kept;
    }

    private static StreamWriter Open(FileStream stream) => new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };

    private readonly record struct Item(Metric? Metric = null, TaskCompletionSource? Written = null, (int Network, long Tick)? Cut = null);
}
