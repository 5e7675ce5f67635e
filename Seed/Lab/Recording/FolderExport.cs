namespace PalActors.Lab.Recording;

/// <summary>Writes a folder per network and area, files per series in it, and an index of all series.</summary>
internal static class FolderExport
{
    /// <summary>Writes all series.</summary>
    /// <param name="folder">The folder; there is none yet.</param>
    /// <param name="recording">The recording.</param>
    /// <param name="create">Makes the writer of a series from the path of its files without an extension.</param>
    public static void Write(string folder, RunRecording recording, Func<string, RecordedSeries, ISeriesWriter> create)
    {
        Directory.CreateDirectory(folder);
        SeriesIndex.Write(folder, recording.Series);
        Dictionary<RecordedSeries, ISeriesWriter> writers = new(ReferenceEqualityComparer.Instance);
        try
        {
            foreach (RecordedSeries series in recording.Series)
            {
                string area = Path.Combine(folder, series.NetworkGroup, series.AreaGroup);
                Directory.CreateDirectory(area);
                writers[series] = create(Path.Combine(area, series.Name), series);
            }

            foreach (RecordedRows rows in recording.Rows())
                writers[rows.Series].Append(rows);
        }
        finally
        {
            foreach (ISeriesWriter writer in writers.Values)
                writer.Dispose();
        }
    }
}
