namespace PalActors.Areas.Models.Microcircuit.Traces;

/// <summary>A golden trace that cannot be used. The message names file, key, value and what is valid.</summary>
public sealed class TraceFormatException(string message) : FormatException(message);
