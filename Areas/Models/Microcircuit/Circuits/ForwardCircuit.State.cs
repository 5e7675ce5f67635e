using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Populations;
using PalActors.Areas.Toolkit.States;
using PalActors.Messages.Control;

namespace PalActors.Areas.Models.Microcircuit.Circuits;

/// <content>State, named in parts since the digest has others between them.</content>
public sealed partial class ForwardCircuit
{
    /// <summary>Goes into the state before tick 1.</summary>
    /// <param name="u">Somatic potentials.</param>
    /// <param name="below">Somatic potentials of the area below; null above the input.</param>
    /// <param name="w">W, row-major.</param>
    public void Begin(double[] u, double[]? below, double[] w)
    {
        u.CopyTo(Pyramidal.U, 0);
        u.CopyTo(Pyramidal.UPrevious, 0);
        Pyramidal.Activation.Rates(Pyramidal.U, Pyramidal.Rate, Size);
        Pyramidal.Rate.AsSpan(0, Size).CopyTo(Pyramidal.HighPass);
        _w.Weights.FromRowMajor(w);
        if (below is not null)
        {
            Activation activation = Activation.Get(_parameters.Cells.Membranes.Activation[Index - 1]);
            activation.Rates(Padding.Copy(below), RateBelow, SizeBelow);
        }

        InitialRateBelow = _parameters.Links.DelaysVary ? (double[])RateBelow.Clone() : [];
    }

    /// <summary>Names W.</summary>
    public void DescribeWeights(StateMap state) => state.Matrix("W", _w.Weights);

    /// <summary>Names D.</summary>
    public void DescribeLowPassed(StateMap state)
    {
        if (_w.LowPassed is not null)
            state.Matrix("D", _w.LowPassed);
    }

    /// <summary>Names the potentials and rates.</summary>
    public void DescribeCells(StateMap state)
    {
        state.Vector("u", Size, () => Pyramidal.U);
        state.Vector("u_prev", Size, () => Pyramidal.UPrevious);
        state.Vector("r", Size, () => Pyramidal.Rate);
        state.Vector("r_below", SizeBelow, () => RateBelow);
        state.Vector("v_bas", Size, () => Basal);
        state.Vector("hp", Size, () => Pyramidal.HighPass);
    }

    /// <summary>Names what the rule and the form of the input keep.</summary>
    public void DescribeRule(StateMap state)
    {
        _rule.Describe(state);
        _input.Describe(state);
    }

    /// <summary>Forgets what was derived from a state, since another one was set.</summary>
    public void Forget() => _input.Forget();

    /// <summary>Captured state as it would be without blocks of ticks.</summary>
    public AreaState Unblocked(AreaState state) => _input.Unblocked(state, RateBelow);
}
