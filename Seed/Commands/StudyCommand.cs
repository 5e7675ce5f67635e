using System.CommandLine;
using PalActors.Seed.Experiments;
using PalActors.Seed.Sweeps;

namespace PalActors.Seed.Commands;

/// <summary><c>palactors study</c>: sweeps that answer a question, with figures. So far <c>study delay</c>; see <see cref="DelayStudy"/>.</summary>
public static class StudyCommand
{
    /// <summary>The command.</summary>
    public static Command Create(TextWriter output, TextWriter error)
    {
        Command command = new("study", "Sweeps that answer a question, with figures.") { Delay(output, error) };
        HelpExamples.Add(command, "palactors study delay yin-yang --seeds 1,2,3 --out studies/delay", "palactors study delay --help");
        return command;
    }

    private static Command Delay(TextWriter output, TextWriter error)
    {
        Option<string?> delays = new("--delays") { Description = $"Delays of every link between areas, ticks; a list or lo:hi:n. By default {DelayStudy.UsualDelays}.", HelpName = "0,1,2" };
        Option<string?> direction = new("--direction") { Description = "What is delayed: up (rates), down (feedback), both. By default up,down,both.", HelpName = "up,down,both" };
        Option<string?> models = new("--models") { Description = "Learning models, side by side. By default PAL,FA,BP.", HelpName = "PAL,FA,BP" };
        Option<string?> depths = new("--depths") { Description = "Numbers of areas, input included; hidden areas as large as the experiment's first. By default its own.", HelpName = "3,5,8" };
        Option<string?> prospective = new("--prospective") { Description = "Prospective coding: on (taur 1), off (taur 0). By default as in the experiment.", HelpName = "on,off" };
        Option<string?> jitter = new("--jitter") { Description = "Jitter of what is delayed: none, or DISTRIBUTION:SCALE or DISTRIBUTION:SCALE:MAX in ticks. By default none.", HelpName = "none,uniform:10" };
        Option<string?> remedies = new("--remedies")
        {
            Description = $"Remedies: {string.Join(", ", DelayRemedy.Names)}; "
                + "slow_noise is tauxi and tauHP ten times as long. By default none.",
            HelpName = "none,noise_lag",
        };
        Option<string?> targets = new("--targets") { Description = "When target and read-out act: immediate, or aligned (later by the delays of all links up). By default immediate.", HelpName = "immediate,aligned" };
        Command command = new("delay", "Learning against the delay of the links between areas.");
        SweepArguments arguments = new(command);
        foreach (Option option in new Option[] { delays, direction, models, depths, prospective, jitter, remedies, targets })
            command.Options.Add(option);
        HelpExamples.Add(
            command,
            "palactors study delay yin-yang --seeds 1,2,3 --out studies/delay",
            "palactors study delay yin-yang --delays 0,10,100 --direction both --models PAL,BP --epochs 10 --out studies/first-look",
            "palactors study delay fig3abc --models PAL --remedies none,noise_lag,slow_noise --direction both --out studies/remedies",
            "palactors study delay yin-yang --depths 3,5,8 --prospective on,off --seeds 1,2,3 --out studies/depth",
            "DIR holds sweep.csv as of 'palactors sweep' (columns delay, direction, depth, prospective, jitter, remedy, target), delay.png (angle and accuracy or error against delay), delay.md (the same in numbers: medians and quartiles) and delay-time.png (time per tick).",
            "'palactors plot DIR' draws the figures again. The same command goes on with a study that was interrupted.",
            "Exit code: 0 done (a network that diverged is marked in sweep.csv), 1 a network failed, "
            + "2 bad input (one line says what), 130 stopped by Ctrl+C.");
        command.SetAction((parsed, stop) =>
        {
            List<Override> common = arguments.Common(parsed);
            common.Add(new Override("--models", "model", SweepArguments.AsList(parsed.GetValue(models) ?? DelayStudy.UsualModels)));
            DelayStudy study = new(arguments.Experiment(parsed), arguments.Task(parsed), common)
            {
                Delays = parsed.GetValue(delays) ?? DelayStudy.UsualDelays,
                Direction = parsed.GetValue(direction) ?? DelayStudy.AllDirections,
                Depths = parsed.GetValue(depths),
                Prospective = parsed.GetValue(prospective),
                Jitter = parsed.GetValue(jitter) ?? DelayJitter.None,
                Remedies = parsed.GetValue(remedies) ?? DelayRemedy.None,
                Targets = parsed.GetValue(targets) ?? DelayStudy.Immediate,
            };
            return arguments.Run(parsed, study.Request(), output, error).RunAsync(stop);
        });
        return command;
    }
}
