namespace PalActors.Cli.Settings;

/// <summary>Value of a setting, and where it comes from.</summary>
/// <param name="Text">The value.</param>
/// <param name="Source">
/// The option, the environment variable, or the key and its file, as messages name it.
/// </param>
internal sealed record Given(string Text, string Source);
