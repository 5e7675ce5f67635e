using PalActors.Areas.Contract.Parameters;
using PalActors.Cli.Terminal;
using PalActors.Lab.Experiments;
using PalActors.Lab.Results;
using PalActors.Messages.Plan;

namespace PalActors.Cli.Reports;

/// <content>The command of the paper's run, after a shorter one.</content>
internal sealed partial class RunReport
{
    private const double ShortSeconds = 10;
    private const double FewTicks = 1000;

    // That this was a short run, and the command of the long one.
    private string PaperRun(Experiment read, IReadOnlyList<NetworkRecord> networks)
    {
        bool isInSources = File.Exists(Path.Combine("Seed", "PalActors.Seed.csproj"));
        string program = isInSources ? "dotnet run -c Release --project Seed --" : "palactors";
        IEnumerable<string> given = overrides
            .Where(change => change.Key is not ("epochs" or "ticks" or "placement"))
            .Select(change => change.Option == "--set"
                ? $" --set {CommandText.Word($"{change.Key}={change.Value}")}"
                : $" {change.Option} {CommandText.Word(change.Value.Trim('[', ']'))}");
        double seconds = networks.Sum(network => network.Seconds);
        double ticks = networks.Sum(network => (double)(network.Tick - network.FirstTick));
        // A short run is mostly start-up and tells nothing about speed.
        string time = ticks >= FewTicks && networks.Max(network => network.Seconds) >= ShortSeconds
            ? $" (about {Figures.Duration(PaperTicks(read, networks) * seconds / ticks)} per network at this speed)"
            : "";
        string length = read.Ticks is null
            ? $"{read.Epochs} of the paper's {read.PaperEpochs} epochs"
            : $"{networks.Max(network => network.Tick)} ticks of the paper's {PaperTicks(read, networks)}";
        return $"This was a short run: {length}. The paper's run{time}:{Environment.NewLine}"
            + $"  {program} run {CommandText.Word(experiment)}{string.Concat(given)} --epochs {read.PaperEpochs}";
    }

    private static long PaperTicks(Experiment read, IReadOnlyList<NetworkRecord> networks)
    {
        Experiment paper = read with { Epochs = read.PaperEpochs!.Value, Ticks = null };
        return ExperimentTask.ScheduleOf(paper, StepOf(networks[0].Plan)).EndTick;
    }

    private static StepOptions StepOf(NetworkPlan plan) => new(plan.Options);
}
