using PalActors.Areas.Model.Projections;
using PalActors.Areas.Model.States;

namespace PalActors.Areas.Model.Rules;

/// <summary>
/// A local learning rule of one projection. Once per tick, just before the projection's pass, it says how the weights change.
/// At that moment the area's rates and noise are those of this tick, its dendritic potentials and high-passes those of the previous one.
/// </summary>
public interface IWeightRule
{
    /// <summary>Fills <paramref name="update"/> for this tick.</summary>
    void Prepare(CorticalArea area, WeightUpdate update);

    /// <summary>Names the rule's own filters, if it has any.</summary>
    void Describe(StateMap state)
    {
    }
}
