namespace PalActors.Lab.Recording;

/// <summary>Writes one series of an export to files of its own, record after record.</summary>
internal interface ISeriesWriter : IDisposable
{
    /// <summary>Appends records.</summary>
    void Append(RecordedRows rows);
}
