using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Areas.Models.Microcircuit.Rules;

/// <summary>Weights that never change: B under feedback alignment (FA).</summary>
public sealed class FixedRule : IWeightRule
{
    /// <inheritdoc/>
    public void Prepare(CorticalArea area, WeightUpdate update) => update.Form = UpdateForm.None;
}
