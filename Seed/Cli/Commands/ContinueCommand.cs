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

/// <summary><c>palactors continue</c>: trains on from the weights of a finished run, as a run of its own.</summary>
internal static class ContinueCommand
{
    /// <summary>The command.</summary>
    public static Command Create(ModelRegistry models, TextWriter output, ProgramLog log)
    {
        Argument<string> source = new("DIR") { Description = "The folder of the run whose weights are trained on." };
        Option<string?> at = new("--at")
        {
            Description = "An epoch, or a tick such as '2000 ticks', of which that run keeps a snapshot; "
                + "by default its end.",
            HelpName = "EPOCH",
        };
        Option<string[]> set = new("--set")
        {
            Description = "Sets a key of that run's experiment; may be repeated. VALUE is YAML.",
            HelpName = "key=VALUE",
        };
        Option<string?> epochs = new("--epochs") { Description = "Epochs of training.", HelpName = "N" };
        Option<string?> folder = new("--out")
        {
            Description = "Folder for the results; by default a new one under runs/.",
            HelpName = "DIR",
        };
        Option<bool> fresh = new("--fresh") { Description = "Begins anew where the folder already holds a run." };
        Option<bool> digest = DigestOption.Create(), otherBuild = OtherBuildOption.Create();
        Option<bool> quiet = new("--quiet") { Description = "Prints only the result." };
        Command command = new(
            "continue", "Trains on from the weights of a finished run, under other parameters, as a run of its own.")
        {
            source, at, set, epochs, folder, fresh, digest, quiet, otherBuild,
        };
        PlaceArguments place = new(command);
        RunHttpArguments http = new(command);
        HelpExamples.Add(
            command,
            "palactors continue runs/models --epochs 10 --set eta_bw=0.1",
            "palactors continue runs/models --set 'weights.only=[W]' --out runs/forward-only",
            "Weights are carried over; potentials, filters, noise and the order of samples begin anew.",
            "results.json of the new run names the run that it comes from, and those before that.",
            "'palactors resume DIR' goes on with a run that has not finished, with the same result.");
        command.SetAction(async (parsed, stop) =>
        {
            string path = parsed.GetRequiredValue(source), experiment = Path.Combine(path, RunFiles.Experiment);
            if (!File.Exists(experiment))
            {
                throw new InputException(
                    $"DIR is '{path}', which holds no run; valid is the folder of a finished run.");
            }

            List<Override> changes = [Weights(path, parsed.GetValue(at))];
            changes.AddRange((parsed.GetValue(set) ?? []).Select(text => Override.Parse(set.Name, text)));
            ExperimentArguments.Add(changes, parsed, epochs, "epochs", number => number);
            RunReport report = new(output, experiment, changes) { Digest = parsed.GetValue(digest) };
            RunStatus status = new();
            using RunConsole console = new(output, log, report, parsed.GetValue(quiet)) { Status = status };
            RunPlace where = place.Read(parsed);
            await using IRunServer? server =
                await http.StartAsync(parsed, status, console, stop).ConfigureAwait(false);
            ExperimentRun run = new(models, experiment, changes)
            {
                Folder = parsed.GetValue(folder),
                Fresh = parsed.GetValue(fresh),
                Place = where,
                OtherBuild = parsed.GetValue(otherBuild),
                Command = CommandText.Of(parsed),
                Listener = server?.Over(console, models) ?? console,
                Status = status,
                Log = log.Factory,
            };
            return console.Conclude(await run.RunAsync(stop).ConfigureAwait(false));
        });
        return command;
    }

    private static Override Weights(string run, string? at)
    {
        string moment = at is null ? "" : $", at: {YamlText.Quote(at)}";
        return new Override("--at", "weights", $"{{from: {YamlText.Quote(Path.GetFullPath(run))}{moment}}}");
    }
}
