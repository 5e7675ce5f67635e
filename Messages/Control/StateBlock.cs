namespace PalActors.Messages.Control;

/// <summary>A named matrix or vector of an area's state.</summary>
/// <param name="Name">Symbol, for instance <c>W</c> or <c>u_prev</c>.</param>
/// <param name="Rows">Rows; the length of a vector.</param>
/// <param name="Columns">Columns; 1 for a vector.</param>
/// <param name="Values">Row-major values.</param>
public sealed record StateBlock(string Name, int Rows, int Columns, double[] Values);
