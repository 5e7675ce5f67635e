using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.States;

namespace PalActors.Areas.Models.Microcircuit.Circuits;

/// <content>State, named in parts since the digest has others between them.</content>
public sealed partial class ApicalPathway
{
    /// <summary>Goes into the state before tick 1; the pyramidal cells are there already.</summary>
    /// <param name="v">Somatic potentials of the interneurons.</param>
    /// <param name="above">Somatic potentials of the area above.</param>
    /// <param name="p">P, row-major.</param>
    /// <param name="b">B, row-major.</param>
    /// <param name="q">Q, row-major.</param>
    public void Begin(double[] v, double[] above, double[] p, double[] b, double[] q)
    {
        v.CopyTo(Interneurons.U, 0);
        v.CopyTo(Interneurons.UPrevious, 0);
        Interneurons.Activation.Rates(Interneurons.U, Interneurons.Rate, SizeAbove);
        double[] ub = Padding.Copy(above);
        ub.CopyTo(ProspectiveAbove, 0);
        Interneurons.Activation.Rates(ub, RateAbove, SizeAbove);
        RateAbove.AsSpan(0, SizeAbove).CopyTo(HighPassAbove);
        _remedies?.Begin(ub, Pyramidal.Rate);
        P.FromRowMajor(p);
        B.FromRowMajor(b);
        Q.FromRowMajor(q);
        _rules.Copied?.Begin(Pyramidal.Rate);
        InitialProspectiveAbove = _isCut || _parameters.Links.DelaysVary ? (double[])ProspectiveAbove.Clone() : [];
    }

    /// <summary>Names P, B and Q.</summary>
    public void DescribeWeights(StateMap state)
    {
        state.Matrix("P", P);
        state.Matrix("B", B);
        state.Matrix("Q", Q);
    }

    /// <summary>Names the low-passed update of B.</summary>
    public void DescribeLowPassed(StateMap state)
    {
        if (_b.LowPassed is not null)
            state.Matrix("D_B", _b.LowPassed);
    }

    /// <summary>Names the interneurons, and what comes from above.</summary>
    public void DescribeCells(StateMap state)
    {
        state.Vector("v", SizeAbove, () => Interneurons.U);
        state.Vector("v_prev", SizeAbove, () => Interneurons.UPrevious);
        state.Vector("s", SizeAbove, () => Interneurons.Rate);
        state.Vector("r_above", SizeAbove, () => RateAbove);
        state.Vector("v_den", SizeAbove, () => Dendritic);
        state.Vector("v_api", Pyramidal.Size, () => Apical);
        state.Vector("hp_above", SizeAbove, () => HighPassAbove);
        _rules.Lateral.Describe(state);
        _rules.Cancellation.Describe(state);
        _rules.Feedback.Describe(state);
    }

    /// <summary>Names what remedies against delays keep.</summary>
    public void DescribeRemedies(StateMap state) => _remedies?.Describe(state);
}
