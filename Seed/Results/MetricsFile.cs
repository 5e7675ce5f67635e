using System.Text;
using System.Threading.Channels;
using PalActors.Clustering.Snapshots;
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
    private readonly SealedRows[] _sealed;
    private readonly Task _writing;

    /// <summary>Starts writing to the end of a stream, which it closes at the end.</summary>
    /// <param name="stream">The file, at its end.</param>
    /// <param name="plans">The networks.</param>
    /// <param name="earlier">The values that are in the file already, in its order.</param>
    public MetricsFile(FileStream stream, IReadOnlyList<NetworkPlan> plans, IEnumerable<Metric> earlier)
    {
        _plans = plans;
        _sealed = [.. plans.Select(_ => new SealedRows())];
        foreach (Metric metric in earlier)
            _sealed[metric.Network].Add(MetricRow.Of(plans[metric.Network], metric));
        _writing = Task.Run(() => WriteAsync(stream));
    }

    /// <summary>Ends when all is written, or fails as soon as writing fails.</summary>
    public Task Completion => _writing;

    /// <summary>Queues a value. Any thread may call.</summary>
    public void Add(Metric metric) => _queue.Writer.TryWrite(new Item(Metric: metric));

    /// <summary>Forgets the rows of a network after a tick, once all that was queued before is written; what is queued later comes after.</summary>
    public void CutBack(int network, long tick) => _queue.Writer.TryWrite(new Item(Cut: (network, tick)));

    /// <summary>Completes with the seal of a network's rows once all that was queued before is on the disk.</summary>
    /// <param name="network">The network.</param>
    /// <param name="tick">The last tick to seal.</param>
    /// <exception cref="IOException">The file has failed.</exception>
    public async Task<MetricsSeal> SealAsync(int network, long tick)
    {
        TaskCompletionSource<MetricsSeal> sealing = new(TaskCreationOptions.RunContinuationsAsynchronously);
        if (_queue.Writer.TryWrite(new Item(Seal: (network, tick, sealing))))
            await Task.WhenAny(sealing.Task, _writing).Unwrap().ConfigureAwait(false);
        else
            await _writing.ConfigureAwait(false);
        return sealing.Task.IsCompleted
            ? await sealing.Task.ConfigureAwait(false)
            : throw new IOException($"{RunFiles.Metrics} is closed");
    }

    /// <summary>Writes what is queued and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writing.ConfigureAwait(false);
        foreach (SealedRows rows in _sealed)
            rows.Dispose();
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
                    {
                        MetricRow row = MetricRow.Of(_plans[metric.Network], metric);
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

    private void CutBack(string path, NetworkPlan plan, int network, long tick)
    {
        IReadOnlyList<MetricRow> kept = Rewrite(path, row => !IsOf(plan, row) || row.Tick <= tick);
        _sealed[network].Dispose();
        _sealed[network] = new SealedRows();
        foreach (MetricRow row in kept.Where(row => IsOf(plan, row)))
            _sealed[network].Add(row);
    }

    private static bool IsOf(NetworkPlan plan, MetricRow row) => row.Model == plan.Label && row.Seed == plan.Seed;

    /// <summary>Keeps only some rows of a file that nobody writes; whole or not at all.</summary>
    /// <returns>The rows that stay.</returns>
    /// <exception cref="InputException">It is no metrics.csv.</exception>
    internal static IReadOnlyList<MetricRow> Rewrite(string path, Predicate<MetricRow> stays)
    {
        // A kill right after the folder was claimed leaves an empty file.
        IReadOnlyList<MetricRow> kept = [.. (new FileInfo(path) is { Exists: true, Length: > 0 } ? MetricsTable.Read(path) : []).Where(row => stays(row))];
        StringBuilder text = new(Header + "\n");
        foreach (MetricRow row in kept)
            text.Append(SealedRows.Line(row)).Append('\n');
        DurableFile.Default.Write(path, Encoding.UTF8.GetBytes(text.ToString()));
        return kept;
    }

    private static StreamWriter Open(FileStream stream) => new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };

    private readonly record struct Item(
        Metric? Metric = null,
        (int Network, long Tick)? Cut = null,
        (int Network, long Tick, TaskCompletionSource<MetricsSeal> Done)? Seal = null);
}
