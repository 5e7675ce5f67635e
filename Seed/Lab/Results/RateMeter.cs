using PalActors.Clustering.Reports;
using PalActors.Messages.Control;

namespace PalActors.Lab.Results;

/// <summary>The recent speed of a network: ticks per second over the last few seconds.</summary>
/// <remarks>A few seconds are enough for a steady figure that follows changes soon.</remarks>
internal sealed class RateMeter(NetworkRecord network)
{
    private const double WindowSeconds = 3;

    // A run begins slowly, and so does it after a recovery.
    private const double SteadySeconds = 2;

    // Before this an estimate of the end is a guess.
    private const double SecondsBeforeEstimate = 10;
    private readonly Queue<Sampled> _samples = new();
    private double _span;
    private double _seconds;

    /// <summary>Ticks per second, averaged over the whole run once it has finished.</summary>
    public double TicksPerSecond { get; private set; }

    /// <summary>Frames between nodes per second.</summary>
    public double WireFramesPerSecond { get; private set; }

    /// <summary>Bytes of these per second.</summary>
    public double WireBytesPerSecond { get; private set; }

    /// <summary>Links between nodes with their frames and bytes per second.</summary>
    public IReadOnlyList<(LinkTraffic Link, double Frames, double Bytes)> Links { get; private set; } = [];

    /// <summary>Share of the time in which the network's threads had nothing to do, or NaN.</summary>
    public double WaitingShare { get; private set; } = double.NaN;

    /// <summary>Seconds to the end at this speed; NaN as long as too little has run to tell.</summary>
    public double SecondsLeft => TicksPerSecond > 0 && _span >= SteadySeconds && _seconds >= SecondsBeforeEstimate
        ? (network.Plan.Schedule.EndTick - network.Tick) / TicksPerSecond
        : double.NaN;

    /// <summary>Samples the network now.</summary>
    public void Sample() => Sample(network.Seconds);

    /// <summary>Samples the network.</summary>
    /// <param name="seconds">Seconds that it has run.</param>
    public void Sample(double seconds)
    {
        _seconds = seconds;
        long tick = network.Tick;
        NetworkFigures figures = network.Figures;
        if (network.Outcome is not null)
        {
            Take(new Sampled(0, network.FirstTick, NetworkFigures.None), new Sampled(seconds, tick, figures));
            return;
        }

        // Earlier samples are of no use after a recovery, which goes back to an earlier tick.
        if (_samples.Count > 0 && (_samples.Last().Tick > tick || _samples.Last().Figures.Frames > figures.Frames))
            _samples.Clear();
        // What passes before the first tick, at the start and after a recovery, says nothing about the speed.
        if (_samples.Count == 1 && _samples.Peek().Tick == tick)
            _samples.Clear();
        Sampled now = new(seconds, tick, figures);
        _samples.Enqueue(now);
        while (_samples.Count > 2 && seconds - _samples.Peek().Seconds > WindowSeconds)
            _samples.Dequeue();
        Take(_samples.Peek(), now);
    }

    private void Take(Sampled old, Sampled now)
    {
        double seconds = _span = now.Seconds - old.Seconds;
        if (seconds <= 0)
        {
            TicksPerSecond = 0;
            return;
        }

        TicksPerSecond = (now.Tick - old.Tick) / seconds;
        WireFramesPerSecond = (now.Figures.WireFrames - old.Figures.WireFrames) / seconds;
        WireBytesPerSecond = (now.Figures.WireBytes - old.Figures.WireBytes) / seconds;
        Links =
        [
            .. now.Figures.Links.Select(link => old.Figures.Links.FirstOrDefault(one => IsSame(one, link)) is { } before
                ? (link, (link.Frames - before.Frames) / seconds, (link.Bytes - before.Bytes) / seconds)
                : (link, link.Frames / seconds, link.Bytes / seconds)),
        ];
        WaitingShare = Math.Min(1, (now.Figures.Waited - old.Figures.Waited) / seconds);
    }

    private static bool IsSame(LinkTraffic one, LinkTraffic other) =>
        (one.From, one.To, one.Direction) == (other.From, other.To, other.Direction);

    private sealed record Sampled(double Seconds, long Tick, NetworkFigures Figures);
}
