using System.CommandLine;
using PalActors.Areas.Contract.Models;
using PalActors.Cli.Reports;
using PalActors.Cli.Terminal;
using PalActors.Clustering.Reports;
using PalActors.Lab;
using PalActors.Lab.Experiments;
using PalActors.Lab.Planning;
using PalActors.Lab.Results;
using PalActors.Lab.Runs;

namespace PalActors.Cli.Commands;

/// <summary><c>palactors resume</c>: goes on with an unfinished run, on any number of nodes.</summary>
internal static class ResumeCommand
{
    private const string Set = "--set";

    /// <summary>The command.</summary>
    public static Command Create(ModelRegistry models, TextWriter output, ProgramLog log)
    {
        Argument<string> folder = new("DIR") { Description = "The folder of the run." };
        Option<bool> digest = DigestOption.Create();
        Option<bool> quiet = new("--quiet") { Description = "Prints only the result." };
        Option<string[]> set = new(Set)
        {
            Description = $"Sets a key that changes no result ({string.Join(", ", ExperimentKeys.Execution)}); "
                + "may be repeated. VALUE is YAML.",
            HelpName = "key=VALUE",
        };
        Command command = new(
            "resume", "Goes on with an unfinished run from its last complete snapshot, with the same result.")
        {
            folder, digest, quiet, set,
        };
        Option<bool> otherBuild = OtherBuildOption.Create();
        command.Options.Add(otherBuild);
        PlaceArguments place = new(command);
        RunHttpArguments http = new(command);
        HelpExamples.Add(
            command,
            "palactors resume runs/models",
            "palactors resume runs/models --nodes 2",
            "palactors resume runs/models --set pace=100000",
            "The experiment is that of DIR/experiment.yaml; the number of nodes may be another one than before.",
            "Of a complete run the result is shown again.",
            "Exit code: 0 done, 1 the run failed or a network diverged, 2 bad input (one line says what), "
            + "130 stopped by Ctrl+C.");
        command.SetAction(async (parsed, stop) =>
        {
            string path = parsed.GetRequiredValue(folder), experiment = Path.Combine(path, RunFiles.Experiment);
            if (!File.Exists(experiment) || !RunRemoval.IsRun(path))
            {
                throw new InputException(
                    $"DIR is '{path}', which holds no run; valid is the --out of an earlier 'palactors run'.");
            }

            Override[] changes = [.. (parsed.GetValue(set) ?? []).Select(Change)];
            RunReport report = new(output, experiment, changes) { Digest = parsed.GetValue(digest) };
            RunStatus status = new();
            using RunConsole console = new(output, log, report, parsed.GetValue(quiet)) { Status = status };
            RunPlace where = place.Read(parsed);
            await using IRunServer? server =
                await http.StartAsync(parsed, status, console, stop).ConfigureAwait(false);
            ExperimentRun run = new(models, experiment, changes)
            {
                Folder = path,
                Place = where,
                OtherBuild = parsed.GetValue(otherBuild),
                Command = CommandText.Of(parsed),
                Status = status,
                Log = log.Factory,
                Listener = server?.Over(console, models) ?? console,
            };
            try
            {
                return console.Conclude(await run.RunAsync(stop).ConfigureAwait(false));
            }
            catch (InputException) when (RunPlugIns.Missing(path) is { } missing)
            {
                throw missing;
            }
        });
        return command;
    }

    private static Override Change(string text)
    {
        Override change = Override.Parse(Set, text);
        return ExperimentKeys.Execution.Contains(change.Key)
            ? change
            : throw new InputException(
                $"{Set}: {change.Key} cannot change when a run goes on; "
                + $"valid is one of {string.Join(", ", ExperimentKeys.Execution)}.");
    }
}
