using PalActors.Areas.Models.Microcircuit.Metrics;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Messages.Control;

namespace PalActors.Areas.Models.Microcircuit;

/// <content>The state as one value.</content>
public sealed partial class CorticalArea
{
    /// <summary>Everything the next tick depends on. Capturing changes nothing.</summary>
    /// <exception cref="InvalidOperationException">The area is in mid-tick.</exception>
    public AreaState Capture()
    {
        if (_emitted)
            throw new InvalidOperationException($"Area {Index} is in the middle of tick {Tick + 1}.");
        return _state.Capture(Index, Tick);
    }

    /// <summary>The same for an area that goes on without blocks, <see cref="MicrocircuitParameters.ForwardBlock"/> 1: what a block has accumulated is in W and D.</summary>
    public AreaState CaptureUnblocked() => _input.Unblocked(Capture(), RateBelow);

    /// <summary>Goes on from a captured state.</summary>
    /// <exception cref="ArgumentException">It belongs to another area or has another shape.</exception>
    public void Restore(AreaState state)
    {
        if (state.Area != Index)
            throw new ArgumentException($"The state is of area {state.Area}, this is area {Index}.", nameof(state));
        _state.Restore(state);
        _input.Forget();
        Tick = state.Tick;
        _emitted = false;
    }

    // The order is the canonical one of the digest: see docs/architecture.md.
    private void DescribeState()
    {
        _state.Matrix("W", _w.Weights);
        if (!IsTop)
        {
            _state.Matrix("P", _p!.Weights);
            _state.Matrix("B", _b!.Weights);
            _state.Matrix("Q", _q!.Weights);
        }

        if (_w.LowPassed is not null)
            _state.Matrix("D", _w.LowPassed);
        if (_b?.LowPassed is not null)
            _state.Matrix("D_B", _b.LowPassed);
        _state.Vector("u", Size, () => Pyramidal.U);
        _state.Vector("u_prev", Size, () => Pyramidal.UPrevious);
        _state.Vector("r", Size, () => Pyramidal.Rate);
        _state.Vector("r_below", SizeBelow, () => RateBelow);
        _state.Vector("v_bas", Size, () => Basal);
        _state.Vector("hp", Size, () => Pyramidal.HighPass);
        if (SendsFactors)
            _state.Vector("e", Size, () => _factors);
        if (SendsFactors && _parameters.DelaysVary)
        {
            _state.Scalar("e_pre", () => _factorsRate, value => _factorsRate = (long)value);
            _state.Scalar("r_below_tick", () => _rateBelowEmission, value => _rateBelowEmission = (long)value);
        }

        _forward.Describe(_state);
        _input.Describe(_state);
        if (IsTop)
        {
            _state.Vector("target", Size, () => Target);
            ReadOut.Describe(_state);
            _delayedTarget?.Describe(_state);
            return;
        }

        _state.Vector("v", SizeAbove, () => Interneurons!.U);
        _state.Vector("v_prev", SizeAbove, () => Interneurons!.UPrevious);
        _state.Vector("s", SizeAbove, () => Interneurons!.Rate);
        _state.Vector("r_above", SizeAbove, () => RateAbove!);
        _state.Vector("v_den", SizeAbove, () => Dendritic);
        _state.Vector("v_api", Size, () => Apical);
        _state.Vector("hp_above", SizeAbove, () => HighPassAbove!);
        _lateral!.Describe(_state);
        _cancellation!.Describe(_state);
        _feedback!.Describe(_state);
        if (FactorsAbove is not null && _parameters.DelaysVary)
            _state.Scalar("w_above_tick", () => UpdatesThrough, value => UpdatesThrough = (long)value);
        _state.Vector("xi", Size, () => Noise);
        _state.Scalar("noise_acted", () => _noiseActed, value => _noiseActed = (long)value);
        _pastNoise?.Describe("xi_past", _state);
        _pastRates?.Describe("r_past", _state);
        _predictor?.Describe(_state);
    }
}
