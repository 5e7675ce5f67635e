using System.CommandLine;
using PalActors.Areas.Contract.Models;
using PalActors.Cli.Terminal;
using PalActors.Lab.Experiments;
using PalActors.Lab.Sweeps;

namespace PalActors.Cli.Commands;

/// <summary>A command below <c>palactors study</c>: one kind of study, with an option per axis.</summary>
/// <remarks><see cref="StudyRequest"/> makes a sweep of it.</remarks>
/// <param name="study">The kind of study.</param>
/// <param name="models">The cell models.</param>
/// <param name="output">Receives results.</param>
/// <param name="log">Receives notes.</param>
internal sealed class StudyKindCommand(Study study, ModelRegistry models, TextWriter output, ProgramLog log)
{
    private readonly Option<string?> _models = TextOption(
        "--models",
        $"Learning models, side by side. By default {string.Join(',', study.Models)}.",
        string.Join(',', study.Models));

    private readonly Dictionary<string, Option<string?>> _axes = study.Axes.ToDictionary(
        axis => axis.Setting, axis => TextOption(OptionOf(axis.Setting), axis.Help(models), axis.Example));

    /// <summary>The command.</summary>
    /// <param name="summary">Its meaning in one line.</param>
    /// <param name="help">Examples, and what it leaves in the folder.</param>
    public Command Create(string summary, params string[] help)
    {
        Command command = new(study.Name, summary);
        SweepArguments arguments = new(command);
        foreach (Option option in _axes.Values.Prepend(_models))
            command.Options.Add(option);
        HelpExamples.Add(
            command,
            [
                .. help,
                .. study.Defaults.Select(one => $"By default {one.Key} is {one.Value.Trim('[', ']')}."),
                "'palactors plot DIR' makes tables and figures again. "
                + "The same command goes on with a study that was interrupted.",
                "Exit code: 0 done (a network that diverged is marked in sweep.csv), 1 a network failed, "
                + "2 bad input (one line says what), 130 stopped by Ctrl+C.",
            ]);
        command.SetAction((parsed, stop) =>
        {
            SweepRequest request = Request(parsed, arguments.Experiment).Sweep(models);
            return arguments.RunAsync(models, parsed, request, output, log, stop);
        });
        return command;
    }

    private StudyRequest Request(ParseResult parsed, ExperimentArguments arguments)
    {
        (string experiment, string? task) = (arguments.Name(parsed), arguments.Task(parsed));
        List<Override> common = arguments.Overrides(parsed);
        string labels = parsed.GetValue(_models)
            ?? string.Join(',', new StudyRequest(study, experiment, task, common).UsualModels(models));
        common.Add(new Override("--models", "model", ExperimentArguments.AsList(labels)));
        return new StudyRequest(study, experiment, task, common)
        {
            NameOf = OptionOf,
            Given = _axes.Where(axis => parsed.GetValue(axis.Value) is not null)
                .ToDictionary(axis => axis.Key, axis => parsed.GetValue(axis.Value)!),
        };
    }

    private static string OptionOf(string setting) => $"--{setting}";

    private static Option<string?> TextOption(string name, string description, string help) =>
        new(name) { Description = description, HelpName = help };
}
