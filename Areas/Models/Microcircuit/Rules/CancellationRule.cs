using PalActors.Areas.Models.Microcircuit.Circuits;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Rules;

/// <summary>Rule of Q, interneurons to apical dendrites: dQ = -dt eta_PI vapi~ (outer) s~.</summary>
/// <remarks>
/// vapi is free of noise. The rule drives the apical potential to zero wherever the interneurons explain the area
/// above (FORMAT section 4, point 5).
/// </remarks>
public sealed class CancellationRule : IHiddenRule
{
    private readonly Pathway _pathway;
    private double _scale;

    /// <summary>Makes the rule of one pathway.</summary>
    public CancellationRule(MicrocircuitParameters parameters, Pathway pathway)
    {
        _pathway = pathway;
        Adapt(parameters);
    }

    /// <inheritdoc/>
    public void Prepare(ApicalPathway pathway, TickFlags flags, WeightUpdate update)
    {
        if ((flags & TickFlags.LearnLateral) == 0 || _scale == 0)
        {
            update.Form = UpdateForm.None;
            return;
        }

        update.Form = UpdateForm.Hebbian;
        update.Post = pathway.Apical;
        update.PostScale = _scale;
        update.Pre = pathway.Interneurons.RatePrevious;
    }

    /// <inheritdoc/>
    public void Adapt(MicrocircuitParameters parameters) =>
        _scale = -parameters.Dt * parameters.Cells.Learning.EtaPI[_pathway];
}
