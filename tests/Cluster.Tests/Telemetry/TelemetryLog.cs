using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using PalActors.Clustering.Telemetry;

namespace PalActors.Cluster.Tests.Telemetry;

/// <summary>Listener of the meter and the source of spans, as an exporter is one.</summary>
internal sealed class TelemetryLog : IDisposable
{
    private readonly ConcurrentQueue<(string Name, double Value, Dictionary<string, object?> Tags)> _values = new();
    private readonly MeterListener _meter = new();
    private readonly ActivityListener _spans;

    public TelemetryLog()
    {
        Meter own = Instruments.Meter;
        _meter.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter == own)
                listener.EnableMeasurementEvents(instrument);
        };
        _meter.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument.Name, value, tags));
        _meter.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument.Name, value, tags));
        _meter.Start();
        _spans = new ActivityListener
        {
            ShouldListenTo = source => source == Instruments.Spans,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = Spans.Enqueue,
        };
        ActivitySource.AddActivityListener(_spans);
    }

    /// <summary>Spans in the order of their ends.</summary>
    public ConcurrentQueue<Activity> Spans { get; } = new();

    public void Dispose()
    {
        _meter.Dispose();
        _spans.Dispose();
    }

    /// <summary>Values of an instrument, those with a tag's value alone if one is named.</summary>
    public IReadOnlyList<double> Of(string name, string? tag = null, object? value = null) =>
    [
        .. _values.Where(entry => entry.Name == name && (tag is null || Equals(entry.Tags[tag], value)))
            .Select(entry => entry.Value),
    ];

    private void Add(string name, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _values.Enqueue((name, value, new Dictionary<string, object?>(tags.ToArray())));
}
