using PalActors.Areas.Models.Microcircuit.Circuits;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Rules;

/// <summary>Rule of B under PAL: dB = dt eta_bw xi (outer) pre - decay (FORMAT section 4, point 6).</summary>
/// <remarks>
/// pre = hp~_{l+1}, the high-passed rate that returns from above, or the rate itself (<c>pyr_hi_pass</c> off); with
/// <c>noise_lag</c> xi is the one of a round trip ago, whose echo that rate carries. The decay is dt alpha eta_bw B;
/// with <c>gate_regularizer</c> only in columns where pre &gt; 0; with <c>varphi_regularizer</c> weighted with phi' of
/// both sides, and absent in the matrix from a top area.
/// </remarks>
public sealed class NoiseCorrelationRule : IHiddenRule
{
    private readonly Pathway _pathway;
    private readonly bool _decays;
    private double _scale;
    private double _decay;
    private readonly bool _highPass;
    private readonly bool _gate;
    private readonly bool _varphi;

    /// <summary>Makes the rule of one pathway.</summary>
    public NoiseCorrelationRule(MicrocircuitParameters parameters, Pathway pathway)
    {
        LearningOptions learning = parameters.Cells.Learning;
        _pathway = pathway;
        _highPass = learning.PyrHiPass;
        _gate = learning.GateRegularizer;
        _varphi = learning.VarphiRegularizer && !_gate;
        _decays = !_varphi || !parameters.Graph.IsTop(pathway.To);
        Adapt(parameters);
    }

    /// <inheritdoc/>
    public void Adapt(MicrocircuitParameters parameters)
    {
        LearningOptions learning = parameters.Cells.Learning;
        _scale = parameters.Dt * learning.EtaBw[_pathway];
        _decay = _decays ? parameters.Dt * learning.Alpha[_pathway] * learning.EtaBw[_pathway] : 0;
    }

    /// <inheritdoc/>
    public void Prepare(ApicalPathway pathway, TickFlags flags, WeightUpdate update)
    {
        if ((flags & TickFlags.LearnBackward) == 0 || _scale == 0)
        {
            update.Form = UpdateForm.None;
            return;
        }

        update.Post = pathway.CorrelatedNoise;
        update.PostScale = _scale;
        update.Pre = _highPass ? pathway.HighPassAbove : pathway.RateAbove;
        update.Decay = _decay;
        update.Form = _decay == 0 ? UpdateForm.Hebbian
            : _gate || _varphi ? UpdateForm.WeightedDecay
            : UpdateForm.Decaying;
        if (update.Form != UpdateForm.WeightedDecay)
            return;
        if (_gate)
        {
            Array.Fill(update.RowDecay, 1);
            for (int j = 0; j < update.ColumnDecay.Length; j++)
                update.ColumnDecay[j] = update.Pre[j] > 0 ? 1 : 0;
        }
        else
        {
            pathway.Pyramidal.Activation.Derivatives(
                pathway.Pyramidal.Prospective, update.RowDecay, pathway.Pyramidal.Size);
            pathway.Interneurons.Activation.Derivatives(
                pathway.ProspectiveAbove, update.ColumnDecay, pathway.SizeAbove);
        }
    }
}
