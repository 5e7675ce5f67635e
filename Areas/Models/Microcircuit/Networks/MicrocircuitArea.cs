using PalActors.Areas.Contract;
using PalActors.Areas.Models.Microcircuit.Metrics;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Models.Microcircuit.Recording;
using PalActors.Areas.Models.Microcircuit.Transport;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Networks;

/// <summary>
/// A microcircuit as an area of the tick protocol: its ports, and which of its neighbours' emissions are which of its
/// inputs. The equations are in <see cref="CorticalArea"/>.
/// </summary>
/// <remarks>
/// Ports: first comes what is below (rates of the area below, or the stimulus), then what is above (potentials of the
/// area above, or the target). It sends rates up and potentials down.
/// </remarks>
public sealed class MicrocircuitArea : IArea
{
    private const int Below = 0;
    private const int Above = 1;

    private readonly CorticalArea _core;
    private readonly MicrocircuitParameters _parameters;
    private readonly TransportCursor? _transport;
    private readonly int _up;
    private readonly int _down;

    /// <summary>Gives an area its ports.</summary>
    /// <param name="core">The area, before tick 1 or restored.</param>
    /// <param name="builder">Its network.</param>
    public MicrocircuitArea(CorticalArea core, INetworkBuilder builder)
    {
        _core = core;
        _parameters = builder.Parameters;
        if (core.Transport is { } rule)
            _transport = new TransportCursor(builder.Schedule, rule, core.SizeAbove, _parameters.DelaysVary);
        (_up, _down) = (core.IsTop ? -1 : 0, core.Index == 1 ? -1 : core.IsTop ? 0 : 1);
        Ports = new AreaPorts(
            [FromBelow(builder), FromAbove(builder)],
            [.. new[] { Up(), Down() }.OfType<OutgoingPort>()],
            core.Index > 1 ? [core.Index - 1] : [],
            core.IsTop ? [] : [core.Index + 1]);
    }

    /// <inheritdoc/>
    public int Index => _core.Index;

    /// <inheritdoc/>
    public long Tick => _core.Tick;

    /// <inheritdoc/>
    public AreaPorts Ports { get; }

    /// <inheritdoc/>
    public int Lookahead => _core.Lookahead;

    /// <inheritdoc/>
    public void Emit(in TickContext tick, in Emission to) => _core.Emit(
        tick.Flags,
        _up < 0 ? default : to.Part(_up, 0),
        _down < 0 ? default : to.Part(_down, 0),
        _down >= 0 && _core.PartsDown > 1 ? to.Part(_down, 1) : default,
        _down >= 0 && _core.PartsDown > 2 ? to.Part(_down, 2) : default);

    /// <inheritdoc/>
    public void Integrate(in TickContext tick, in Arrivals from)
    {
        Arrival below = from[Below], above = from[Above];
        bool isShown = _core.Index == 1, isHidden = !_core.IsTop;
        if (!isHidden && tick.StartsPresentation)
            above.Part(0).CopyTo(_core.Top.Target);
        int ahead = _core.Lookahead;
        if (ahead > 0)
            Foresee(below, tick.Tick, ahead);
        _core.Integrate(new TickInput
        {
            RateBelow = isShown ? below.Part(0) : RatesBelow(below, below.Chosen),
            RateBelowEmission = isShown ? tick.Tick : below.Chosen,
            RateBelowHeld = isShown && !tick.StartsPresentation,
            ProspectiveAbove = isHidden ? PotentialsAbove(above) : default,
            Transported = _transport is null ? default : _transport.Advance(above),
            Flags = tick.Flags,
            PresentationTick = tick.PresentationTick,
            PhaseTick = tick.PhaseTick,
        });
    }

    /// <inheritdoc/>
    public AreaState Capture(CaptureKind kind) => kind switch
    {
        CaptureKind.Observed => _core.Observe(),
        CaptureKind.Compared => _core.CaptureUnblocked(),
        _ => _core.Capture(),
    };

    /// <inheritdoc/>
    public void Restore(AreaState state) => _core.Restore(state);

    /// <inheritdoc/>
    public NonFinite? FirstNonFinite() => _core.FirstNonFinite();

