using PalActors.Clustering.Runs;
using PalActors.Clustering.Snapshots;
using PalActors.Seed.Results;

namespace PalActors.Seed.Recording;

/// <summary>What an export came to.</summary>
/// <param name="Path">The file or folder that was made.</param>
/// <param name="Series">Series in it.</param>
/// <param name="Damage">What was damaged in the recording, a line each; the rest is exported.</param>
public sealed record ExportReport(string Path, IReadOnlyList<RecordedSeries> Series, IReadOnlyList<string> Damage);

/// <summary>Makes one file, or a folder of files, from the recording of a run. The segments stay as they are.</summary>
public static class RecordingExport
{
    /// <summary>The formats, the default first.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["hdf5", "npy", "csv"];

    /// <summary>Where a format goes if nobody says otherwise.</summary>
    public static string DefaultPath(string run, string format) => Path.Combine(run, format switch
    {
        "npy" => RecordingFiles.Npy,
        "csv" => RecordingFiles.Csv,
        _ => RecordingFiles.Hdf5,
    });

    /// <summary>Exports; whoever looks there sees all of it or what was there before.</summary>
    /// <param name="run">The run folder.</param>
    /// <param name="format">One of <see cref="Formats"/>.</param>
    /// <param name="path">File, or folder for npy and csv; replaced if it exists.</param>
    /// <exception cref="IOException">The disk does not take it.</exception>
    /// <exception cref="RunFailedException">Nothing that was recorded can be read.</exception>
    public static ExportReport Write(string run, string format, string path)
    {
        RunRecording recording = RunRecording.Open(run);
        if (recording.Damage.Count > 0 && recording.Series.Count == 0)
        {
            throw new RunFailedException(
                $"{recording.Damage[0].TrimEnd('.')}. Nothing is left to export; {path} is not touched.");
        }

        string part = path.TrimEnd('/', Path.DirectorySeparatorChar) + DurableFile.Part;
        Remove(part);
        try
        {
            switch (format)
            {
                case "hdf5":
                    string experiment = Path.Combine(run, RunFiles.Experiment);
                    Hdf5Export.Write(part, recording, File.Exists(experiment) ? File.ReadAllText(experiment) : "", File.Exists(Path.Combine(run, RunFiles.Metrics)) ? MetricsTable.Read(run) : []);
                    break;
                case "npy":
                    FolderExport.Write(part, recording, (file, series) => new NpySeries(file, series));
                    break;
                case "csv":
                    FolderExport.Write(part, recording, (file, series) => new CsvSeries(file, series));
                    break;
                default:
                    throw new ArgumentException($"'{format}' is no format; valid is one of {string.Join(", ", Formats)}.", nameof(format));
            }

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
                // The user hears of the first error.
            }

            throw;
        }

        return new ExportReport(path, recording.Series, recording.Damage);
    }

    private static void Remove(string path)
    {
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
        else if (File.Exists(path))
            File.Delete(path);
    }
}
