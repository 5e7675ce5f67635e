namespace PalActors.Clustering.Recording;

/// <summary>Shape of the records of an entry in an area, where it does not follow from the layers.</summary>
/// <param name="Entry">Index of the entry.</param>
/// <param name="Area">The area.</param>
/// <param name="Rows">Rows of the whole observable, recorded or not.</param>
/// <param name="Columns">Columns; 1 for a vector.</param>
public sealed record RecordedShape(int Entry, int Area, int Rows, int Columns);
