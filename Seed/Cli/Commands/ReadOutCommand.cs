using System.CommandLine;
using PalActors.Areas.Contract.Models;
using PalActors.Cli.Reports;
using PalActors.Cli.Terminal;
using PalActors.Clustering.Snapshots;
using PalActors.Lab;
using PalActors.Lab.Experiments;
using PalActors.Lab.ReadOuts;
using PalActors.Lab.Results;

namespace PalActors.Cli.Commands;

/// <summary><c>palactors readout</c>: learns classifiers of the narrowest area of a run's networks, again or so far.
/// </summary>
internal static class ReadOutCommand
{
    /// <summary>The command.</summary>
    public static Command Create(ModelRegistry models, TextWriter output, ProgramLog log)
    {
        Argument<string> run = new("DIR") { Description = "The folder of a run, also of one that goes on." };
        Command command = new(
            "readout", "Says how well the narrowest area of a run's networks tells classes apart, epoch by epoch.")
        {
            run,
        };
        HelpExamples.Add(
            command,
            "palactors readout runs/autoencoder-20260101-120000",
            "It learns from weights that the run recorded; the run itself is not touched.");
        command.SetAction(parsed => ReadOut(models, parsed.GetRequiredValue(run), output, log));
        return command;
    }

    private static int ReadOut(ModelRegistry models, string run, TextWriter output, ProgramLog log)
    {
        string effective = Path.Combine(run, RunFiles.Experiment);
        if (!File.Exists(effective))
            throw new InputException($"{run}: there is no {RunFiles.Experiment}; valid is the folder of a run.");
        Experiment experiment = ExperimentReader.Read(models, effective);
        if (experiment.ReadOuts.Count == 0)
        {
            throw new InputException(
                $"{run}: its experiment has no read-outs; valid is a run whose key read_out names some.");
        }

        ResultFiles files = new(DurableFile.Default, log.Warning);
        IReadOnlyList<ReadOutRow> rows = RunReadOuts.Write(
            experiment, NetworkPlans.Of(experiment), run, network => output.WriteLine($"reading out {network}"), files);
        if (rows.Count == 0)
        {
            throw new InputException(
                $"{run}: no weights have been recorded yet; valid is a run that has evaluated once.");
        }

        ReadOutTable.Print(output, rows);
        output.WriteLine($"In {run}: {string.Join(", ", files.Written)}");
        return files.Unwritten.Count > 0 ? ExitCodes.Failed : ExitCodes.Success;
    }
}
