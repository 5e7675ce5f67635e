using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Models;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;
using PalActors.Messages.Plan;

namespace PalActors.TorchBenchmarks;

/// <summary>Areas in a plain loop without actors, with one buffer per link; nothing is allocated per tick.</summary>
/// <remarks>For networks without delays.</remarks>
internal sealed class LeanLoop
{
    private readonly Schedule _schedule;
    private readonly IArea[] _areas;
    private readonly Link[][] _incoming;
    private readonly OpenLink[][] _outgoing;
    private readonly (Link Link, IPresentations Samples)[] _sources;
    private readonly bool[] _settles;
    private long _emitted;
    private bool _unsettled;

    /// <summary>Makes a loop before its first tick.</summary>
    public LeanLoop(INetwork network, NetworkPlan plan)
    {
        _schedule = plan.Schedule;
        _areas = [.. plan.Graph.WithCells.Select(network.BuildArea)];
        _settles = [.. _areas.Select(area => area.Ports.Incoming.Any(port => port.Settles))];
        Dictionary<(FrameKind Kind, int Sender, int Receiver), EmissionFrame> frames = [];
        _outgoing = [.. _areas.Select(area => area.Ports.Outgoing.Select(port => new OpenLink(
            frames[(port.Kind, area.Index, port.Receiver)] =
                Frame(port.Kind, area.Index, port.Width, port.Parts))).ToArray())];
        _incoming = [.. _areas.Select(area => area.Ports.Incoming.Select(port => new Link(
            port.IsPresented
                ? Frame(port.Kind, port.Source, port.Width, 1)
                : frames[(port.Kind, port.Source, area.Index)])).ToArray())];
        _sources =
        [
            .. from area in _areas.Zip(_incoming)
               from port in area.First.Ports.Incoming.Zip(area.Second)
               where port.First.IsPresented
               select (port.Second, network.BuildSource(port.First.SenderTo(area.First.Index))),
        ];
    }

    /// <summary>The last complete tick.</summary>
    public long Tick => _areas[0].Tick;

    /// <summary>Computes ticks.</summary>
    public void Run(int ticks)
    {
        for (long end = Tick + ticks; Tick < end;)
        {
            TickContext next = At(Tick + 1);
            EmitAndSettle(next);
            for (int area = 0; area < _areas.Length; area++)
                _areas[area].Integrate(next, new Arrivals(_incoming[area]));
            _unsettled = true;
        }
    }

    /// <summary>States after the last tick.</summary>
    public AreaState[] Capture()
    {
        EmitAndSettle(At(Tick + 1));
        return [.. _areas.Select(area => area.Capture(CaptureKind.Observed))];
    }

    private void EmitAndSettle(in TickContext next)
    {
        if (_emitted < next.Tick)
        {
            _emitted = next.Tick;
            Show(next);
            for (int area = 0; area < _areas.Length; area++)
                _areas[area].Emit(next, new Emission(_outgoing[area], next.Tick));
            foreach (Link[] links in _incoming)
            {
                foreach (Link link in links)
                    link.Choose(next.Tick);
            }
        }

        if (!_unsettled)
            return;
        _unsettled = false;
        for (int area = 0; area < _areas.Length; area++)
        {
            if (_settles[area])
                _areas[area].Settle(new Arrivals(_incoming[area]));
        }
    }

    private void Show(in TickContext tick)
    {
        if (!tick.StartsPresentation)
            return;
        int presentation = (int)((tick.Tick - 1) / BenchmarkNetwork.PresentationTicks);
        foreach ((Link link, IPresentations samples) in _sources)
            samples.Fill(0, presentation, link.Values);
    }

    private TickContext At(long tick) => new(
        tick, _schedule.Phases[0].Flags, (int)((tick - 1) % BenchmarkNetwork.PresentationTicks) + 1, tick);

    private static EmissionFrame Frame(FrameKind kind, int source, int width, int parts) =>
        new(kind, 1, 0, 1, source, width, parts, 1) { TickCount = 1 };

    private sealed class Link : Arrival
    {
        public Link(EmissionFrame frame) => Frame = frame;

        public Span<double> Values => Frame!.Values.AsSpan(0, Frame.Width);

        public void Choose(long tick) => (Chosen, Frame!.FirstTick) = (tick, tick);

        protected override EmissionFrame Retained(long emission) => throw new NotSupportedException();
    }

    private sealed class OpenLink : Departure
    {
        public OpenLink(EmissionFrame frame) => OpenFrame = frame;
    }
}
