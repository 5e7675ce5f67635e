using System.CommandLine;
using PalActors.Areas.Contract.Models;
using PalActors.Cli.Terminal;
using PalActors.Lab;
using PalActors.Lab.Experiments;

namespace PalActors.Cli.Commands;

/// <summary><c>palactors list</c>: the experiments at hand, a line each.</summary>
internal static class ListCommand
{
    /// <summary>The command.</summary>
    public static Command Create(ModelRegistry models, TextWriter output)
    {
        Command command = new("list", "Lists the experiments at hand, with a line each.");
        HelpExamples.Add(command, "palactors list");
        command.SetAction(_ => List(models, output));
        return command;
    }

    private static int List(ModelRegistry models, TextWriter output)
    {
        IReadOnlyList<(string Name, string Path)> experiments = ExperimentFiles.All();
        if (experiments.Count == 0)
        {
            string folders = string.Join(" and ", ExperimentFiles.Folders);
            output.WriteLine($"No experiment is at hand; looked for .yaml files in {folders}.");
            return ExitCodes.Success;
        }

        int width = experiments.Max(experiment => experiment.Name.Length);
        foreach ((string name, string path) in experiments)
            output.WriteLine($"{name.PadRight(width)}  {Describe(models, path)}");
        return ExitCodes.Success;
    }

    private static string Describe(ModelRegistry models, string path)
    {
        try
        {
            Experiment experiment = ExperimentReader.Read(models, path);
            IEnumerable<string> variants = experiment.Variants.Select(variant => variant.Label);
            string labels = string.Join(", ", experiment.Selected.Concat(variants).Distinct());
            return $"{(experiment.Description.Length > 0 ? experiment.Description : experiment.Task)}; {labels}";
        }
        catch (InputException exception)
        {
            // One broken file must not hide the others.
            return $"(cannot be used: {exception.Message})";
        }
    }
}
