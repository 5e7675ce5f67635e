using System.Diagnostics;
using PalActors.Areas.Contract;

namespace PalActors.Lab.DryRuns;

/// <summary>Area whose ticks are computed and timed, in the steps of the tick protocol.</summary>
internal sealed class TimedArea
{
    private readonly IArea _area;
    private readonly Departure[] _departures;
    private readonly RingArrival[] _arrivals;
    private readonly bool _settles;
    private bool _unsettled;
    private long _duration;

    /// <summary>Connects an area to the rings of its neighbours.</summary>
    public TimedArea(IArea area, RingTable rings)
    {
        _area = area;
        (_departures, _arrivals) = (rings.Departures(area), rings.Arrivals(area));
        _settles = area.Ports.Incoming.Any(port => port.Settles);
    }

    /// <summary>The area.</summary>
    public IArea Area => _area;

    /// <summary>Durations of its ticks.</summary>
    public TickSamples Samples { get; } = new();

    /// <summary>Emits a tick.</summary>
    public void Emit(in TickContext tick)
    {
        long begun = Stopwatch.GetTimestamp();
        Choose(tick.Tick);
        if (_area.EmitsPresented)
            _area.Present(tick, new Arrivals(_arrivals));
        _area.Emit(tick, new Emission(_departures, tick.Tick));
        _duration = Stopwatch.GetTimestamp() - begun;
    }

    /// <summary>Completes the tick before with the emissions that it waited for.</summary>
    public void Settle()
    {
        if (_unsettled)
            _area.Settle(new Arrivals(_arrivals));
        _unsettled = false;
    }

    /// <summary>Settles the tick before, and integrates a tick.</summary>
    /// <param name="tick">The tick.</param>
    /// <param name="presentation">Ticks of a presentation.</param>
    public void Integrate(in TickContext tick, int presentation)
    {
        int block = _area.Lookahead + 1;
        long begun = Stopwatch.GetTimestamp();
        Settle();
        _area.Integrate(tick, new Arrivals(_arrivals));
        _duration += Stopwatch.GetTimestamp() - begun;
        _unsettled = _settles;
        Samples.Add(_duration, tick.StartsPresentation ? presentation : 1, block);
    }

    private void Choose(long tick)
    {
        foreach (RingArrival arrival in _arrivals)
            arrival.Choose(tick);
    }
}