    /// <inheritdoc/>
    public IMeasurement Measure(in MeasureContext when)
    {
        List<Metric> known = [];
        if (_core.IsTop && when.EndsPhase && when.Phase.Metric is { } accuracy)
        {
            known.Add(Of(when, null, accuracy, (double)_core.Top.ReadOut.Correct / _core.Top.ReadOut.Total));
            _core.Top.ReadOut.Reset();
        }

        if (when.IsRecord && _core.IsTop && _core.Top.IsNudged)
            known.Add(Of(when, null, MetricNames.ErrorTarget, _core.Top.TargetError()));
        if (when.IsBoundary && _core.IsSaturated)
            known.Add(Of(when, Index, MetricNames.Saturated, 1));
        return when.IsAlignment && !_core.IsTop
            ? new AlignmentMeasurement(_parameters, when, _core, [.. known])
            : new KnownMeasurement([.. known]);
    }

    /// <inheritdoc/>
    public StateBlock[] SampleFor(int neighbour) =>
    [
        new StateBlock("W", _core.Size, _core.SizeBelow, _core.W.ToRowMajor()),
        new StateBlock("v_bas", _core.Size, 1, _core.Basal.AsSpan(0, _core.Size).ToArray()),
    ];

    /// <inheritdoc/>
    public bool IsSample(int neighbour, StateBlock[] sample) => sample is [{ Name: "W" } w, { Name: "v_bas" } basal]
        && w.Values.Length == _core.SizeAbove * _core.Size && basal.Values.Length == _core.SizeAbove;

    /// <inheritdoc/>
    public IAreaRecorder Record(RecordingPlan[] recordings, int network, int generation) =>
        new AreaRecorder(recordings, _parameters.Layers, Index, network, generation, _core);

    // Only a link without slack is looked ahead on.
    private void Foresee(Arrival below, long tick, int ticks)
    {
        int delay = Ports.Incoming[Below].Timing.Delay;
        for (int ahead = 1; ahead <= ticks; ahead++)
            _core.Foresee(ahead, RatesBelow(below, tick - delay + ahead));
    }

    // Before tick 1 a neighbour's values were those of its initial state, which the area holds: apart where that is not
    // the end of them.
    private ReadOnlySpan<double> RatesBelow(Arrival below, long emission) => emission > 0 ? below.Part(emission, 0)
        : _core.Forward.InitialRateBelow.Length > 0 ? _core.Forward.InitialRateBelow : _core.RateBelow;

    private ReadOnlySpan<double> PotentialsAbove(Arrival above) => above.Chosen > 0 ? above.Part(0)
        : _core.Hidden.InitialProspectiveAbove.Length > 0 ? _core.Hidden.InitialProspectiveAbove
        : _core.Hidden.ProspectiveAbove;

    private IncomingPort FromBelow(INetworkBuilder builder) => Index == 1
        ? new IncomingPort(FrameKind.Stimulus, 0, _core.SizeBelow, 1)
        : new IncomingPort(FrameKind.Up, Index - 1, _core.SizeBelow, 1)
        {
            Timing = _parameters.LinkUp(Index - 1),
            Jitter = builder.BuildJitter(Index - 1, up: true),
        };

    private IncomingPort FromAbove(INetworkBuilder builder) => _core.IsTop
        ? new IncomingPort(FrameKind.Target, Index, _core.Size, 1)
        : new IncomingPort(FrameKind.Down, Index + 1, _core.SizeAbove, _core.PartsAbove)
        {
            Timing = _parameters.LinkDown(Index),
            Jitter = builder.BuildJitter(Index, up: false),
            NeedsAll = _transport is { NeedsAll: true },
        };

    private OutgoingPort? Up() =>
        _core.IsTop ? null : new OutgoingPort(FrameKind.Up, Index + 1, _core.Size, 1, _parameters.LinkUp(Index));

    private OutgoingPort? Down() =>
        Index == 1
            ? null
            : new OutgoingPort(
                FrameKind.Down, Index - 1, _core.Size, _core.PartsDown, _parameters.LinkDown(Index - 1));

    private Metric Of(in MeasureContext when, int? area, string name, double value) =>
        new(when.Network, when.Tick, when.Phase.Epoch, area, name, value);
}
