using PalActors.Areas.Models.Microcircuit;
using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Cli.Terminal;
using PalActors.Lab.Experiments;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Seed.Tests;

/// <summary>Refusals of values off the grid of ticks, and notes on values that are valid but rarely intended.</summary>
public sealed class GridTests
{
    // Only parameters without a default. W stays, so that only the rule of B can align the two.
    // The rate of B is large enough for a short test.
    private const string Own = """
        task: bw_only
        dataset_size: 100
        layers: [5, 20, 10, 5]
        model: PAL
        activation: logistic
        seeds: [1, 2]
        epochs: 20
        eta_fw: 1
        eta_bw: 5000
        eta_IP: 0.1
        eta_PI: 5

        """;

    [Theory]
    [InlineData("0.04", "4 ticks of dt = 0.01 ms", "valid is 0.05 ms or more")]
    [InlineData("0.01", "1 ticks of dt = 0.01 ms", "valid is 0.05 ms or more")]
    [InlineData("0.995", "which is 99.5 ticks", "here 0.99 or 1 ms")]
    public async Task APresentationThatCannotBeReadOutIsRefused(string time, params string[] parts)
    {
        string[] command = ["run", "yin-yang", "--set", $"Tpres={time}"];
        Palactors.AssertRefused(await Palactors.RunAsync(command), [$"Tpres is {time} ms", .. parts]);
        Palactors.AssertRefused(await Palactors.RunAsync([.. command, "--dry-run", "--no-calibration"]), parts);
    }

    [Theory]
    [InlineData("Tpres=0.05")]
    [InlineData("Tpres=0.06")]
    [InlineData("Tpres=0.99")]
    [InlineData("Tpres=1.01")]
    [InlineData("taur=0")]
    [InlineData("Tpres=10000")]
    public void AnyOtherWholeNumberOfTicksIsValid(string setting)
    {
        List<string> notes = [];
        ExperimentSource.Read(CellModels.All, "yin-yang", null, [Override.Parse("--set", setting)], notes);
        Assert.Empty(notes);
    }

    [Fact]
    public void WithoutReadOutAPresentationMayBeShort() => Read("student", "Tpres=0.02", "settling_time=0");

    [Theory]
    [InlineData("dt=0.25", "tauHP is 0.1 ms and dt is 0.25 ms")]
    [InlineData("tauHP=0.001", "tauHP is 0.001 ms and dt is 0.01 ms")]
    [InlineData("models.no-feedback.tauxi=0.01", "models.no-feedback: tauxi is 0.01 ms and dt is 0.01 ms")]
    public async Task AStepThatIsTooLargeIsRefused(string setting, string number)
    {
        string[] settings = ["model=[PAL, no-feedback]", "Tpres=5", "dtxi=0.25", setting];
        string[] command = ["run", "yin-yang", .. settings.SelectMany(one => new[] { "--set", one })];
        Palactors.AssertRefused(await Palactors.RunAsync(command), number);
    }

