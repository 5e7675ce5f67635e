using System.Runtime.CompilerServices;
using PalActors.Areas.Contract;
using PalActors.Areas.Models.Microcircuit.Circuits;
using PalActors.Areas.Models.Microcircuit.Cortex;
using PalActors.Areas.Models.Microcircuit.Metrics;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Models.Microcircuit.Perturbations;
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
    private readonly BasalPathway[] _below;
    private readonly ApicalPathway[] _above;
    private readonly TransportCursor?[] _transports;
    private int _ahead;

    /// <summary>Gives an area its ports.</summary>
    /// <param name="core">The area, before tick 1 or restored.</param>
    /// <param name="builder">Its network.</param>
    public MicrocircuitArea(CorticalArea core, INetworkBuilder builder)
    {
        _core = core;
        _parameters = builder.Parameters;
        _below = [.. core.Forward.Pathways];
        _above = core.IsHidden ? [.. core.Hidden.Pathways] : [];
        bool delaysVary = _parameters.Links.DelaysVary;
        _transports =
        [
            .. _above.Zip(core.Transports, (above, rule) =>
                rule is null ? null : new TransportCursor(
                    builder.Schedule,
                    rule,
                    above.SizeAbove,
                    delaysVary,
                    _parameters.Perturbations.Resting(RuleNames.W, above.Pathway))),
        ];
        _ahead = core.Lookahead;
        Ports = MicrocircuitPorts.Of(core, builder, Array.Exists(_transports, one => one is { NeedsAll: true }));
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
    public void Emit(in TickContext tick, in Emission to)
    {
        _core.Emit(tick.Flags);
        for (int i = 0; i < _above.Length; i++)
            _core.WriteUp(to.Part(i, 0));
        int port = _above.Length;
        for (int i = 0; i < _below.Length; i++)
        {
            if (!_below[i].Pathway.HasFeedback)
                continue;
            WriteDown(to, port, i);
            port++;
        }
    }

    /// <inheritdoc/>
    public void Integrate(in TickContext tick, in Arrivals from)
    {
        if (_core.IsTargeted && tick.StartsPresentation)
            from[_below.Length + _above.Length].Part(0).CopyTo(_core.Target.Shown);
        if (_ahead > 0)
            Foresee(from[0], tick.Tick, _ahead);
        for (int i = 0; i < _below.Length; i++)
        {
            BasalPathway pathway = _below[i];
            Arrival below = from[i];
            if (pathway.Pathway.HasFeedback)
                _core.TakeBelow(i, tick.Flags, RatesBelow(pathway, below, below.Chosen), below.Chosen, isHeld: false);
            else
                _core.TakeBelow(i, tick.Flags, below.Part(0), tick.Tick, isHeld: !tick.StartsPresentation);
        }

        for (int i = 0; i < _above.Length; i++)
        {
            Arrival above = from[_below.Length + i];
            TransportedInput transported = _transports[i] is { } cursor ? cursor.Advance(above) : default;
            _core.TakeAbove(
                i, PotentialsAbove(_above[i], above), Unseen(_above[i], above), above.Chosen, transported);
        }

        _core.Integrate(tick.Flags, tick.PresentationTick, tick.PhaseTick);
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
    public DecisionCounts? Decisions => _core.IsTargeted ? _core.Target.ReadOut?.Decisions : null;

    /// <inheritdoc/>
    public IMeasurement Measure(in MeasureContext when) => DueMeasures.Take(_core, _parameters, when);

    /// <inheritdoc/>
    public StateBlock[] SampleFor(int neighbour)
    {
        BasalPathway below = Array.Find(_below, one => one.Pathway.From == neighbour)!;
        return
        [
            new StateBlock("W", _core.Size, below.SizeBelow, below.W.ToRowMajor()),
            new StateBlock("v_bas", _core.Size, 1, _core.Basal.AsSpan(0, _core.Size).ToArray()),
        ];
    }

    /// <inheritdoc/>
    public bool IsSample(int neighbour, StateBlock[] sample) =>
        Array.Find(_above, one => one.Pathway.To == neighbour) is { } above
        && sample is [{ Name: "W" } w, { Name: "v_bas" } basal]
        && w.Values.Length == above.SizeAbove * _core.Size && basal.Values.Length == above.SizeAbove;

    /// <inheritdoc/>
    public Func<int, int, double> Observe(string observable, int area)
    {
        Observable found = ObservableTable.Find(observable)!;
        return (row, column) => found.Value(_core, area, row, column);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void WriteDown(in Emission to, int port, int pathway)
    {
        _core.WriteDown(to.Part(port, 0));
        int parts = Ports.Outgoing[port].Parts;
        if (_below.Length > 1)
            _core.WriteUnseen(pathway, to.Part(port, --parts));
        if (parts > 1)
            _below[pathway].Sent!.Emit(to.Part(port, 1), parts > 2 ? to.Part(port, 2) : default);
    }

    // Only a link without slack is looked ahead on, and only one from below there.
    private void Foresee(Arrival below, long tick, int ticks)
    {
        int delay = Ports.Incoming[0].Timing.Delay;
        for (int ahead = 1; ahead <= ticks; ahead++)
            _core.Foresee(ahead, RatesBelow(_below[0], below, tick - delay + ahead));
    }

    // Before tick 1 a neighbour's values were those of its initial state, which the area holds: apart where that is not
    // the end of them.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ReadOnlySpan<double> RatesBelow(BasalPathway pathway, Arrival below, long emission) =>
        emission > 0 ? below.Part(emission, 0)
        : pathway.InitialRateBelow.Length > 0 ? pathway.InitialRateBelow : pathway.RateBelow;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ReadOnlySpan<double> PotentialsAbove(ApicalPathway pathway, Arrival above) =>
        above.Chosen > 0 ? above.Part(0)
        : pathway.InitialProspectiveAbove.Length > 0 ? pathway.InitialProspectiveAbove : pathway.ProspectiveAbove;

    // The last part of an emission, where other pathways come in above.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ReadOnlySpan<double> Unseen(ApicalPathway pathway, Arrival above) =>
        pathway.Unseen is null ? default
        : above.Chosen > 0 ? above.Part(above.Frame!.Parts - 1) : pathway.InitialUnseen;
}
