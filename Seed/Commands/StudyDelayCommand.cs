using System.CommandLine;
using PalActors.Areas.Contract.Models;
using PalActors.Seed.Experiments;
using PalActors.Seed.Sweeps;

namespace PalActors.Seed.Commands;

/// <summary><c>palactors study delay</c>: learning against the delay of links between areas.</summary>
/// <remarks><see cref="DelayStudy"/> makes a sweep of it.</remarks>
/// <param name="models">The cell models.</param>
/// <param name="output">Receives results.</param>
/// <param name="error">Receives notes.</param>
internal sealed class StudyDelayCommand(ModelRegistry models, TextWriter output, TextWriter error)
{
    private readonly Option<string?> _delays = TextOption(
        "--delays",
        $"Delays of every link between areas, ticks; a list or lo:hi:n. By default {DelayStudy.UsualDelays}.",
        "0,1,2");

    private readonly Option<string?> _direction = TextOption(
        "--direction",
        "What is delayed: up (rates), down (feedback), both. By default up,down,both.",
        "up,down,both");

    private readonly Option<string?> _models =
        TextOption("--models", "Learning models, side by side. By default PAL,FA,BP.", "PAL,FA,BP");

    private readonly Option<string?> _depths = TextOption(
        "--depths",
        "Numbers of areas, input included; hidden areas as large as the experiment's first. By default its own.",
        "3,5,8");

    private readonly Option<string?> _prospective = TextOption(
        "--prospective",
        "Prospective coding: on (taur 1), off (taur 0). By default as in the experiment.",
        "on,off");

    private readonly Option<string?> _jitter = TextOption(
        "--jitter",
        "Jitter of what is delayed: none, or DISTRIBUTION:SCALE or DISTRIBUTION:SCALE:MAX in ticks. By default none.",
        "none,uniform:10");

    private readonly Option<string?> _remedies = TextOption(
        "--remedies",
        $"Remedies: none, or those of the cells: {RemediesOf(models)}; "
        + "slow_noise is noise and high-pass ten times as slow. By default none.",
        "none,noise_lag");

    private readonly Option<string?> _targets = TextOption(
        "--targets",
        "When target and read-out act: immediate, or aligned (later by the delays of all links up). "
        + "By default immediate.",
        "immediate,aligned");

    /// <summary>The command.</summary>
    public Command Create()
    {
        Command command = new("delay", "Learning against the delay of the links between areas.");
        SweepArguments arguments = new(command);
        Option[] options =
            [_delays, _direction, _models, _depths, _prospective, _jitter, _remedies, _targets];
        foreach (Option option in options)
            command.Options.Add(option);
        HelpExamples.Add(
            command,
            "palactors study delay yin-yang --seeds 1,2,3 --out studies/delay",
            "palactors study delay yin-yang --delays 0,10,100 --direction both --models PAL,BP --epochs 10 "
            + "--out studies/first-look",
            "palactors study delay fig3abc --models PAL --remedies none,noise_lag,slow_noise --direction both "
            + "--out studies/remedies",
            "palactors study delay yin-yang --depths 3,5,8 --prospective on,off --seeds 1,2,3 --out studies/depth",
            "DIR holds sweep.csv as of 'palactors sweep' (columns delay, direction, depth, prospective, jitter, "
            + "remedy, target), delay.png (angle and accuracy or error against delay), delay.md (the same in numbers: "
            + "medians and quartiles) and delay-time.png (time per tick).",
            "'palactors plot DIR' draws the figures again. The same command goes on with a study that was interrupted.",
            "Exit code: 0 done (a network that diverged is marked in sweep.csv), 1 a network failed, "
            + "2 bad input (one line says what), 130 stopped by Ctrl+C.");
        command.SetAction((parsed, stop) =>
        {
            SweepRequest request = Study(models, parsed, arguments).Request(models);
            return arguments.Run(models, parsed, request, output, error).RunAsync(stop);
        });
        return command;
    }

    private DelayStudy Study(ModelRegistry models, ParseResult parsed, SweepArguments arguments)
    {
        List<Override> common = arguments.Common(parsed);
        string usual = DelayStudy.ModelsOf(models, arguments.Experiment(parsed), arguments.Task(parsed), common);
        string labels = SweepArguments.AsList(parsed.GetValue(_models) ?? usual);
        common.Add(new Override("--models", "model", labels));
        return new DelayStudy(arguments.Experiment(parsed), arguments.Task(parsed), common)
        {
            Delays = parsed.GetValue(_delays) ?? DelayStudy.UsualDelays,
            Direction = parsed.GetValue(_direction) ?? DelayStudy.AllDirections,
            Depths = parsed.GetValue(_depths),
            Prospective = parsed.GetValue(_prospective),
            Jitter = parsed.GetValue(_jitter) ?? DelayJitter.None,
            Remedies = parsed.GetValue(_remedies) ?? DelayRemedy.None,
            Targets = parsed.GetValue(_targets) ?? DelayStudy.Immediate,
        };
    }

    private static string RemediesOf(ModelRegistry models) => string.Join("; ", models.All
        .Where(cells => cells.Remedies.Count > 0)
        .Select(cells => $"{cells.Name} {string.Join(", ", cells.Remedies.Select(remedy => remedy.Name))}"));

    private static Option<string?> TextOption(string name, string description, string help) =>
        new(name) { Description = description, HelpName = help };
}
