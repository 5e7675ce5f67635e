using System.CommandLine;
using PalActors.Seed.Experiments;

namespace PalActors.Seed.Commands;

/// <summary><c>palactors list</c>: the experiments at hand, a line each.</summary>
public static class ListCommand
{
    /// <summary>The command.</summary>
    public static Command Create(TextWriter output)
    {
        Command command = new("list", "Lists the experiments at hand, with a line each.");
        HelpExamples.Add(command, "palactors list");
        command.SetAction(_ => List(output));
        return command;
    }

    private static int List(TextWriter output)
    {
        IReadOnlyList<(string Name, string Path)> experiments = ExperimentFiles.All();
        if (experiments.Count == 0)
        {
            output.WriteLine($"No experiment is at hand; looked for .yaml files in {string.Join(" and ", ExperimentFiles.Folders)}.");
            return ExitCodes.Success;
        }

        int width = experiments.Max(experiment => experiment.Name.Length);
        foreach ((string name, string path) in experiments)
            output.WriteLine($"{name.PadRight(width)}  {Describe(path)}");
        return ExitCodes.Success;
    }

    private static string Describe(string path)
    {
        try
        {
            Experiment experiment = ExperimentReader.Read(path);
            IEnumerable<string> models = experiment.Selected.Concat(experiment.Variants.Select(variant => variant.Label)).Distinct();
            return $"{(experiment.Description.Length > 0 ? experiment.Description : experiment.Task)}; {string.Join(", ", models)}";
        }
        catch (InputException exception)
        {
            // One broken file must not hide the others.
            return $"(cannot be used: {exception.Message})";
        }
    }
}
