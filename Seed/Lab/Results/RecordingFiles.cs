namespace PalActors.Lab.Results;

/// <summary>Names of the files and folders of a recording in a run folder.</summary>
internal static class RecordingFiles
{
    /// <summary>Folder of the segments, written while the run goes on.</summary>
    public const string Folder = "recording";

    /// <summary>The HDF5 file.</summary>
    public const string Hdf5 = "recording.h5";

    /// <summary>Folder of .npy files.</summary>
    public const string Npy = "recording-npy";

    /// <summary>Folder of .csv files.</summary>
    public const string Csv = "recording-csv";
}
