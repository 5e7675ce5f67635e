namespace PalActors.Areas.Models.Microcircuit.Circuits;

/// <summary>Rules of the projections that only a hidden area has.</summary>
/// <param name="Lateral">Rule of P.</param>
/// <param name="Cancellation">Rule of Q.</param>
/// <param name="Feedback">Rule of B.</param>
/// <param name="Copied">The same as <paramref name="Feedback"/> where B is a copy; else null.</param>
public sealed record HiddenRules(
    IHiddenRule Lateral, IHiddenRule Cancellation, IHiddenRule Feedback, ICopiedFeedback? Copied = null);
