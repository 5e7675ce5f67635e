using System.CommandLine;
using PalActors.Areas.Contract.Models;
using PalActors.Cli.Terminal;
using PalActors.Lab.Experiments;
using PalActors.Lab.Sweeps;
using PalActors.Lab.Sweeps.Axes;

namespace PalActors.Cli.Commands;

/// <summary><c>palactors study delay</c>: learning against the delay of links between areas.</summary>
/// <remarks><see cref="DelayStudy"/> makes a sweep of it.</remarks>
/// <param name="models">The cell models.</param>
/// <param name="output">Receives results.</param>
/// <param name="log">Receives notes.</param>
internal sealed class StudyDelayCommand(ModelRegistry models, TextWriter output, ProgramLog log)
{
    private readonly Option<string?> _models =
        TextOption("--models", "Learning models, side by side. By default PAL,FA,BP.", "PAL,FA,BP");

    private readonly Dictionary<string, Option<string?>> _axes = StudyAxes.All.ToDictionary(
        axis => axis.Setting, axis => TextOption(OptionOf(axis.Setting), axis.Help(models), axis.Example));

    /// <summary>The command.</summary>
    public Command Create()
    {
        Command command = new("delay", "Learning against the delay of the links between areas.");
        SweepArguments arguments = new(command);
        foreach (Option option in _axes.Values.Prepend(_models))
            command.Options.Add(option);
        HelpExamples.Add(
            command,
            "palactors study delay yin-yang --seeds 1,2,3 --out studies/delay",
            "palactors study delay yin-yang --delays 0,10,100 --direction both --models PAL,BP --epochs 10 "
            + "--out studies/first-look",
            "palactors study delay fig3abc --models PAL --remedies none,noise_lag,slow_noise --direction both "
            + "--out studies/remedies",
            "palactors study delay yin-yang --depths 3,5,8 --prospective on,off --seeds 1,2,3 --out studies/depth",
            "palactors study delay streams --pathways all,right --direction up --models PAL "
            + "--out studies/late-stream",
            $"DIR holds sweep.csv as of 'palactors sweep' (columns {string.Join(", ", DelayStudy.Columns)}), "
            + "delay.png (angle and accuracy or error against delay), delay.md (the same in numbers: "
            + "medians and quartiles) and delay-time.png (time per tick).",
            "'palactors plot DIR' draws the figures again. The same command goes on with a study that was interrupted.",
            "Exit code: 0 done (a network that diverged is marked in sweep.csv), 1 a network failed, "
            + "2 bad input (one line says what), 130 stopped by Ctrl+C.");
        command.SetAction((parsed, stop) =>
        {
            SweepRequest request = Study(parsed, arguments.Experiment).Request(models);
            return arguments.RunAsync(models, parsed, request, output, log, stop);
        });
        return command;
    }

    private DelayStudy Study(ParseResult parsed, ExperimentArguments arguments)
    {
        (string experiment, string? task) = (arguments.Name(parsed), arguments.Task(parsed));
        List<Override> common = arguments.Overrides(parsed);
        string usual = DelayStudy.ModelsOf(models, experiment, task, common);
        string labels = ExperimentArguments.AsList(parsed.GetValue(_models) ?? usual);
        common.Add(new Override("--models", "model", labels));
        return new DelayStudy(experiment, task, common)
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
