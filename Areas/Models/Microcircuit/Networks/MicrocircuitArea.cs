using PalActors.Areas.Contract;
using PalActors.Areas.Models.Microcircuit.Cortex;
using PalActors.Areas.Models.Microcircuit.Metrics;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Models.Microcircuit.Recording;
using PalActors.Areas.Models.Microcircuit.Transport;
using PalActors.Messages.Control;

namespace PalActors.Areas.Models.Microcircuit.Networks;

/// <summary>Microcircuit as an area of the tick protocol: which emissions are which of its inputs.</summary>
/// <remarks>The equations are in <see cref="CorticalArea"/>.</remarks>
public sealed class MicrocircuitArea : IArea
{
    private readonly CorticalArea _core;
    private readonly MicrocircuitParameters _parameters;
    private readonly TransportCursor? _transport;
    private readonly int _up;
    private readonly int _down;
    private int _ahead;

    /// <summary>Gives an area its ports.</summary>
    /// <param name="core">The area, before tick 1 or restored.</param>
    /// <param name="builder">Its network.</param>
    public MicrocircuitArea(CorticalArea core, INetworkBuilder builder)
    {
        _core = core;
        _parameters = builder.Parameters;
        if (core.Transport is { } rule)
            _transport = new TransportCursor(builder.Schedule, rule, core.SizeAbove, _parameters.Links.DelaysVary);
        (_up, _down) = (MicrocircuitPorts.Up(core), MicrocircuitPorts.Down(core));
        _ahead = core.Lookahead;
        Ports = MicrocircuitPorts.Of(core, builder, _transport is { NeedsAll: true });
    }

    /// <inheritdoc/>
    public int Index => _core.Index;

    /// <inheritdoc/>
    public long Tick => _core.Tick;

    /// <inheritdoc/>
    public AreaPorts Ports { get; }

    /// <inheritdoc/>
    public int Lookahead => _ahead;

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
        Arrival below = from[MicrocircuitPorts.Below], above = from[MicrocircuitPorts.Above];
        bool isShown = _core.Index == 1, isHidden = !_core.IsTop;
        if (!isHidden && tick.StartsPresentation)
            above.Part(0).CopyTo(_core.Top.Target);
        if (_ahead > 0)
            Foresee(below, tick.Tick, _ahead);
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
        _ahead = _core.Lookahead;
    }

    /// <inheritdoc/>
    public AreaState Capture(CaptureKind kind) => kind switch
    {
        CaptureKind.Observed => _core.Observe(),
        CaptureKind.Compared => _core.CaptureUnblocked(),
        _ => _core.Capture(),
    };

    /// <inheritdoc/>
    public void Restore(AreaState state)
    {
        _core.Restore(state);
        _ahead = _core.Lookahead;
    }

    /// <inheritdoc/>
    public NonFinite? FirstNonFinite() => _core.FirstNonFinite();

    /// <inheritdoc/>
    public IMeasurement Measure(in MeasureContext when) => DueMeasures.Take(_core, _parameters, when);

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
    public Func<int, int, double> Observe(string observable)
    {
        Observable found = ObservableTable.Find(observable)!;
        return (row, column) => found.Value(_core, row, column);
    }

    // Only a link without slack is looked ahead on.
    private void Foresee(Arrival below, long tick, int ticks)
    {
        int delay = Ports.Incoming[MicrocircuitPorts.Below].Timing.Delay;
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
}
