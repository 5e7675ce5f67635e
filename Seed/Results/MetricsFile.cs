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

    private readonly Channel<(Metric? Metric, TaskCompletionSource? Written)> _queue = Channel.CreateUnbounded<(Metric?, TaskCompletionSource?)>(new UnboundedChannelOptions { SingleReader = true });
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
    public static string Row(NetworkPlan plan, Metric metric) => string.Create(
        CultureInfo.InvariantCulture,
        $"{plan.Seed},{plan.Label},{metric.Tick},{metric.Epoch},{metric.Area},{metric.Name},{metric.Value:R}");

    /// <summary>Queues a value. Any thread may call.</summary>
    public void Add(Metric metric) => _queue.Writer.TryWrite((metric, null));

    /// <summary>Completes when all that was queued before is on the disk, or the file has failed.</summary>
    public Task WrittenAsync()
    {
        TaskCompletionSource written = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return _queue.Writer.TryWrite((null, written)) ? Task.WhenAny(written.Task, _writing).Unwrap() : _writing;
    }

    /// <summary>Writes what is queued and closes the file.</summary>
    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writing.ConfigureAwait(false);
    }

    private async Task WriteAsync(FileStream stream)
    {
        await using StreamWriter writer = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        writer.NewLine = "\n";
        if (stream.Length == 0)
            await writer.WriteLineAsync(Header).ConfigureAwait(false);
        await writer.FlushAsync().ConfigureAwait(false);
        while (await _queue.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (_queue.Reader.TryRead(out (Metric? Metric, TaskCompletionSource? Written) item))
            {
                if (item.Metric is { } metric)
                    await writer.WriteLineAsync(Row(_plans[metric.Network], metric)).ConfigureAwait(false);
                if (item.Written is null)
                    continue;
                await writer.FlushAsync().ConfigureAwait(false);
                stream.Flush(flushToDisk: true);
                item.Written.SetResult();
            }

            await writer.FlushAsync().ConfigureAwait(false);
        }
    }
}
