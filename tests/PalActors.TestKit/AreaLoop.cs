using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Models;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;
using PalActors.Messages.Plan;

namespace PalActors.TestKit;

/// <summary>Areas of any cell model in a plain loop, without actors: an oracle of the tick protocol.</summary>
/// <remarks>All emissions are kept, so that links may have delays. Lockstep only.</remarks>
public sealed class AreaLoop
{
    private readonly INetwork _network;
    private readonly Schedule _schedule;
    private readonly Dictionary<Endpoint, IPresentations> _sources = [];
    private readonly Dictionary<(FrameKind Kind, int Sender, int Receiver, long Tick), EmissionFrame> _sent = [];
    private long _emitted;
    private bool _unsettled;

    /// <summary>Makes a loop before its first tick, or after the one of some states.</summary>
    public AreaLoop(INetwork network, Schedule schedule, int top, IReadOnlyList<AreaState>? states = null)
        : this(network, schedule, [.. Enumerable.Range(1, top)], states)
    {
    }

    /// <summary>Makes a loop over some areas of a graph.</summary>
    public AreaLoop(
        INetwork network, Schedule schedule, IReadOnlyList<int> areas, IReadOnlyList<AreaState>? states = null)
    {
        (_network, _schedule) = (network, schedule);
        Areas = [.. areas.Select(network.BuildArea)];
        if (states is null)
            return;
        foreach (IArea area in Areas)
            area.Restore(states.Single(state => state.Area == area.Index));
        _emitted = Tick;
    }

    /// <summary>The areas, from the lowest.</summary>
    public IReadOnlyList<IArea> Areas { get; private set; }

    /// <summary>The last complete tick.</summary>
    public long Tick => Areas[0].Tick;

    /// <summary>Runs to a tick.</summary>
    public void RunTo(long tick)
    {
        while (Tick < tick)
        {
            long next = Tick + 1;
            Emit(next);
            Settle(next);
            foreach (IArea area in Areas)
                area.Integrate(At(next), new Arrivals(Arrivals(area, next, _ => true)));
            _unsettled = true;
        }
    }

    /// <summary>States after the last tick, with what the next emissions complete of it.</summary>
    public AreaState[] Capture(CaptureKind kind = CaptureKind.State)
    {
        if (Areas.Any(area => area.Ports.Incoming.Any(port => port.Settles)))
        {
            Emit(Tick + 1);
            Settle(Tick + 1);
        }

        return [.. Areas.Select(area => area.Capture(kind))];
    }

    /// <summary>Puts new areas in the states of the old ones; the links keep what is under way.</summary>
    public void Rebuild()
    {
        AreaState[] states = Capture();
        Areas = [.. states.Select(state => _network.BuildArea(state.Area))];
        foreach (IArea area in Areas)
            area.Restore(states.Single(state => state.Area == area.Index));
        // A restored area emits again.
        _emitted = Tick;
    }

    private void Emit(long tick)
    {
        if (_emitted >= tick)
            return;
        _emitted = tick;
        foreach (IArea area in Areas)
        {
            if (area.EmitsPresented)
                area.Present(At(tick), new Arrivals(Arrivals(area, tick, port => port.IsPresented)));
            Departure[] departures = [.. area.Ports.Outgoing.Select(port => Open(area.Index, port, tick))];
            area.Emit(At(tick), new Emission(departures, tick));
        }
    }

    private void Settle(long next)
    {
        if (!_unsettled)
            return;
        _unsettled = false;
        foreach (IArea area in Areas.Where(area => area.Ports.Incoming.Any(port => port.Settles)))
            area.Settle(new Arrivals(Arrivals(area, next, port => port.Settles)));
    }

    private Arrival[] Arrivals(IArea area, long tick, Func<IncomingPort, bool> chooses) =>
    [
        .. area.Ports.Incoming.Select(port => !chooses(port)
            ? new Chosen(0, null)
            : port.IsPresented ? Shown(port, area.Index, tick) : Sent(area.Index, port, tick)),
    ];

    private Chosen Sent(int area, IncomingPort port, long tick)
    {
        long emission = Math.Max(0, tick - port.Timing.Delay - (port.Jitter?.At(tick) ?? 0));
        return new Chosen(emission, emission > 0 ? _sent[(port.Kind, port.Source, area, emission)] : null);
    }

    private Chosen Shown(IncomingPort port, int area, long tick)
    {
        Endpoint sender = port.SenderTo(area);
        if (!_sources.TryGetValue(sender, out IPresentations? source))
            _sources[sender] = source = _network.BuildSource(sender);
        int index = _schedule.IndexOf(tick);
        Phase phase = _schedule.Phases[index];
        EmissionFrame frame = new(port.Kind, 1, 0, 1, port.Source, port.Width, 1, 1)
        {
            FirstTick = tick,
            TickCount = 1,
        };
        int presentation = (int)((tick - phase.FirstTick) / phase.PresentationTicks);
        source.Fill(index, presentation, frame.Values.AsSpan(0, port.Width));
        return new Chosen(tick, frame);
    }

    private Opened Open(int area, OutgoingPort port, long tick)
    {
        EmissionFrame frame = new(port.Kind, 1, 0, 1, area, port.Width, port.Parts, 1)
        {
            FirstTick = tick,
            TickCount = 1,
        };
        _sent[(port.Kind, area, port.Receiver, tick)] = frame;
        return new Opened(frame);
    }

    private TickContext At(long tick)
    {
        if (tick > _schedule.Phases[^1].LastTick)
            return new TickContext(tick, TickFlags.None, 1, 1);
        Phase phase = _schedule.Phases[_schedule.IndexOf(tick)];
        long inPhase = tick - phase.FirstTick;
        return new TickContext(tick, phase.Flags, (int)(inPhase % phase.PresentationTicks) + 1, inPhase + 1);
    }

    private sealed class Opened : Departure
    {
        public Opened(EmissionFrame frame) => OpenFrame = frame;
    }

    private sealed class Chosen : Arrival
    {
        public Chosen(long emission, EmissionFrame? frame) => (base.Chosen, Frame) = (emission, frame);

        protected override EmissionFrame Retained(long emission) =>
            throw new InvalidOperationException("Nothing is looked ahead at.");
    }
}
