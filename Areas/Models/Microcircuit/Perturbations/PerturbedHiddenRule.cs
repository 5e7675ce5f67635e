using PalActors.Areas.Contract.Perturbations;
using PalActors.Areas.Models.Microcircuit.Circuits;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Areas.Toolkit.States;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Perturbations;

/// <summary>Rule of P, Q or B that rests in some ticks, or whose post-synaptic cells are silent in some.</summary>
/// <param name="rule">The rule.</param>
/// <param name="perturbation">Perturbation of the area.</param>
/// <param name="resting">Whether it rests; null if it never does.</param>
/// <param name="size">Pyramidal cells, if these are its post-synaptic ones; else 0.</param>
internal sealed class PerturbedHiddenRule(
    IHiddenRule rule, AreaPerturbation perturbation, Timeline<bool>? resting, int size) : IHiddenRule
{
    private readonly double[] _post = Padding.Align(size);

    /// <inheritdoc/>
    public bool ReadsError(TickFlags flags) => rule.ReadsError(flags);

    /// <inheritdoc/>
    public void Prepare(ApicalPathway pathway, TickFlags flags, WeightUpdate update)
    {
        rule.Prepare(pathway, flags, update);
        if (resting?.At(perturbation.Tick) ?? false)
            update.Form = UpdateForm.None;
        if (update.Form == UpdateForm.None || size == 0 || perturbation.Silent.Length == 0)
            return;
        update.Post.AsSpan(0, size).CopyTo(_post);
        foreach (int cell in perturbation.Silent)
            _post[cell] = 0;
        update.Post = _post;
    }

    /// <inheritdoc/>
    public void Adapt(MicrocircuitParameters parameters) => rule.Adapt(parameters);

    /// <inheritdoc/>
    public void Describe(StateMap state) => rule.Describe(state);
}
