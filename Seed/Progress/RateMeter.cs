using PalActors.Seed.Results;

namespace PalActors.Seed.Progress;

/// <summary>The recent speed of a network: ticks over the last few seconds, so that the figure neither jumps nor lags behind for long.</summary>
public sealed class RateMeter(NetworkRecord network)
{
    private const double WindowSeconds = 3;
    private readonly Queue<(double Seconds, long Tick)> _samples = new();

    /// <summary>Ticks per second; over the whole run once it has finished.</summary>
    public double TicksPerSecond { get; private set; }

    /// <summary>Seconds to the end at this speed, or NaN.</summary>
    public double SecondsLeft => TicksPerSecond > 0 ? (network.Plan.Schedule.EndTick - network.Tick) / TicksPerSecond : double.NaN;

    /// <summary>Looks at the network again.</summary>
    public void Sample()
    {
        double seconds = network.Seconds;
        long tick = network.Tick;
        if (network.Outcome is not null)
        {
            TicksPerSecond = seconds > 0 ? (tick - network.FirstTick) / seconds : 0;
            return;
        }

        // A recovery goes back.
        if (_samples.Count > 0 && _samples.Last().Tick > tick)
            _samples.Clear();
        _samples.Enqueue((seconds, tick));
        while (_samples.Count > 2 && seconds - _samples.Peek().Seconds > WindowSeconds)
            _samples.Dequeue();
        (double oldSeconds, long oldTick) = _samples.Peek();
        TicksPerSecond = seconds > oldSeconds ? (tick - oldTick) / (seconds - oldSeconds) : 0;
    }
}
