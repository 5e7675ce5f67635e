using PalActors.Messages.Plan;

namespace PalActors.Lab.Experiments;

/// <summary>A learning model as an experiment selects it.</summary>
/// <remarks>It is one of the cell model's, or a variant of one with parameters of its own.</remarks>
/// <param name="Label">Name as selected.</param>
/// <param name="Model">The underlying model.</param>
/// <param name="Overrides">Parameters that differ from the experiment's.</param>
public sealed record ModelVariant(string Label, string Model, IReadOnlyList<PlanOption> Overrides);
