using System.Globalization;
using PalActors.Areas.Models.Microcircuit.Circuits;
using PalActors.Areas.Models.Microcircuit.Initial;
using PalActors.Areas.Toolkit.States;
using PalActors.Messages.Control;

namespace PalActors.Areas.Models.Microcircuit.Cortex;

/// <content>State as one value.</content>
public sealed partial class CorticalArea
{
    /// <summary>Puts the area into its state before tick 1 (FORMAT section 3).</summary>
    /// <param name="initial">Initial values of the network.</param>
    public void Begin(IInitialValues initial)
    {
        Forward.Begin(initial.Potentials(Index));
        foreach (BasalPathway below in _below)
        {
            double[]? potentials = below.Pathway.HasFeedback ? initial.Potentials(below.Pathway.From) : null;
            below.Begin(potentials, initial.W(below.Pathway));
        }

        foreach (ApicalPathway above in _above)
        {
            above.Begin(
                initial.InterneuronPotentials(above.Pathway),
                initial.Potentials(above.Pathway.To),
                initial.P(above.Pathway),
                initial.B(above.Pathway),
                initial.Q(above.Pathway));
        }

        Tick = 0;
    }

    /// <summary>Captures everything that the next tick depends on; changes nothing.</summary>
    /// <exception cref="InvalidOperationException">The area is in mid-tick.</exception>
    public AreaState Capture()
    {
        if (_emitted)
            throw new InvalidOperationException($"Area {Index} is in the middle of tick {Tick + 1}.");
        return _state.Capture(Index, Tick);
    }

    /// <summary>Captures the same without blocks of ticks: what a block has accumulated is in W and D.</summary>
    /// <remarks>Only an area with one pathway from below has blocks.</remarks>
    public AreaState CaptureUnblocked() => _below.Length == 1 ? _below[0].Unblocked(Capture()) : Capture();

    /// <summary>Goes on from a captured state.</summary>
    /// <exception cref="ArgumentException">It belongs to another area or has another shape.</exception>
    public void Restore(AreaState state)
    {
        if (state.Area != Index)
            throw new ArgumentException($"The state is of area {state.Area}, this is area {Index}.", nameof(state));
        _state.Restore(state);
        foreach (BasalPathway below in _below)
            below.Forget();
        Tick = state.Tick;
        _emitted = false;
    }

    /// <summary>First value of the state that is not finite; null, without allocation, if all are.</summary>
    public NonFinite? FirstNonFinite() => _state.FirstNonFinite();

    /// <summary>Name of a block of a pathway; of several, each has the number of its other area.</summary>
    /// <param name="block">Name of the block, where there is one pathway.</param>
    /// <param name="pathways">Pathways of its kind.</param>
    /// <param name="other">Number of the area at the other end.</param>
    public static string NameOf(string block, int pathways, int other) =>
        pathways == 1 ? block : string.Create(CultureInfo.InvariantCulture, $"{block}@{other}");

    private StateMap Of(BasalPathway below) => _state.Named(name => NameOf(name, _below.Length, below.Pathway.From));

    private StateMap Of(ApicalPathway above) => _state.Named(name => NameOf(name, _above.Length, above.Pathway.To));

    // The order is the canonical one of the digest: see docs/architecture.md.
    private void DescribeState()
    {
        foreach (BasalPathway below in _below)
            below.DescribeWeights(Of(below));
        foreach (ApicalPathway above in _above)
            above.DescribeWeights(Of(above));
        foreach (BasalPathway below in _below)
            below.DescribeLowPassed(Of(below));
        foreach (ApicalPathway above in _above)
            above.DescribeLowPassed(Of(above));
        Forward.DescribeCells(_state, Of);
        foreach (BasalPathway below in _below)
            below.Sent?.Describe(Of(below));
        foreach (BasalPathway below in _below)
            below.DescribeRule(Of(below));
        _hidden?.Describe(_state, Of);
        _target?.Describe(_state);
    }
}
