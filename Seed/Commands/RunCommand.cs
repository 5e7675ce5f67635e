using System.CommandLine;
using PalActors.Seed.Experiments;

namespace PalActors.Seed.Commands;

/// <summary><c>palactors run</c>: its arguments and options. What it does is in <see cref="ExperimentRun"/>.</summary>
public static class RunCommand
{
    private static readonly string[] s_help =
    [
        "palactors run yin-yang",
        "palactors run yin-yang --epochs 400 --seeds 123456,1,2",
        "palactors run yin-yang --set 'model=[PAL, FA, BP, no-feedback]' --out runs/models",
        "palactors run yin-yang --set 'layers=[4, 50, 20, 3]' --set 'eta_fw=[50, 10, 0.01]' "
        + "--set models.FA.noise_scale=0.01",
        "palactors run path/params.json --task bw_only --seeds 123",
        "palactors run yin-yang --ticks 100000 --digest --quiet",
        "palactors run yin-yang --set 'layers=[4, 30, 30, 3]' --set eta_fw=0.1 --nodes 2 --out runs/two",
        "palactors run yin-yang --set 'layers=[4, 2000, 2000, 3]' --set eta_fw=0.1 --nodes 3 --dry-run",
        "With --nodes 2, twice beside it: palactors node --join 127.0.0.1:4053",
        "DIR holds experiment.yaml (which repeats the run), metrics.csv, results.json, accuracy.png and alignment.png.",
        "Ctrl+C stops at a tick boundary and writes the results so far, plots too; a second Ctrl+C ends at once.",
        "The same command with the same --out, or 'palactors resume DIR', goes on from the last snapshot of each "
        + "network; those that had finished are kept.",
        "Of a complete run in that folder the result is shown again.",
        "Exit code: 0 done, 1 the run failed or a network diverged, 2 bad input (one line says what), "
        + "130 stopped by Ctrl+C.",
    ];

    /// <summary>The command.</summary>
    public static Command Create(TextWriter output, TextWriter error)
    {
        Argument<string> experiment = new("EXPERIMENT") { Description = "A name that 'palactors list' shows, a .yaml file, or a params.json of the authors' program." };
        // Values are taken as text: the experiment's own checks then speak, whoever gave the value.
        Option<string?> task = new("--task") { Description = "What is learned, for the authors' params.json: bw_only (feedback) or fw_bw (all).", HelpName = "TASK" };
        Option<string?> seeds = new("--seeds")
        {
            Description = "Seeds of the microcircuit, one network each, for instance 1,2,3 or 1-10.",
            HelpName = "1,2",
        };
        Option<string?> epochs = new("--epochs") { Description = "Epochs of training.", HelpName = "N" };
        Option<string?> ticks = new("--ticks") { Description = "End every network at tick N.", HelpName = "N" };
        Option<string?> folder = new("--out") { Description = "Folder for the results; by default a new one under runs/. One that holds an unfinished run of the same experiment goes on with it.", HelpName = "DIR" };
        Option<bool> fresh = new("--fresh") { Description = "Begins anew where the folder already holds a run." };
        Option<string[]> set = new("--set") { Description = "Sets a key of the experiment; may be repeated. VALUE is YAML; models.NAME.key reaches one model.", HelpName = "key=VALUE" };
        Option<bool> digest = new("--digest") { Description = "Prints 'digest SEED HEX' for each network at the end, a SHA-256 of its whole state." };
        Option<bool> quiet = new("--quiet") { Description = "Prints only the result." };
        Option<string?> placement = new("--placement") { Description = "Areas that live together on a node, group by group, for instance '1,2;3'; by default even in cost.", HelpName = "GROUPS" };
        Option<bool> dryRun = new("--dry-run") { Description = "Prints cost, memory and placement per node, and runs nothing." };
        Command command = new("run", "Runs an experiment and writes metrics, results and plots.") { experiment, task, seeds, epochs, ticks, folder, fresh, set, digest, quiet, placement, dryRun };
        Option<bool> otherBuild = OtherBuildOption.Create();
        command.Options.Add(otherBuild);
        PlaceArguments place = new(command);
        HelpExamples.Add(command, s_help);
        command.SetAction((parsed, stop) =>
        {
            List<Override> overrides = [.. (parsed.GetValue(set) ?? []).Select(text => Override.Parse("--set", text))];
            if (parsed.GetValue(seeds) is { } list)
                overrides.Add(new Override("--seeds", "seeds", list.TrimStart().StartsWith('[') ? list : $"[{list}]"));
            if (parsed.GetValue(epochs) is { } number)
                overrides.Add(new Override("--epochs", "epochs", number));
            if (parsed.GetValue(ticks) is { } last)
                overrides.Add(new Override("--ticks", "ticks", last));
            if (parsed.GetValue(placement) is { } groups)
                overrides.Add(new Override("--placement", "placement", PlacementReader.ToYaml(groups)));
            ExperimentRun run = new(parsed.GetRequiredValue(experiment), overrides, output, error)
            {
                TaskName = parsed.GetValue(task),
                Folder = parsed.GetValue(folder),
                Fresh = parsed.GetValue(fresh),
                Digest = parsed.GetValue(digest),
                Quiet = parsed.GetValue(quiet),
                Place = place.Read(parsed),
                OtherBuild = parsed.GetValue(otherBuild),
                CommandLine = CommandText.Of(parsed),
            };
            return parsed.GetValue(dryRun) ? Task.FromResult(run.Describe()) : run.RunAsync(stop);
        });
        return command;
    }
}
