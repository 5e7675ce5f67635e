using PalActors.Areas.Contract.Models;
using PalActors.Cli.Terminal;
using PalActors.Clustering.Reports;
using PalActors.Lab;
using PalActors.Lab.Experiments;
using PalActors.Lab.Recording;
using PalActors.Lab.Results;
using PalActors.Lab.Weights;

namespace PalActors.Cli.Commands;

/// <content>Weights.</content>
internal static partial class ExportCommand
{
    private static int ExportWeights(
        ModelRegistry models, string run, string format, string? path, bool isAsked, string? at, TextWriter output)
    {
        if (!isAsked)
            throw new InputException($"--at is '{at}' without --weights; valid is both, or neither.");
        if (format != RecordingExport.Formats[0])
            throw new InputException($"--format is '{format}'; valid with --weights is {RecordingExport.Formats[0]}.");
        if (!File.Exists(Path.Combine(run, RunFiles.Experiment)))
            throw new InputException($"DIR is '{run}', which holds no run; valid is the folder of a run.");
        CheckNew(path, "file");
        WeightsMoment? moment = at is null ? null : WeightsMoment.Parse(at)
            ?? throw new InputException($"--at is '{at}'; valid is {WeightsMoment.Valid}.");
        string file = path ?? WeightsExport.DefaultPath(run, moment);
        try
        {
            StoredWeights written = WeightsExport.Write(models, run, moment, file);
            output.WriteLine(
                $"{file}: {written.Matrices.Count} matrices of {string.Join(", ", written.Networks)}; "
                + $"SHA-256 {written.Hash()}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RunFailedException($"{file}: the weights cannot be exported: {exception.Message}");
        }

        return ExitCodes.Success;
    }
}
