using PalActors.Areas.Models.Microcircuit.Circuits;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Rules;

/// <summary>Rule of P, pyramidal cells to interneurons: dP = dt eta_IP (s - phi(cI vden~)) (outer) r~_l.</summary>
/// <remarks>
/// phi is the activation of the area above: the rule makes the interneurons mirror that area (FORMAT section 4,
/// point 5). With <c>interneuron_lag</c> the rate is
/// the one that drove vden~, a round trip older.
/// </remarks>
public sealed class LateralRule : IHiddenRule
{
    private readonly Pathway _pathway;
    private double _scale;

    /// <summary>Makes the rule of one pathway.</summary>
    public LateralRule(MicrocircuitParameters parameters, Pathway pathway)
    {
        _pathway = pathway;
        Adapt(parameters);
    }

    /// <inheritdoc/>
    public bool ReadsError(TickFlags flags) => (flags & TickFlags.LearnLateral) != 0 && _scale != 0;

    /// <inheritdoc/>
    public void Prepare(ApicalPathway pathway, TickFlags flags, WeightUpdate update)
    {
        if (!ReadsError(flags))
        {
            update.Form = UpdateForm.None;
            return;
        }

        update.Form = UpdateForm.Hebbian;
        update.Post = pathway.Interneurons.Error;
        update.PostScale = _scale;
        update.Pre = pathway.LateralRatePrevious;
    }

    /// <inheritdoc/>
    public void Adapt(MicrocircuitParameters parameters) =>
        _scale = parameters.Dt * parameters.Cells.Learning.EtaIP[_pathway];
}
