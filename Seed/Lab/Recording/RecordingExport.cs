using PalActors.Areas.Contract.Models;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Snapshots;
using PalActors.Lab.Results;

namespace PalActors.Lab.Recording;

/// <summary>Makes one file, or a folder of files, from the recording of a run.</summary>
/// <remarks>The segments of the recording stay as they are.</remarks>
internal static class RecordingExport
{
    /// <summary>The formats, the default first.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["hdf5", "npy", "csv"];

    /// <summary>Path of an export without --out.</summary>
    public static string DefaultPath(string run, string format) => Path.Combine(run, format switch
    {
        "npy" => RecordingFiles.Npy,
        "csv" => RecordingFiles.Csv,
        _ => RecordingFiles.Hdf5,
    });

    /// <summary>Exports a recording.</summary>
    /// <remarks>It is written beside the path and then moved there, so the path never has a part of it.</remarks>
    /// <param name="run">The run folder.</param>
    /// <param name="cells">Cell model of the run.</param>
    /// <param name="coordinates">Coordinates of its ticks.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="path">File, or folder for npy and csv; replaced if it exists.</param>
    /// <exception cref="IOException">The disk does not take it.</exception>
    /// <exception cref="RunFailedException">Nothing that was recorded can be read.</exception>
    public static ExportReport Write(
        string run, IAreaModel cells, RunCoordinates coordinates, string format, string path)
    {
        RunRecording recording = RunRecording.Open(run, cells);
        if (recording.Damage.Count > 0 && recording.Series.Count == 0)
        {
            throw new RunFailedException(
                $"{recording.Damage[0].TrimEnd('.')}. Nothing is left to export; {path} is not touched.");
        }

        string part = path.TrimEnd('/', Path.DirectorySeparatorChar) + DurableFile.Part;
        Remove(part);
        try
        {
            WriteAs(format, part, run, cells, recording, coordinates);
            Remove(path);
            if (Directory.Exists(part))
                Directory.Move(part, path);
            else
                File.Move(part, path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            try
            {
                Remove(part);
            }
            catch (Exception second) when (second is IOException or UnauthorizedAccessException)
            {
                // The user gets the first error.
            }

            throw;
        }

        return new ExportReport(path, recording.Series, recording.Damage, coordinates.Notes);
    }

    private static void WriteAs(
        string format, string path, string run, IAreaModel cells, RunRecording recording, RunCoordinates coordinates)
    {
        switch (format)
        {
            case "hdf5":
                string experiment = Path.Combine(run, RunFiles.Experiment);
                string effective = File.Exists(experiment) ? File.ReadAllText(experiment) : "";
                bool isMeasured = File.Exists(Path.Combine(run, RunFiles.Metrics));
                Hdf5Export.Write(
                    path, recording, coordinates, cells, effective, isMeasured ? MetricsTable.Read(run) : []);
                break;
            case "npy":
                FolderExport.Write(
                    path, recording, (file, series) => new NpySeries(file, series, coordinates.Of(series)));
                break;
            case "csv":
                FolderExport.Write(
                    path, recording, (file, series) => new CsvSeries(file, series, coordinates.Of(series)));
                break;
            default:
                string valid = string.Join(", ", Formats);
                throw new ArgumentException($"'{format}' is no format; valid is one of {valid}.", nameof(format));
        }
    }

    private static void Remove(string path)
    {
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
        else if (File.Exists(path))
            File.Delete(path);
    }
}
