using PalActors.Areas.Contract.Models;
using PalActors.Cli;
using PalActors.Cli.Terminal;
using PalActors.Echo;
using PalActors.Lab.Experiments;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Tests;

/// <summary>Experiments that show several samples in parallel.</summary>
public sealed class BatchTests : IDisposable
{
    private const string Wide = """
        cells: wide
        layers: [4, 5, 3]
        model: wide
        seeds: [1]
        data: yin-yang
        epochs: 2
        train: 70
        validation: 20
        test: 17
        batch_size: 8

        """;

    private static readonly ModelRegistry s_models = CellModels.All.With(new WideEcho()).With(new EchoModel());

    private readonly TemporaryFolder _folder = new();
    private readonly string _experiment;

    public BatchTests() => _experiment = _folder.Write("wide.yaml", Wide);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void APhaseHasTheBatchesThatItsSamplesFill()
    {
        Schedule schedule = NetworkPlans.Of(ExperimentReader.Read(s_models, _experiment))[0].Schedule;
        Assert.Equal(8, schedule.Batch);
        Assert.Equal(
            [("validation", 2, 20), ("train", 8, 70), ("validation", 2, 20), ("train", 8, 70), ("validation", 2, 20),
                ("test", 2, 17)],
            schedule.Phases.Select(phase => (phase.Split, phase.Presentations, phase.Pool)));
        Assert.Equal(100 * (2 + 8 + 2 + 8 + 2 + 2), schedule.EndTick);
        long next = 1;
        Assert.All(schedule.Phases, phase => Assert.Equal((next, next += phase.Ticks), (phase.FirstTick, next)));
    }

    [Fact]
    public void ABatchOfOneIsThePlanWithoutTheKey()
    {
        NetworkPlan one = Plan(Wide.Replace("batch_size: 8", "batch_size: 1", StringComparison.Ordinal)),
            without = Plan(Wide.Replace("batch_size: 8", "", StringComparison.Ordinal));
        Assert.Equal(without.Schedule.Phases, one.Schedule.Phases);
        Assert.All(one.Schedule.Phases, phase => Assert.Equal(phase.Presentations, phase.Pool));

        NetworkPlan Plan(string text) =>
            NetworkPlans.Of(ExperimentReader.Read(s_models, _folder.Write("one.yaml", text)))[0];
    }

    [Fact]
    public async Task ABatchedRunGoesOnAndIsRepeatedByItsEffectiveExperiment()
    {
        string[] run = ["run", _experiment, "--digest", "--epochs", "40", "--out"];
        Invocation whole = await RunAsync([.. run, _folder["whole"]]);
        Assert.Equal((ExitCodes.Success, ""), (whole.Code, whole.Error));
        using CancellationTokenSource stop = new();
        using StopAtLine output = new("wide seed 1  epoch", stop);
        string[] paced = [.. run, _folder["stopped"], "--set", "pace=50000", "--snapshot-every", "500"];
        Assert.Equal(
            ExitCodes.Interrupted,
            await CommandLine.InvokeAsync(paced, s_models, output, TextWriter.Null, stop.Token));
        Invocation rest = await RunAsync([.. run, _folder["stopped"]]);
        Assert.True(rest.Code == ExitCodes.Success, rest.Error);
        Assert.Contains("goes on from tick", rest.Error, StringComparison.Ordinal);
        Assert.Equal(Digest(whole), Digest(rest));

        string effective = Path.Combine(_folder["whole"], "experiment.yaml");
        Assert.Contains("\nbatch_size: 8 ", File.ReadAllText(effective), StringComparison.Ordinal);
        Assert.Equal(Digest(whole), Digest(await RunAsync("run", effective, "--digest", "--out", _folder["again"])));
        Invocation other = await RunAsync([.. run, _folder["other"], "--set", "batch_size=7"]);
        Assert.NotEqual(Digest(whole), Digest(other));
    }

    [Theory]
    [InlineData("batch_size=0", "batch_size is '0'", "from 1")]
    [InlineData("batch_size=2.5", "batch_size is '2.5'", "whole number")]
    [InlineData("batch_size=64", "batch_size is 64; valid is 1 to 17, the test samples of the experiment")]
    [InlineData("train=5", "batch_size is 8; valid is 1 to 5, the train samples of the experiment")]
    public async Task ABatchFitsTheSamples(string set, params string[] parts) =>
        Palactors.AssertRefused(await RunAsync("run", _experiment, "--set", set), parts);

    [Fact]
    public async Task CellsThatTakeOneSampleAtATimeRefuseBatchesByName()
    {
        string echo = _folder.Write("echo.yaml", Wide.Replace("wide", "echo", StringComparison.Ordinal));
        Palactors.AssertRefused(
            await RunAsync("run", echo), "batch_size is 8, and cells echo take one sample at a time; valid is 1.");
        Palactors.AssertRefused(
            await RunAsync("run", "yin-yang", "--set", "batch_size=2"), "batch_size is 2, and cells microcircuit");
        Palactors.AssertRefused(
            await RunAsync("run", "fig3abc", "--set", "batch_size=2"), "batch_size is a key of task classification");
        Invocation one = await RunAsync("run", echo, "--set", "batch_size=1", "--dry-run", "--no-calibration");
        Assert.Equal((ExitCodes.Success, ""), (one.Code, one.Error));
    }

    private static Task<Invocation> RunAsync(params string[] args) =>
        Palactors.RunAsync(s_models, CancellationToken.None, args);

    private static string Digest(Invocation run) =>
        Assert.Single(run.Lines, line => line.StartsWith("digest ", StringComparison.Ordinal));

    // Of the toy a batch is an area that is as many times as wide.
    private sealed class WideEcho : IAreaModel
    {
        public string Name => "wide";

        public string Summary => "an echo of several samples in parallel";

        public bool TakesBatches => true;

        public INetwork Bind(NetworkPlan plan, INetworkServices services)
        {
            int batch = plan.Schedule.Batch;
            return new EchoNetwork(plan with { Layers = [.. plan.Layers.Select(size => size * batch)] }, services);
        }
    }
}
