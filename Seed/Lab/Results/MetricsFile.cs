using System.Text;
using System.Threading.Channels;
using PalActors.Clustering.Snapshots;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Lab.Results;

/// <summary>Writes metrics.csv while the run goes on, one value a row.</summary>
/// <remarks>
/// Numbers have all the digits that a double needs. Adding a row only queues it; one task writes and flushes, so no
/// actor waits for the disk and the rows of a network keep their order.
/// </remarks>
internal sealed partial class MetricsFile : IAsyncDisposable
{
    /// <summary>First line of the file.</summary>
    public const string Header = "seed,model,tick,epoch,area,metric,value";

    private readonly Channel<Item> _queue =
        Channel.CreateUnbounded<Item>(new UnboundedChannelOptions { SingleReader = true });

    private readonly IReadOnlyList<NetworkPlan> _plans;
    private readonly AreaGraph[] _graphs;
    private readonly SealedRows[] _sealed;
    private readonly DurableFile _files;
    private readonly Task _writing;

    /// <summary>Starts writing to the end of a stream, which it closes at the end.</summary>
    /// <param name="stream">The file, at its end.</param>
    /// <param name="plans">The networks.</param>
    /// <param name="earlier">The values that are in the file already, in its order.</param>
    /// <param name="files">How the file gets its name where it is replaced.</param>
    public MetricsFile(
        FileStream stream, IReadOnlyList<NetworkPlan> plans, IEnumerable<Metric> earlier, DurableFile files)
    {
        _files = files;
        _plans = plans;
        _graphs = [.. plans.Select(plan => plan.Graph)];
        _sealed = [.. plans.Select(_ => new SealedRows())];
        foreach (Metric metric in earlier)
            _sealed[metric.Network].Add(RowOf(metric));
        _writing = Task.Run(() => WriteAsync(stream));
    }

    /// <summary>Completes when all is written, or fails as soon as writing fails.</summary>
    public Task Completion => _writing;

    /// <summary>Queues a value, from any thread.</summary>
    public void Add(Metric metric) => _queue.Writer.TryWrite(new Item(Metric: metric));

    /// <summary>Removes the rows of a network after a tick, among those queued before.</summary>
    /// <remarks>Rows that are queued later come after those that stay.</remarks>
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

    /// <summary>Writes the queue and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writing.ConfigureAwait(false);
        foreach (SealedRows rows in _sealed)
            rows.Dispose();
    }

    /// <summary>Writes a file that no task writes to, whole or not at all.</summary>
    /// <param name="path">The file; it need not be there.</param>
    /// <param name="rows">Its rows.</param>
    /// <param name="files">How it gets its name; null for <see cref="DurableFile.Default"/>.</param>
    internal static void Rewrite(string path, IEnumerable<MetricRow> rows, DurableFile? files = null)
    {
        StringBuilder text = new(Header + "\n");
        foreach (MetricRow row in rows)
            text.Append(SealedRows.Line(row)).Append('\n');
        (files ?? DurableFile.Default).Write(path, Encoding.UTF8.GetBytes(text.ToString()));
    }
}
