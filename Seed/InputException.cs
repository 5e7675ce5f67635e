namespace PalActors.Seed;

/// <summary>Input of the user that cannot be used.</summary>
/// <remarks>It is one clear line on the error stream and exit code 2; nothing is written.</remarks>
public sealed class InputException(string message) : Exception(message);
