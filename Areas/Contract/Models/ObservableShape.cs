namespace PalActors.Areas.Contract.Models;

/// <summary>Rows and columns of one record of an observable in an area.</summary>
/// <param name="Rows">Rows: neurons, or for instance the filters of a convolution; 1 or more.</param>
/// <param name="Columns">Columns; 1 for a vector.</param>
public readonly record struct ObservableShape(int Rows, int Columns);
