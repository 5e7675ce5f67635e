namespace PalActors.Areas.Contract.Models;

/// <summary>A remedy against delays as studies offer it: a name for values of some parameters.</summary>
/// <param name="Name">Name, for instance <c>noise_lag</c>.</param>
/// <param name="Settings">What it changes.</param>
public sealed record RemedyDescriptor(string Name, params IReadOnlyList<RemedySetting> Settings);
