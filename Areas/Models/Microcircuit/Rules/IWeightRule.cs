using PalActors.Areas.Toolkit.Projections;
using PalActors.Areas.Toolkit.States;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Rules;

/// <summary>
/// A local learning rule of one projection. Once per tick, just before the projection's pass, it says how the weights change.
/// At that moment the area's rates and noise are those of this tick, its dendritic potentials and high-passes those of the previous one.
/// </summary>
public interface IWeightRule
{
    /// <summary>Fills <paramref name="update"/> for this tick.</summary>
    void Prepare(CorticalArea area, WeightUpdate update);

    /// <summary>
    /// Whether every update pairs with the presynaptic rates of the tick before as they are, in the form None, Hebbian or LowPassed: then a projection from a stimulus that is held can be kept in its lazy form
    /// (<see cref="Toolkit.Inputs.HeldInput"/>).
    /// </summary>
    bool PairsWithRates => false;

    /// <summary>
    /// Whether this rule of W or P will read the error of its dendrite, <see cref="Cells.ProspectivePopulation.Error"/>, in a tick with these flags; only then is it computed.
    /// </summary>
    bool ReadsError(TickFlags flags) => true;

    /// <summary>Names the rule's own filters, if it has any.</summary>
    void Describe(StateMap state)
    {
    }
}
