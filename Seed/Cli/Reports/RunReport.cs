using System.Globalization;
using PalActors.Areas.Contract.Links;
using PalActors.Cli.Terminal;
using PalActors.Lab.Experiments;
using PalActors.Lab.Results;
using PalActors.Lab.Runs;
using PalActors.Messages.Plan;

namespace PalActors.Cli.Reports;

/// <summary>Text that a run prints at its start and at its end.</summary>
/// <param name="output">Receives the text.</param>
/// <param name="experiment">Name or path as the user gave it.</param>
/// <param name="overrides">Values of the command line.</param>
internal sealed partial class RunReport(TextWriter output, string experiment, IReadOnlyList<Override> overrides)
{
    /// <summary>Prints digests.</summary>
    public bool Digest { get; init; }

    /// <summary>Prints what is run, at its start.</summary>
    public void Announce(RunStart start)
    {
        (Experiment read, IReadOnlyList<NetworkPlan> plans) = (start.Experiment, start.Plans);
        string networks = plans.Count == 1 ? "1 network" : $"{plans.Count} networks";
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{read.Name}: {networks} ({string.Join(", ", read.Selected)}), layers {string.Join("-", read.Layers)}, "
            + $"{(read.Ticks is null ? $"{read.Epochs} epochs, " : "")}{plans[0].Schedule.EndTick} ticks each; "
            + $"results go to {start.Folder}"));
        if (read.DataFacts is { } facts)
        {
            foreach (string line in OwnDataText.Lines(facts, plans[0].DataHash))
                output.WriteLine(line);
        }

        foreach (string line in start.Weights)
            output.WriteLine(line);
        if (plans.Any(IsFree))
        {
            output.WriteLine(
                "sync free: what comes out depends on the timing of messages; another run of the same will differ.");
        }

        if (start.Finished > 0)
        {
            string others = start.Finished < plans.Count ? "; the others are run now" : "";
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{start.Finished} of them were finished before{others}."));
        }

        if (start.Begun > 0)
        {
            string go = start.Begun == 1 ? "goes" : "go";
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{start.Begun} of them {go} on from a snapshot."));
        }

        output.Flush();
    }

    /// <summary>Prints table, warnings, files, and the command of the paper's run, at its end.</summary>
    public void Conclude(RunResult result)
    {
        (Experiment read, IReadOnlyList<NetworkRecord> networks) = (result.Experiment, result.Networks);
        if (ExperimentTask.Get(read.Task).IsMeasured)
            MeasureTable.Print(output, MeasureSummary.Of(networks));
        else
            ResultTable.Print(output, ModelSummary.Of(networks));
        ConfusionTable.Print(output, result.Confusions);
        foreach (NetworkRecord network in networks)
        {
            foreach (NetworkWarning warning in NetworkWarning.Of(network))
                output.WriteLine($"Warning: {Figures.Name(network.Plan)}: {warning.Text}.");
        }

        if (result.Diverged.Count() is > 0 and int diverged)
            output.WriteLine($"{diverged} of {networks.Count} network{(networks.Count == 1 ? "" : "s")} diverged.");
        if (!result.HasEnded)
        {
            IEnumerable<NetworkRecord> stopped = networks.Where(network => !network.HasEnded);
            string ticks = string.Join(", ", stopped.Select(network => network.Tick).Distinct());
            output.WriteLine(
                $"Stopped at tick {ticks}: these are the results so far. "
                + $"The same command with --out {CommandText.Word(result.Folder)} goes on.");
        }

        output.WriteLine($"In {result.Folder}: {string.Join(", ", result.Files)}");
        if (IsShort(read, networks))
            output.WriteLine(PaperRun(read, networks));
        if (Digest)
            PrintDigests(read, networks);
    }

    private static bool IsFree(NetworkPlan plan) =>
        LinkOptions.Of(plan) is { IsFree: true, Staleness: > 0 };

    private void PrintDigests(Experiment read, IReadOnlyList<NetworkRecord> networks)
    {
        foreach (NetworkRecord network in networks)
        {
            if (network.Outcome is { Digest: { } digest })
            {
                string model = read.Selected.Count > 1 ? " " + network.Plan.Label : "";
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"digest {network.Plan.Seed} {digest}{model}"));
            }
        }
    }
}
