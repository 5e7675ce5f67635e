namespace PalActors.Messages.Plan;

/// <summary>Parameter by name, with its values as invariant text.</summary>
/// <remarks>
/// It has one value, or a list with one entry per area. The plan carries names and values only; the model binds them,
/// so a new rule, noise or data set changes no message.
/// </remarks>
/// <param name="Name">The parameter's name as in experiment files, for instance <c>eta_bw</c>.</param>
/// <param name="Values">One or more values.</param>
public sealed record PlanOption(string Name, string[] Values);
