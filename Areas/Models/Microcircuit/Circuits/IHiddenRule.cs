using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Areas.Toolkit.States;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Circuits;

/// <summary>Local learning rule of P, Q or B, the projections that only hidden areas have.</summary>
/// <remarks>
/// When it is asked, once per tick and just before the projection's pass, rates and noise are those of this tick,
/// dendritic potentials and high-passes those of the previous one.
/// </remarks>
public interface IHiddenRule
{
    /// <summary>Indicates whether a rule of P will read the error of the interneurons, computed only then.</summary>
    /// <param name="flags">What acts in the tick.</param>
    bool ReadsError(TickFlags flags) => true;

    /// <summary>Fills the update of this tick.</summary>
    /// <param name="pathway">Its pathway.</param>
    /// <param name="flags">What acts in the tick.</param>
    /// <param name="update">Receives the update.</param>
    void Prepare(ApicalPathway pathway, TickFlags flags, WeightUpdate update);

    /// <summary>Takes other learning rates, from the next tick on; its filters stay.</summary>
    /// <param name="parameters">Parameters that differ in those of learning only.</param>
    void Adapt(MicrocircuitParameters parameters);

    /// <summary>Names the rule's own filters, if it has any.</summary>
    void Describe(StateMap state)
    {
    }
}
