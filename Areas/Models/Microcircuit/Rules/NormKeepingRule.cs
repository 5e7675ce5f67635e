using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Models.Microcircuit.Circuits;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Rules;

/// <summary>Rule of B under PAL-norm: dB = dt eta_bw (xi (outer) pre - alpha (|B|^2/N^2 - 1) B).</summary>
/// <remarks>
/// Not in the paper: B learns as under PAL, but instead of decaying towards 0 it is drawn towards the norm N that its
/// initial range implies, N^2 = n_l n_{l+1} (a^2 + a b + b^2)/3 for <c>init_BPP_range</c> [a, b]. So feedback neither
/// fades nor explodes, however long it learns. pre is hp~_{l+1}, or r_{l+1} with <c>pyr_hi_pass</c> off. |B| is the
/// Frobenius norm before the update. Every neuron must know it: the rule is local up to that one number.
/// </remarks>
public sealed class NormKeepingRule : IHiddenRule
{
    private readonly Pathway _pathway;
    private double _scale;
    private double _strength;
    private readonly double _squaredNorm;
    private readonly bool _highPass;

    /// <summary>Makes the rule of one pathway.</summary>
    /// <exception cref="ParameterException">
    /// The initial range is [0, 0], which implies no norm, or another decay is asked for.
    /// </exception>
    public NormKeepingRule(MicrocircuitParameters parameters, Pathway pathway)
    {
        (double a, double b) = parameters.Cells.Initial.B;
        LearningOptions learning = parameters.Cells.Learning;
        _pathway = pathway;
        Adapt(parameters);
        int[] cells = parameters.Graph.Cells;
        _squaredNorm = cells[pathway.From] * cells[pathway.To] * ((a * a) + (a * b) + (b * b)) / 3;
        _highPass = learning.PyrHiPass;
        Refuse("gate_regularizer", learning.GateRegularizer);
        Refuse("varphi_regularizer", learning.VarphiRegularizer);
        if (_squaredNorm == 0)
        {
            throw new ParameterException(
                "init_BPP_range",
                "init_BPP_range is '0, 0'; model PAL-norm keeps the norm that it implies, so valid is any other.");
        }
    }

    /// <inheritdoc/>
    public void Prepare(ApicalPathway pathway, TickFlags flags, WeightUpdate update)
    {
        if ((flags & TickFlags.LearnBackward) == 0 || _scale == 0)
        {
            update.Form = UpdateForm.None;
            return;
        }

        update.Form = UpdateForm.Decaying;
        update.Post = pathway.CorrelatedNoise;
        update.PostScale = _scale;
        update.Pre = _highPass ? pathway.HighPassAbove : pathway.RateAbove;
        update.Decay = _strength * ((SquaredNorm(pathway.B) / _squaredNorm) - 1);
    }

    /// <inheritdoc/>
    public void Adapt(MicrocircuitParameters parameters)
    {
        LearningOptions learning = parameters.Cells.Learning;
        _scale = parameters.Dt * learning.EtaBw[_pathway];
        _strength = _scale * learning.Alpha[_pathway];
    }

    private static void Refuse(string key, bool on)
    {
        if (on)
        {
            throw new ParameterException(
                key, $"{key} is 'true'; model PAL-norm has a decay of its own, so valid is false.");
        }
    }

    // In one fixed order, so that the digest does not depend on the machine.
    private static double SquaredNorm(WeightMatrix b)
    {
        double sum = 0;
        for (int i = 0; i < b.Rows; i++)
        {
            for (int j = 0; j < b.Columns; j++)
                sum += b[i, j] * b[i, j];
        }

        return sum;
    }
}
