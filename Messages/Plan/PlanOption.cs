namespace PalActors.Messages.Plan;

/// <summary>Parameter by name, with its values as invariant text.</summary>
/// <remarks>
/// It has one value, or a list with one entry per area. The plan carries names and values only; the model binds them,
/// so a new rule, noise or data set changes no message.
/// </remarks>
/// <param name="Name">The parameter's name as in experiment files, for instance <c>eta_bw</c>.</param>
/// <param name="Values">One or more values; of a parameter that varies, those before <see cref="Later"/>.</param>
public sealed record PlanOption(string Name, string[] Values)
{
    /// <summary>Values of later epochs, ascending; none for a parameter that stays.</summary>
    public EpochValues[] Later { get; init; } = [];

    /// <summary>The values that hold in an epoch, without others.</summary>
    public PlanOption At(int epoch)
    {
        EpochValues? last = Array.FindLast(Later, later => later.Epoch <= epoch);
        return Later.Length == 0 ? this : new PlanOption(Name, last?.Values ?? Values);
    }
}
