using PalActors.Areas.Models.Microcircuit.Circuits;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Rules;

/// <summary>Rule of weights that never change: B under feedback alignment (FA).</summary>
public sealed class FixedRule : IHiddenRule
{
    /// <inheritdoc/>
    public void Prepare(ApicalPathway pathway, TickFlags flags, WeightUpdate update) =>
        update.Form = UpdateForm.None;

    /// <inheritdoc/>
    public void Adapt(MicrocircuitParameters parameters)
    {
    }
}
