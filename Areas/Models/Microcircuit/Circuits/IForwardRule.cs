using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Areas.Toolkit.States;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Circuits;

/// <summary>Local learning rule of W, the forward projection of a pathway.</summary>
/// <remarks>
/// When it is asked, once per tick and just before the projection's pass, rates are those of this tick, and the basal
/// potentials and the rates from below those of the previous one.
/// </remarks>
public interface IForwardRule
{
    /// <summary>Indicates whether every update pairs with the plain presynaptic rates of the tick before.</summary>
    /// <remarks>
    /// Its form is then None, Hebbian or LowPassed, and the projection may be computed lazily or in blocks.
    /// </remarks>
    bool PairsWithRates => false;

    /// <summary>Indicates whether the rule will read the error of the pyramidal cells, computed only then.</summary>
    /// <param name="flags">What acts in the tick.</param>
    bool ReadsError(TickFlags flags) => true;

    /// <summary>Fills the update of this tick.</summary>
    /// <param name="circuit">The forward side of its area.</param>
    /// <param name="pathway">Its pathway.</param>
    /// <param name="flags">What acts in the tick.</param>
    /// <param name="update">Receives the update.</param>
    void Prepare(ForwardCircuit circuit, BasalPathway pathway, TickFlags flags, WeightUpdate update);

    /// <summary>Takes other learning rates, from the next tick on; its filters stay.</summary>
    /// <param name="parameters">Parameters that differ in those of learning only.</param>
    void Adapt(MicrocircuitParameters parameters);

    /// <summary>Names the rule's own filters, if it has any.</summary>
    void Describe(StateMap state)
    {
    }
}
