using System.CommandLine;
using PalActors.Areas.Contract.Models;
using PalActors.Cli.Terminal;
using PalActors.Lab;
using PalActors.Lab.Runs;
using PalActors.Lab.Sweeps;

namespace PalActors.Cli.Commands;

/// <summary><c>palactors sweep</c>: runs an experiment at every combination of values.</summary>
/// <remarks><see cref="SweepRun"/> does the work.</remarks>
internal static class SweepCommand
{
    private const string Over = "--over";

    /// <summary>The command.</summary>
    public static Command Create(ModelRegistry models, TextWriter output, ProgramLog log)
    {
        Option<string[]> over = new(Over)
        {
            Description = "A key and its values, a,b,c or lo:hi:n (n evenly spaced numbers); "
                + "repeated, all combinations. Every key that --set takes.",
            HelpName = "key=VALUES",
        };
        Command command = new("sweep", "Runs an experiment at every combination of values, into one table.");
        SweepArguments arguments = new(command);
        command.Options.Add(over);
        HelpExamples.Add(
            command,
            "palactors sweep yin-yang --over eta_bw=0.1,0.5,1 --seeds 1,2,3 --out sweeps/eta_bw",
            "palactors sweep yin-yang --over noise_scale=0:0.05:6 --over 'model=PAL,FA' --epochs 10 --out sweeps/noise",
            "palactors sweep yin-yang --over 'layers=[4,30,3],[4,60,3]' --over models.PAL.alpha=0,1e-6 "
            + "--out sweeps/size",
            "DIR holds sweep.yaml (what the sweep is) and sweep.csv: the swept keys, seed, model, metric, area, "
            + "value, for every measure of the last evaluation, time per tick, ticks and frames.",
            "Every point is checked before the first runs. Networks of all points run side by side on all cores.",
            "Ctrl+C or a kill loses the networks under way at most: the same command goes on with what is missing.",
            "Exit code: 0 done (a network that diverged is marked in sweep.csv), 1 a network failed, "
            + "2 bad input (one line says what), 130 stopped by Ctrl+C.");
        command.SetAction((parsed, stop) =>
        {
            SweepAxis[] axes = [.. (parsed.GetValue(over) ?? []).Select(text => SweepAxis.Parse(Over, text))];
            Check(axes);
            SweepRequest request = new(
                "sweep",
                arguments.Experiment.Name(parsed),
                arguments.Experiment.Task(parsed),
                arguments.Experiment.Overrides(parsed),
                SweepGrid.Columns(axes),
                SweepGrid.Points(Over, axes));
            return arguments.RunAsync(models, parsed, request, output, log, stop);
        });
        return command;
    }

    private static void Check(SweepAxis[] axes)
    {
        if (axes.Length == 0)
        {
            throw new InputException(
                $"{Over} is missing; valid is {Over} key=VALUES, for instance {Over} eta_bw=0.1,0.5,1.");
        }

        if (axes.GroupBy(axis => axis.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new InputException(
                $"{Over}: {twice.Key} is given twice; give all of its values at once, between commas.");
        }
    }
}