    [Fact]
    public async Task ACoarseStepIsNotedWhereverItIsRun()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", Palactors.Small + "tauHP: 0.015\n");
        const string note = "palactors: note: tauHP is 0.015 ms and dt is 0.01 ms: a coarse step";
        await AssertNoted(folder, file, note);
    }

    [Fact]
    public async Task FeedbackThatCannotLearnIsNotedWhereverItIsRun()
    {
        using TemporaryFolder folder = new();
        string silent = Palactors.Small.Replace("noise_scale: 0.01", "noise_scale: 0", StringComparison.Ordinal);
        const string note =
            "palactors: note: PAL: B cannot learn although eta_bw is above 0, since noise_scale is 0 in area 1.";
        await AssertNoted(folder, folder.Write("silent.yaml", silent), note);
    }

    [Theory]
    [InlineData("PAL", "noise_scale is 0 in areas 1, 2", "noise_scale=0")]
    [InlineData("PAL-norm", "noise_scale is 0 in area 2", "noise_scale=[0.01, 0]")]
    [InlineData("PAL", "gapi is 0", "gapi=0")]
    [InlineData("PAL", null, "noise_scale=[0, 0.01]", "eta_bw=[0, 0.5]")]
    [InlineData("PAL", null, "noise_scale=0", "eta_bw=0")]
    [InlineData("FA", null, "models.FA.noise_scale=0", "models.FA.eta_bw=0.5")]
    [InlineData("BP", null, "models.BP.noise_scale=0", "models.BP.eta_bw=0.5")]
    public void FeedbackThatCannotLearnIsTold(string model, string? reason, params string[] settings)
    {
        List<string> notes = [];
        string[] all = [$"model={model}", "layers=[4, 9, 7, 3]", "eta_fw=1", .. settings];
        ExperimentSource.Read(
            CellModels.All, "yin-yang", null, all.Select(setting => Override.Parse("--set", setting)), notes);
        Assert.Equal(reason is null ? 0 : 1, notes.Count);
        if (reason is not null)
            Assert.Contains($"since {reason}", notes[0], StringComparison.Ordinal);
    }

    [Fact]
    public void NoiseThatIsOffWhileFeedbackLearnsIsTold()
    {
        NetworkPlan plan = NetworkPlans.Of(Read("yin-yang"))[0];
        MicrocircuitParameters parameters = new(plan.Graph, plan.Options);
        Schedule silent = plan.Schedule with { Phases = [.. plan.Schedule.Phases.Select(Silent)] };
        Assert.Null(LearningNotes.WhyFeedbackStays(parameters, plan.Schedule));
        Assert.Equal("noise is off while B learns", LearningNotes.WhyFeedbackStays(parameters, silent));

        static Phase Silent(Phase phase) => phase with { Flags = phase.Flags & ~TickFlags.Noise };
    }

    [Fact]
    public void AnOwnFileWithoutNoiseAndRangesLearnsFeedback()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("own.yaml", Own);
        foreach (NetworkPlan plan in NetworkPlans.Of(Read(file)))
        {
            (double before, double after, double turned) = Learn(plan);
            Assert.InRange(before, 75, 105);
            Assert.InRange(after, 0, 20);
            Assert.InRange(turned, 45, 120);
        }

        // For comparison: without noise B keeps its direction.
        Assert.InRange(Learn(NetworkPlans.Of(Read(file, "noise_scale=0"))[0]).Turned, 0, 0.01);
    }

    [Fact]
    public void AnOwnFileStartsAndIsNoisyLikeYinYang()
    {
        using TemporaryFolder folder = new();
        Experiment own = Read(folder.Write("own.yaml", Own)), published = Read("yin-yang");
        string[] rates = ["eta_fw", "eta_bw", "eta_IP", "eta_PI"];
        foreach (PlanOption option in published.Parameters.Where(option => !rates.Contains(option.Name)))
            Assert.Equal(option.Values, own.Parameters.Single(ours => ours.Name == option.Name).Values);
    }

    // The angle between W^T and B of the last hidden area before and after, and by how many degrees that B has turned.
    private static (double Before, double After, double Turned) Learn(NetworkPlan plan)
    {
        PlainLoop loop = new(new PlannedNetwork(plan));
        double[] first = loop.Areas[^2].Above.B.ToRowMajor();
        double before = Angle();
        loop.RunTo(plan.Schedule.EndTick);
        double[] last = loop.Areas[^2].Above.B.ToRowMajor();
        return (before, Angle(), Degrees(first, last));

        double Angle()
        {
            double[] w = loop.Areas[^1].Below.W.ToRowMajor(), b = loop.Areas[^2].Above.B.ToRowMajor();
            double[] transposed = new double[w.Length];
            int rows = plan.Layers[^1], columns = plan.Layers[^2];
            for (int i = 0; i < rows; i++)
            {
                for (int j = 0; j < columns; j++)
                    transposed[(j * rows) + i] = w[(i * columns) + j];
            }

            return Degrees(transposed, b);
        }
    }

    private static Experiment Read(string experiment, params string[] settings) =>
        ExperimentSource.Read(
            CellModels.All, experiment, null, settings.Select(setting => Override.Parse("--set", setting)), []);

    private static double Degrees(double[] x, double[] y)
    {
        double product = x.Zip(y, (a, b) => a * b).Sum(), norms = Math.Sqrt(x.Sum(a => a * a) * y.Sum(b => b * b));
        return Math.Acos(Math.Clamp(product / norms, -1, 1)) * 180 / Math.PI;
    }

    private static async Task AssertNoted(TemporaryFolder folder, string file, string note)
    {
        string[][] commands =
        [
            ["run", file, "--quiet", "--out", folder["run"]],
            ["run", file, "--dry-run", "--no-calibration"],
            ["sweep", file, "--over", "eta_bw=0.1,0.5", "--quiet", "--out", folder["sweep"]],
            [
                "study", "delay", file, "--delays", "0", "--models", "PAL", "--direction", "both", "--quiet",
                "--out", folder["study"],
            ],
        ];
        foreach (string[] command in commands)
        {
            Invocation invocation = await Palactors.RunAsync(command);
            Assert.Equal(ExitCodes.Success, invocation.Code);
            Assert.Single(invocation.Error.Split('\n'), line => line.StartsWith(note, StringComparison.Ordinal));
        }
    }
}
