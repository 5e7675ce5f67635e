using System.CommandLine;
using PalActors.Areas.Contract.Models;
using PalActors.Cli.Terminal;
using PalActors.Clustering.Recording;
using PalActors.Clustering.Reports;
using PalActors.Lab;
using PalActors.Lab.Experiments;
using PalActors.Lab.Recording;
using PalActors.Lab.Results;

namespace PalActors.Cli.Commands;

/// <summary><c>palactors export</c>: makes a file of the recording of a run, also of an unfinished one.</summary>
internal static partial class ExportCommand
{
    /// <summary>The command.</summary>
    public static Command Create(ModelRegistry models, TextWriter output)
    {
        Argument<string> run = new("DIR") { Description = "Folder of a run." };
        Option<string> format = new("--format")
        {
            Description = "hdf5 (for h5py, xarray, MATLAB), npy or csv.",
            HelpName = "hdf5|npy|csv",
            DefaultValueFactory = _ => RecordingExport.Formats[0],
        };
        Option<string?> path = new("--out")
        {
            Description = "File, or folder for npy and csv; by default in DIR.",
            HelpName = "PATH",
        };
        Option<bool> weights = new("--weights")
        {
            Description = "The weights of its networks, as HDF5, in place of the recording.",
        };
        Option<string?> at = new("--at")
        {
            Description = "With --weights: an epoch, or a tick such as '2000 ticks', of which the run keeps a "
                + "snapshot; by default its end.",
            HelpName = "EPOCH",
        };
        Command command = new("export", "Exports what a run recorded, or its weights.")
        {
            run, format, path, weights, at,
        };
        HelpExamples.Add(
            command,
            "palactors export runs/models",
            "palactors export runs/models --format npy --out traces",
            "palactors export runs/models --weights --out trained.h5",
            "What to record is the key 'record' of an experiment; docs/recording.md shows it, and how to plot a trace.",
            "Of a run that recorded nothing, hdf5 holds the metrics only; npy and csv are refused.",
            "Damaged parts are named and left out: exit code 1, and the rest is exported.");
        command.SetAction(parsed => parsed.GetValue(weights) || parsed.GetValue(at) is not null
            ? ExportWeights(
                models, parsed.GetRequiredValue(run), parsed.GetRequiredValue(format), parsed.GetValue(path),
                parsed.GetValue(weights), parsed.GetValue(at), output)
            : Export(
                models, parsed.GetRequiredValue(run), parsed.GetRequiredValue(format), parsed.GetValue(path), output));
        return command;
    }

    private static int Export(ModelRegistry models, string run, string format, string? path, TextWriter output)
    {
        Check(run, format, path);
        ExportReport report;
        try
        {
            IAreaModel cells = RunCells.Of(run, models);
            RunCoordinates coordinates = RunCoordinates.Of(run, cells, models);
            string target = path ?? RecordingExport.DefaultPath(run, format);
            report = RecordingExport.Write(run, cells, coordinates, format, target);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RunFailedException($"{run}: the recording cannot be exported: {exception.Message}");
        }

        output.WriteLine($"{report.Path}: {Describe(report)}");
        foreach (string note in report.Notes)
            output.WriteLine(note);
        if (report.Damage.Count > 0)
            throw new RunFailedException($"{string.Join(" ", report.Damage)} What is intact is exported.");
        return ExitCodes.Success;
    }

    private static void Check(string run, string format, string? path)
    {
        if (!RecordingExport.Formats.Contains(format))
        {
            string? guess = NearestKey.Guess(format, RecordingExport.Formats);
            string valid = string.Join(", ", RecordingExport.Formats);
            string near = guess is null ? "" : $"; the nearest is '{guess}'";
            throw new InputException($"--format is '{format}'; valid is one of {valid}{near}.");
        }

        if (!Directory.Exists(run))
            throw new InputException($"DIR is '{run}', which is no folder; valid is the folder of a run.");
        string segments = Path.Combine(run, RecordingFiles.Folder);
        bool hasMetricsOnly = format == "hdf5" && File.Exists(Path.Combine(run, RunFiles.Metrics));
        if (RecordingStore.Folders(segments).Count == 0 && !hasMetricsOnly)
        {
            throw new InputException(
                $"DIR is '{run}', which holds no recording ({segments}); "
                + "valid is the folder of a run whose experiment has the key record.");
        }

        CheckNew(path, format == "hdf5" ? "file" : "folder");
    }

    private static void CheckNew(string? path, string kind)
    {
        if (path is not null && (path.Length == 0 || Path.Exists(path)))
        {
            string problem = path.Length == 0 ? "which is empty" : "which exists";
            throw new InputException($"--out is '{path}', {problem}; valid is a new {kind}.");
        }
    }

    private static string Describe(ExportReport report)
    {
        int networks = report.Series.Select(series => series.Network.Network).Distinct().Count();
        if (networks == 0)
            return "metrics only, nothing was recorded";
        long records = report.Series.Sum(series => (long)series.Ticks.Count);
        string count = networks == 1 ? "1 network" : $"{networks} networks";
        return $"{report.Series.Count} series of {count}, {records} records";
    }
}
