using System.Globalization;
using PalActors.Areas.Contract.Links;
using PalActors.Messages.Plan;
using PalActors.Seed.Experiments;
using PalActors.Seed.Progress;
using PalActors.Seed.Results;

namespace PalActors.Seed.Commands;

/// <summary>Text that a run prints at its start and at its end.</summary>
/// <param name="output">Receives the text.</param>
/// <param name="experiment">Name or path as the user gave it.</param>
/// <param name="overrides">Values of the command line.</param>
internal sealed partial class RunReport(TextWriter output, string experiment, IReadOnlyList<Override> overrides)
{
    /// <summary>Prints digests.</summary>
    public bool Digest { get; init; }

    /// <summary>Prints what is run, at its start.</summary>
    /// <param name="read">The experiment as it was read.</param>
    /// <param name="plans">All networks of the run.</param>
    /// <param name="folder">Folder of the run.</param>
    public void Announce(Experiment read, IReadOnlyList<NetworkPlan> plans, OutputFolder folder)
    {
        string networks = plans.Count == 1 ? "1 network" : $"{plans.Count} networks";
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{read.Name}: {networks} ({string.Join(", ", read.Selected)}), layers {string.Join("-", read.Layers)}, "
            + $"{(read.Ticks is null ? $"{read.Epochs} epochs, " : "")}{plans[0].Schedule.EndTick} ticks each; "
            + $"results go to {folder.Path}"));
        if (plans.Any(IsFree))
        {
            output.WriteLine(
                "sync free: what comes out depends on the timing of messages; another run of the same will differ.");
        }

        if (folder.Earlier.Finished.Count > 0)
        {
            int before = folder.Earlier.Finished.Count;
            string others = before < plans.Count ? "; the others are run now" : "";
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{before} of them were finished before{others}."));
        }

        if (folder.Earlier.Begun > 0)
        {
            string go = folder.Earlier.Begun == 1 ? "goes" : "go";
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{folder.Earlier.Begun} of them {go} on from a snapshot."));
        }

        output.Flush();
    }

    /// <summary>Prints table, warnings, files, and the command of the paper's run, at its end.</summary>
    /// <param name="read">The experiment as it was read.</param>
    /// <param name="folder">Folder of the run.</param>
    /// <param name="networks">All networks of the run.</param>
    /// <param name="files">Names of the files that the run has written.</param>
    public void Conclude(
        Experiment read, string folder, IReadOnlyList<NetworkRecord> networks, IReadOnlyList<string> files)
    {
        if (ExperimentTask.Get(read.Task).IsMeasured)
            MeasureTable.Print(output, MeasureSummary.Of(networks));
        else
            ResultTable.Print(output, ModelSummary.Of(networks));
        foreach (NetworkRecord network in networks)
        {
            foreach (NetworkWarning warning in NetworkWarning.Of(network))
                output.WriteLine($"Warning: {Figures.Name(network.Plan)}: {warning.Text}.");
        }

        if (networks.Count(network => network.Divergence is not null) is > 0 and int diverged)
            output.WriteLine($"{diverged} of {networks.Count} network{(networks.Count == 1 ? "" : "s")} diverged.");
        if (!networks.All(network => network.HasEnded))
        {
            IEnumerable<NetworkRecord> stopped = networks.Where(network => !network.HasEnded);
            string ticks = string.Join(", ", stopped.Select(network => network.Tick).Distinct());
            output.WriteLine(
                $"Stopped at tick {ticks}: these are the results so far. "
                + $"The same command with --out {CommandText.Word(folder)} goes on.");
        }

        output.WriteLine($"In {folder}: {string.Join(", ", files)}");
        if (read.PaperEpochs > read.Epochs || (read.PaperEpochs is not null && read.Ticks < PaperTicks(read, networks)))
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
