namespace PalActors.Areas.Models.Traces;

/// <summary>Error in a golden trace, which cannot be used.</summary>
/// <remarks>The message names file, key, value and what is valid.</remarks>
public sealed class TraceFormatException(string message) : FormatException(message);
