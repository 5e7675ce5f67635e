using System.CommandLine;
using PalActors.Areas.Contract.Models;
using PalActors.Cli.Progress;
using PalActors.Cli.Reports;
using PalActors.Cli.Terminal;
using PalActors.Clustering.Reports;
using PalActors.Lab;
using PalActors.Lab.Evaluation;
using PalActors.Lab.Experiments;
using PalActors.Lab.Results;

namespace PalActors.Cli.Commands;

/// <summary><c>palactors evaluate</c>: shows samples to the trained networks of a run, without learning.</summary>
internal static class EvaluateCommand
{
    private static readonly string[] s_splits = ["test", "validation", "train"];
    private static readonly TimeSpan s_moment = TimeSpan.FromSeconds(1);

    /// <summary>The command.</summary>
    public static Command Create(ModelRegistry models, TextWriter output, ProgramLog log)
    {
        Argument<string> run = new("DIR") { Description = "The folder of a run that has kept its weights." };
        Option<string> split = new("--split")
        {
            Description = "Samples that are shown: test, validation or train.",
            HelpName = "SPLIT",
            DefaultValueFactory = _ => s_splits[0],
        };
        Option<string?> data = new("--data")
        {
            Description = "A file of samples in place of the run's own test samples, with the same inputs and classes.",
            HelpName = "FILE",
        };
        Option<string?> folder = new("--out")
        {
            Description = "Folder for the files; by default evaluation-SPLIT in DIR, which is replaced.",
            HelpName = "PATH",
        };
        Command command = new(
            "evaluate", "Evaluates the trained networks of a run: accuracy, confusion of classes, output per sample.")
        {
            run, split, data, folder,
        };
        HelpExamples.Add(
            command,
            "palactors evaluate runs/models",
            "palactors evaluate runs/models --split validation",
            "With --data more.csv the samples of a file are shown in place of the run's own test samples.",
            "Nothing learns: digests of the weights and their low-passed updates before and after are shown.");
        command.SetAction((parsed, stop) => EvaluateAsync(
            models, parsed.GetRequiredValue(run), parsed.GetRequiredValue(split), parsed.GetValue(data),
            parsed.GetValue(folder), output, log, stop));
        return command;
    }

    // Most evaluations are over before there is anything to show.
    private static async Task WatchAsync(TextWriter output, IReadOnlyList<NetworkRecord> networks, Task evaluation)
    {
        if (await Task.WhenAny(evaluation, Task.Delay(s_moment)).ConfigureAwait(false) != evaluation)
            await RunProgress.ShowAsync(output, networks, evaluation).ConfigureAwait(false);
    }

    private static async Task<int> EvaluateAsync(
        ModelRegistry models, string run, string split, string? data, string? folder, TextWriter output,
        ProgramLog log, CancellationToken stop)
    {
        if (!File.Exists(Path.Combine(run, RunFiles.Experiment)))
            throw new InputException($"DIR is '{run}', which holds no run; valid is the folder of a finished run.");
        if (!s_splits.Contains(split))
            throw new InputException($"--split is '{split}'; valid is one of {string.Join(", ", s_splits)}.");
        if (data is not null && split != s_splits[0])
            throw new InputException($"--split is '{split}' with --data; valid with a file is {s_splits[0]}.");
        if (folder is not null && (folder.Length == 0 || Path.Exists(folder)))
            throw new InputException($"--out is '{folder}', which is empty or exists; valid is a new folder.");
        Experiment experiment = EvaluatedExperiment.Read(models, run, data);
        ExperimentTask task = ExperimentTask.Get(experiment.Task);
        IReadOnlyList<EvaluatedNetwork> networks =
            await new EvaluationRun(models, experiment, split)
            {
                Log = log.Factory,
                Watch = (watched, evaluation) => WatchAsync(output, watched, evaluation),
            }.RunAsync(stop).ConfigureAwait(false);
        IReadOnlyList<string>? classes = task.IsMeasured
            ? null
            : EvaluatedExperiment.Classes(experiment, networks[0].Confusion.Classes);
        string path = folder ?? Path.Combine(run, $"{EvaluationFiles.FolderPrefix}{(data is null ? split : "data")}");
        try
        {
            IReadOnlyList<string> files = EvaluationFiles.Write(path, networks, classes, log.Warning);
            EvaluationReport.Print(output, experiment, networks, classes);
            IEnumerable<string> named = files.Except(files.Select(RunFiles.Vector));
            output.WriteLine($"In {path}: {string.Join(", ", named)}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new RunFailedException($"{path}: the evaluation cannot be written: {exception.Message}");
        }

        return networks.All(network => network.Before == network.After) ? ExitCodes.Success : ExitCodes.Failed;
    }
}
