using PalActors.Messages.Control;

namespace PalActors.Areas.Models.Microcircuit.Cortex;

/// <content>State as one value.</content>
public sealed partial class CorticalArea
{
    /// <summary>Captures everything that the next tick depends on; changes nothing.</summary>
    /// <exception cref="InvalidOperationException">The area is in mid-tick.</exception>
    public AreaState Capture()
    {
        if (_emitted)
            throw new InvalidOperationException($"Area {Index} is in the middle of tick {Tick + 1}.");
        return _state.Capture(Index, Tick);
    }

    /// <summary>Captures the same without blocks of ticks: what a block has accumulated is in W and D.</summary>
    public AreaState CaptureUnblocked() => Forward.Unblocked(Capture());

    /// <summary>Goes on from a captured state.</summary>
    /// <exception cref="ArgumentException">It belongs to another area or has another shape.</exception>
    public void Restore(AreaState state)
    {
        if (state.Area != Index)
            throw new ArgumentException($"The state is of area {state.Area}, this is area {Index}.", nameof(state));
        _state.Restore(state);
        Forward.Forget();
        Tick = state.Tick;
        _emitted = false;
    }

    /// <summary>First value of the state that is not finite; null, without allocation, if all are.</summary>
    public NonFinite? FirstNonFinite() => _state.FirstNonFinite();

    // The order is the canonical one of the digest: see docs/architecture.md.
    private void DescribeState()
    {
        Forward.DescribeWeights(_state);
        _hidden?.DescribeWeights(_state);
        Forward.DescribeLowPassed(_state);
        _hidden?.DescribeLowPassed(_state);
        Forward.DescribeCells(_state);
        _sent?.Describe(_state);
        Forward.DescribeRule(_state);
        _hidden?.Describe(_state);
        _top?.Describe(_state);
    }
}
