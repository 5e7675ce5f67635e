namespace PalActors.Lab.Recording;

/// <summary>Whole records of a series.</summary>
/// <param name="Series">The series.</param>
/// <param name="Ticks">Their ticks, ascending.</param>
/// <param name="Values">Their values, record after record.</param>
internal sealed record RecordedRows(RecordedSeries Series, long[] Ticks, double[] Values);
