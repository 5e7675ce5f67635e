using System.Globalization;
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

    // The command has its own of these, or none.
    private static readonly string[] s_replaced = ["epochs", "ticks", "placement"];

    // The paper has runs of several models and seeds; what is recorded changes none.
    private static readonly string[] s_free = ["model", "seeds", "record"];

    // Whether the run is shorter than the paper's and differs from it in nothing that the command does not change.
    private bool IsShort(Experiment read, IReadOnlyList<NetworkRecord> networks)
    {
        // The effective experiment of another run does not tell what was changed there.
        bool isWhole = Path.GetFileName(experiment) != RunFiles.Experiment && overrides.All(
            change => s_replaced.Contains(change.Key) || s_free.Contains(change.Key)
                || ExperimentKeys.Execution.Contains(change.Key) || read.PaperSamples.ContainsKey(change.Key));
        return isWhole && read.PaperEpochs is { } epochs && (epochs > read.Epochs || Fewer(read).Any()
            || read.Ticks < PaperTicks(read, networks));
    }

    // That this was a short run, and the command of the long one.
    private string PaperRun(Experiment read, IReadOnlyList<NetworkRecord> networks)
    {
        bool isInSources = File.Exists(Path.Combine("Seed", "PalActors.Seed.csproj"));
        string program = isInSources ? "dotnet run -c Release --project Seed --" : "palactors";
        IEnumerable<string> given = overrides
            .Where(change => !s_replaced.Contains(change.Key) && !read.PaperSamples.ContainsKey(change.Key))
            .Select(change => change.Option == "--set"
                ? $" --set {CommandText.Word($"{change.Key}={change.Value}")}"
                : $" {change.Option} {CommandText.Word(change.Value.Trim('[', ']'))}");
        IEnumerable<string> samples = read.PaperSamples.Select(
            split => string.Create(CultureInfo.InvariantCulture, $" --set {split.Key}={split.Value}"));
        double seconds = networks.Sum(network => network.Seconds);
        double ticks = networks.Sum(network => (double)(network.Tick - network.FirstTick));
        // A short run is mostly start-up and tells nothing about speed.
        string time = ticks >= FewTicks && networks.Max(network => network.Seconds) >= ShortSeconds
            ? $" (about {Figures.Duration(PaperTicks(read, networks) * seconds / ticks)} per network at this speed)"
            : "";
        string length = read.Ticks is null
            ? $"{networks.Min(EpochsDone)} of the paper's {read.PaperEpochs} epochs{string.Concat(Fewer(read))}"
            : $"{networks.Max(network => network.Tick)} ticks of the paper's {PaperTicks(read, networks)}";
        return $"This was a short run: {length}. The paper's run{time}:{Environment.NewLine}"
            + $"  {program} run {CommandText.Word(experiment)}{string.Concat(given)}{string.Concat(samples)} "
            + $"--epochs {read.PaperEpochs}";
    }

    // Splits of which the paper shows more.
    private static IEnumerable<string> Fewer(Experiment read) =>
        from split in read.Splits
        where read.PaperSamples.GetValueOrDefault(split.Split) > split.Samples
        select string.Create(
            CultureInfo.InvariantCulture,
            $", {split.Samples} of {read.PaperSamples[split.Split]} {split.Split} samples");

    private static int EpochsDone(NetworkRecord network) => network.Outcome is { Completed: true }
        ? Figures.Epochs(network.Plan)
        : Math.Max(0, Figures.Epoch(network) - 1);

    private static long PaperTicks(Experiment read, IReadOnlyList<NetworkRecord> networks)
    {
        Experiment paper = read with
        {
            Epochs = read.PaperEpochs!.Value,
            Ticks = null,
            Train = read.PaperSamples.GetValueOrDefault("train", read.Train),
            Validation = read.PaperSamples.GetValueOrDefault("validation", read.Validation),
            Test = read.PaperSamples.GetValueOrDefault("test", read.Test),
        };
        return ExperimentTask.ScheduleOf(paper, StepOf(networks[0].Plan)).EndTick;
    }

    private static StepOptions StepOf(NetworkPlan plan) => new(plan.Options);
}
