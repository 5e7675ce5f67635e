namespace PalActors.Areas.Contract.Models;

/// <summary>Reason why a value does not exist.</summary>
/// <param name="Text">The reason, as a clause.</param>
/// <param name="IsCertain">False if state that is not finite could be the reason instead.</param>
public sealed record MissingReason(string Text, bool IsCertain = true);
