using PalActors.Areas.Model.Parameters;
using PalActors.Areas.Model.Projections;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Model.Rules;

/// <summary>
/// Not in the paper: B learns as under PAL, but instead of decaying towards 0 it is drawn towards a norm N, dB = dt eta_bw ( xi (outer) hp~_{l+1} - alpha (|B|^2/N^2 - 1) B ), where N is the
/// norm that its initial range implies, N^2 = n_l n_{l+1} (a^2 + a b + b^2)/3 for <c>init_BPP_range</c> [a, b]. So feedback neither fades nor explodes, however long it learns.
/// |B| is the Frobenius norm before the update. Every neuron must know it: the rule is local up to that one number.
/// </summary>
public sealed class NormKeepingRule : IWeightRule
{
    private readonly double _scale;
    private readonly double _strength;
    private readonly double _squaredNorm;

    /// <summary>The rule of one hidden area.</summary>
    /// <exception cref="ParameterException">The initial range is [0, 0], which implies no norm.</exception>
    public NormKeepingRule(MicrocircuitParameters parameters, int area)
    {
        (double a, double b) = parameters.InitB;
        _scale = parameters.Dt * parameters.EtaBw[area - 1];
        _strength = _scale * parameters.Alpha[area - 1];
        _squaredNorm = parameters.Layers[area] * parameters.Layers[area + 1] * ((a * a) + (a * b) + (b * b)) / 3;
        if (_squaredNorm == 0)
            throw new ParameterException("init_BPP_range", "init_BPP_range is '0, 0'; model PAL-norm keeps the norm that it implies, so valid is any other.");
    }

    /// <inheritdoc/>
    public void Prepare(CorticalArea area, WeightUpdate update)
    {
        if ((area.Flags & TickFlags.LearnBackward) == 0 || _scale == 0)
        {
            update.Form = UpdateForm.None;
            return;
        }

        update.Form = UpdateForm.Decaying;
        update.Post = area.Noise;
        update.PostScale = _scale;
        update.Pre = area.HighPassAbove!;
        update.Decay = _strength * ((SquaredNorm(area.B!) / _squaredNorm) - 1);
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
