using System.CommandLine;
using PalActors.Areas.Contract.Models;
using PalActors.Cli.Terminal;
using PalActors.Lab.Experiments;

namespace PalActors.Cli.Commands;

/// <summary><c>palactors new</c>: an experiment file of a user's own.</summary>
internal static class NewCommand
{
    /// <summary>The command.</summary>
    public static Command Create(ModelRegistry models, TextWriter output)
    {
        Argument<string> file = new("FILE") { Description = "The file to write, for instance mine.yaml." };
        Option<string> from = new("--from")
        {
            Description = "The experiment to begin with: a name that 'palactors list' shows, or a .yaml file.",
            HelpName = "EXPERIMENT",
            Required = true,
        };
        Option<string[]> set = new("--set")
        {
            Description = "Puts another value into the file; may be repeated. VALUE is YAML.",
            HelpName = "key=VALUE",
        };
        Command command = new("new", "Writes an experiment file of your own from one at hand, with its comments.")
        {
            file, from, set,
        };
        HelpExamples.Add(
            command,
            "palactors new mine.yaml --from yin-yang",
            "palactors new wide.yaml --from yin-yang --set 'layers=[4, 100, 3]' --set models.FA.noise_scale=0.01",
            "The file is checked before it is written, and one that is there is never overwritten.",
            "What the keys mean: palactors keys");
        command.SetAction(parsed =>
        {
            string path = parsed.GetRequiredValue(file);
            List<Override> overrides =
                [.. (parsed.GetValue(set) ?? []).Select(text => Override.Parse(set.Name, text))];
            string run = $"palactors run {CommandText.Word(path)}";
            ExperimentCopy.Write(models, path, parsed.GetRequiredValue(from), overrides, run);
            output.WriteLine($"{path} is written. To run it: {run}");
            return ExitCodes.Success;
        });
        return command;
    }
}
