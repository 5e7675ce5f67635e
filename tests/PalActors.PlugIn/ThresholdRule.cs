using PalActors.Areas.Models.Microcircuit.Circuits;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Messages.Plan;

namespace PalActors.PlugIn;

/// <summary>Rule of B that learns as under PAL, from rates that change by more than a threshold.</summary>
/// <remarks>dB = dt eta_bw (xi (outer) hp - alpha B), hp 0 where |hp| is below the threshold. 0 is PAL.</remarks>
public sealed class ThresholdRule : IHiddenRule
{
    /// <summary>Name of the threshold in experiments.</summary>
    public const string Parameter = "rate_threshold";

    private readonly Pathway _pathway;
    private readonly double _threshold;
    private readonly double[] _change;
    private double _scale;
    private double _decay;

    /// <summary>Makes the rule of one pathway.</summary>
    /// <param name="parameters">Parameters of the network.</param>
    /// <param name="pathway">The pathway.</param>
    public ThresholdRule(MicrocircuitParameters parameters, Pathway pathway)
    {
        _pathway = pathway;
        _threshold = parameters.Values.Real(Parameter);
        _change = Padding.Align(parameters.Graph.Cells[pathway.To]);
        Adapt(parameters);
    }

    /// <inheritdoc/>
    public void Adapt(MicrocircuitParameters parameters)
    {
        LearningOptions learning = parameters.Cells.Learning;
        _scale = parameters.Dt * learning.EtaBw[_pathway];
        _decay = parameters.Dt * learning.Alpha[_pathway] * learning.EtaBw[_pathway];
    }

    /// <inheritdoc/>
    public void Prepare(ApicalPathway pathway, TickFlags flags, WeightUpdate update)
    {
        if ((flags & TickFlags.LearnBackward) == 0 || _scale == 0)
        {
            update.Form = UpdateForm.None;
            return;
        }

        for (int j = 0; j < pathway.SizeAbove; j++)
        {
            double change = pathway.HighPassAbove[j];
            _change[j] = Math.Abs(change) < _threshold ? 0 : change;
        }

        update.Form = _decay == 0 ? UpdateForm.Hebbian : UpdateForm.Decaying;
        update.Post = pathway.CorrelatedNoise;
        update.PostScale = _scale;
        update.Pre = _change;
        update.Decay = _decay;
    }
}
