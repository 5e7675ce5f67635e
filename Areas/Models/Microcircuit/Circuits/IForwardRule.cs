using PalActors.Areas.Toolkit.Projections;
using PalActors.Areas.Toolkit.States;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Circuits;

/// <summary>Local learning rule of W, the forward projection of an area.</summary>
/// <remarks>
/// When it is asked, once per tick and just before the projection's pass, rates are those of this tick, and the basal
/// potentials and the rates from below those of the previous one.
/// </remarks>
public interface IForwardRule
{
    /// <summary>
    /// Whether every update pairs with the presynaptic rates of the tick before as they are, in the form None,
    /// Hebbian or LowPassed: then the projection may be computed lazily or in blocks.
    /// </summary>
    bool PairsWithRates => false;

    /// <summary>Whether the rule will read the error of the pyramidal cells, which is computed only then.</summary>
    /// <param name="flags">What acts in the tick.</param>
    bool ReadsError(TickFlags flags) => true;

    /// <summary>Fills the update of this tick.</summary>
    /// <param name="circuit">The forward side of its area.</param>
    /// <param name="flags">What acts in the tick.</param>
    /// <param name="update">Receives the update.</param>
    void Prepare(ForwardCircuit circuit, TickFlags flags, WeightUpdate update);

    /// <summary>Names the rule's own filters, if it has any.</summary>
    void Describe(StateMap state)
    {
    }
}
