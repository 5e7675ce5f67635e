using PalActors.Areas.Contract.Perturbations;
using PalActors.Areas.Models.Microcircuit.Circuits;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Areas.Toolkit.States;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Perturbations;

/// <summary>Rule of W that rests in some ticks; its filters do not.</summary>
/// <param name="rule">The rule.</param>
/// <param name="perturbation">Perturbation of the area.</param>
/// <param name="resting">Whether it rests.</param>
internal sealed class RestingForwardRule(
    IForwardRule rule, AreaPerturbation perturbation, Timeline<bool> resting) : IForwardRule
{
    /// <inheritdoc/>
    public bool PairsWithRates => rule.PairsWithRates;

    /// <inheritdoc/>
    public bool ReadsError(TickFlags flags) => rule.ReadsError(flags);

    /// <inheritdoc/>
    public void Prepare(ForwardCircuit circuit, BasalPathway pathway, TickFlags flags, WeightUpdate update)
    {
        rule.Prepare(circuit, pathway, flags, update);
        if (resting.At(perturbation.Tick))
            update.Form = UpdateForm.None;
    }

    /// <inheritdoc/>
    public void Adapt(MicrocircuitParameters parameters) => rule.Adapt(parameters);

    /// <inheritdoc/>
    public void Describe(StateMap state) => rule.Describe(state);
}
