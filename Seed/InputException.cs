namespace PalActors.Seed;

/// <summary>Something the user gave cannot be used: one clear line on the error stream, exit code 2, nothing written.</summary>
public sealed class InputException(string message) : Exception(message);
