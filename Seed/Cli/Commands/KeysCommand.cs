using System.CommandLine;
using PalActors.Areas.Contract.Models;
using PalActors.Cli.Reports;
using PalActors.Cli.Terminal;
using PalActors.Lab;
using PalActors.Lab.Experiments;
using PalActors.Lab.Keys;

namespace PalActors.Cli.Commands;

/// <summary><c>palactors keys</c>: the reference of the keys of experiment files.</summary>
internal static class KeysCommand
{
    /// <summary>The command.</summary>
    public static Command Create(ModelRegistry models, TextWriter output)
    {
        Argument<string?> name = new("NAME")
        {
            Description = "A key; by default all of them.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        Option<bool> markdown = new("--markdown") { Description = "Writes all keys as the page docs/experiments.md." };
        Command command = new("keys", "Shows the keys of experiment files: meaning, form, range, default.")
        {
            name, markdown,
        };
        HelpExamples.Add(
            command,
            "palactors keys",
            "palactors keys eta_bw",
            "palactors keys data",
            KeyMarkdown.Command,
            "A key that differs between cell models is shown once for each.");
        command.SetAction(parsed => parsed.GetValue(markdown)
            ? WritePage(models, parsed.GetValue(name), output)
            : Show(models, parsed.GetValue(name), output));
        return command;
    }

    private static int WritePage(ModelRegistry models, string? name, TextWriter output)
    {
        if (name is not null)
            throw new InputException($"NAME is '{name}' and --markdown is given; valid is one of them.");
        output.Write(KeyMarkdown.Write(models));
        return ExitCodes.Success;
    }

    private static int Show(ModelRegistry models, string? name, TextWriter output)
    {
        IReadOnlyList<KeyGroup> groups = KeyTables.Of(models);
        if (name is null)
        {
            KeyReport.WriteAll(output, groups);
            return ExitCodes.Success;
        }

        KeyRow[] rows = [.. groups.SelectMany(group => group.Rows)];
        KeyRow[] found = [.. rows.Where(row => row.Name == name)];
        if (found.Length == 0)
        {
            string advice = NearestKey.Advice(name, [.. rows.Select(row => row.Name)], ExperimentKeys.Listed);
            throw new InputException($"NAME is '{name}', which is not a key; {advice}.");
        }

        foreach (KeyRow row in found)
            KeyReport.Write(output, row);
        return ExitCodes.Success;
    }
}
