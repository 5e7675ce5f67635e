using System.CommandLine;
using PalActors.Areas.Contract.Models;
using PalActors.Cli.Terminal;
using PalActors.Clustering.Snapshots;
using PalActors.Lab;
using PalActors.Lab.Experiments;
using PalActors.Lab.Plots;
using PalActors.Lab.Results;
using PalActors.Lab.Runs;
using PalActors.Lab.Sweeps;
using PalActors.Messages.Plan;

namespace PalActors.Cli.Commands;

/// <summary><c>palactors plot</c>: draws the figures of a run or a study again, from the files in its folder.</summary>
internal static class PlotCommand
{
    private static readonly string s_names = string.Join(", ", RunFigures.All.Select(figure => figure.Name));

    /// <summary>The command.</summary>
    public static Command Create(ModelRegistry models, TextWriter output, ProgramLog log)
    {
        Argument<string> run = new("DIR") { Description = "The folder of a run or a study, also of one that goes on." };
        Option<string?> what = new("--what")
        {
            Description = $"One figure of a run: {s_names}.",
            HelpName = "FIGURE",
        };
        Command command = new("plot", "Draws the figures of a run, study or sweep again, from the files in its folder.")
        {
            run, what,
        };
        HelpExamples.Add(
            command,
            "palactors plot runs/fig3abc-20260101-120000",
            "palactors plot runs/models --what weights",
            "palactors plot studies/delay",
            "Each figure is a PNG, and the same as SVG beside it. Some are drawn only by --what.");
        command.SetAction((parsed, stop) => Task.Run(
            () => Plot(models, parsed.GetRequiredValue(run), parsed.GetValue(what), output, log, stop),
            CancellationToken.None));
        return command;
    }

    private static int Plot(
        ModelRegistry models, string run, string? what, TextWriter output, ProgramLog log, CancellationToken stop)
    {
        RunFigure[] asked = what is null ? [] : [Find(what)];
        if (File.Exists(Path.Combine(run, SweepFiles.Definition)))
        {
            return what is null
                ? PlotSweep(models, output, run)
                : throw new InputException($"--what is '{what}', and {run} is no run; valid is none, or a run.");
        }

        string effective = Path.Combine(run, RunFiles.Experiment);
        if (!File.Exists(effective))
            throw new InputException($"{run}: there is no {RunFiles.Experiment}; valid is the folder of a run.");
        Experiment experiment = ExperimentReader.Read(models, effective);
        IReadOnlyList<NetworkPlan> plans = NetworkPlans.Of(experiment);
        IReadOnlyList<NetworkRecord> networks = StoredRun.Read(run, plans, experiment.Cells);
        RunFigures figures = new(run, Name(run, experiment), experiment, networks)
        {
            Models = models,
            Stop = stop,
            IsAsked = what is not null,
        };
        ResultFiles files = new(DurableFile.Default, log.Warning);
        figures.Draw(files, what is null ? RunFigures.AtEnd : asked);
        if (files.Written.Count == 0 && files.Unwritten.Count == 0)
        {
            throw new InputException(
                $"{run}: {(what is null ? "nothing has been measured yet that could be drawn" : asked[0].Lack)}.");
        }

        output.WriteLine($"In {run}: {string.Join(", ", files.Written)}");
        string[] others = what is not null ? [] : [.. figures.OfReadOuts.Except(files.Written).Except(files.Unwritten)];
        if (others.Length > 0)
        {
            output.WriteLine(
                $"Drawn from the data by 'palactors readout {CommandText.Word(run)}': {string.Join(", ", others)}");
        }

        return files.Unwritten.Count > 0 ? ExitCodes.Failed : ExitCodes.Success;
    }

    private static RunFigure Find(string what) =>
        RunFigures.All.FirstOrDefault(figure => figure.Name == what) ?? throw new InputException(
            $"--what is '{what}'; valid is one of {s_names}.");

    private static int PlotSweep(ModelRegistry models, TextWriter output, string folder)
    {
        SweepPlots plots = new(models, folder);
        IReadOnlyList<string> files = [.. plots.Tabulate(), .. plots.Draw()];
        if (files.Count == 0)
        {
            throw new InputException(
                $"{folder}: there is nothing to draw; valid is the folder of a run, of a study, or of a sweep over one "
                + "or two keys, once something of it has finished.");
        }

        output.WriteLine($"In {folder}: {string.Join(", ", files)}");
        return ExitCodes.Success;
    }

    // An effective experiment of an earlier version has the name of its file only; use that of the folder.
    private static string Name(string run, Experiment experiment) => experiment.Name == "experiment"
        ? Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(run)))
        : experiment.Name;
}
