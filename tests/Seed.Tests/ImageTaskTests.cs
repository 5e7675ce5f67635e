using PalActors.Areas.Contract.Models;
using PalActors.Cli.Terminal;
using PalActors.Echo;
using PalActors.Lab.Experiments;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Seed.Tests;

/// <summary>Tasks with images: autoencoders and classifications, in batches, on made-up data.</summary>
public sealed class ImageTaskTests : IDisposable
{
    private const TickFlags Learning =
        TickFlags.LearnForward | TickFlags.LearnLateral | TickFlags.LearnBackward | TickFlags.Noise | TickFlags.Target;

    private const string Autoencoder = """
        cells: rates
        task: autoencoder
        data: mnist-images
        data_folder: digits
        layers: [16, 5, 2, 5, 16]
        model: rates
        seeds: [3, 5]
        epochs: 2
        train: 25
        validation: 5
        test: 7
        batch_size: 2

        """;

    private static readonly ModelRegistry s_models = CellModels.All.With(new Rates()).With(new EchoModel());

    private readonly TemporaryFolder _folder = new();
    private readonly string _experiment;

    public ImageTaskTests()
    {
        MadeUpDigits.Write(_folder["digits"]);
        _experiment = _folder.Write("auto.yaml", Autoencoder);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void AnAutoencoderValidatesBeforeTrainingAndAfterEachEpoch()
    {
        NetworkPlan plan = NetworkPlans.Of(Read(Autoencoder))[0];
        Assert.True(plan.TargetsAreInputs);
        const TickFlags evaluating = TickFlags.Noise | TickFlags.ReadOut;
        Assert.Equal(
            [
                ("validation", 0, 2, 5, evaluating, "mse_validation"), ("train", 1, 12, 25, Learning, null),
                ("validation", 1, 2, 5, evaluating, "mse_validation"), ("train", 2, 12, 25, Learning, null),
                ("validation", 2, 2, 5, evaluating, "mse_validation"), ("test", 2, 3, 7, evaluating, "mse_test"),
            ],
            plan.Schedule.Phases.Select(p => (p.Split, p.Epoch, p.Presentations, p.Pool, p.Flags, p.Metric)));
        Assert.Equal(6, plan.Schedule.Phases.Select(phase => phase.ShuffleRound).Distinct().Count());
        Assert.All(plan.Schedule.Phases, phase => Assert.Equal((2, 100), (phase.Batch, phase.PresentationTicks)));
    }

    [Theory]
    [InlineData("autoencoder")]
    [InlineData("classification")]
    public void EvaluationsMayBeWithoutNoise(string task)
    {
        string text = Autoencoder.Replace("task: autoencoder", "task: " + task, StringComparison.Ordinal);
        if (task == "classification")
            text = text.Replace("5, 16]", "5, 10]", StringComparison.Ordinal);
        Phase[] usual = NetworkPlans.Of(Read(text))[0].Schedule.Phases,
            quiet = NetworkPlans.Of(Read(text + "evaluation_noise: false\n"))[0].Schedule.Phases;
        Assert.All(quiet.Zip(usual), pair => Assert.Equal(
            pair.Second.Split == "train" ? Learning : TickFlags.ReadOut, pair.First.Flags));
        Assert.Equal(usual, quiet.Zip(usual, (without, with) => without with { Flags = with.Flags }));
        Assert.Equal(usual, NetworkPlans.Of(Read(text + "evaluation_noise: true\n"))[0].Schedule.Phases);
    }

    [Theory]
    [InlineData(42_000, 1312, 312, 312)]
    [InlineData(50_000, 1562, 312, 312)]
    public void BatchesOfThePaperAreThoseThatSamplesFill(int train, params int[] batches)
    {
        string text = Autoencoder.Replace("batch_size: 2", "batch_size: 32", StringComparison.Ordinal)
            .Replace("train: 25", train == 50_000 ? "" : $"train: {train}", StringComparison.Ordinal)
            .Replace("validation: 5\ntest: 7\n", "", StringComparison.Ordinal);
        Phase[] phases = NetworkPlans.Of(Read(text))[0].Schedule.Phases;
        Assert.Equal(batches, new[] { phases[1], phases[0], phases[^1] }.Select(phase => phase.Presentations));
        Assert.Equal([train, 10_000, 10_000], new[] { phases[1], phases[0], phases[^1] }.Select(phase => phase.Pool));
    }

    [Fact]
    public async Task AnAutoencoderRunsAndItsEffectiveExperimentRepeatsIt()
    {
        Invocation run = await RunAsync("run", _experiment, "--digest", "--out", _folder["run"]);
        Assert.Equal((ExitCodes.Success, ""), (run.Code, run.Error));
        string effective = Path.Combine(_folder["run"], "experiment.yaml"), text = File.ReadAllText(effective);
        Assert.All(
            ["task: autoencoder", "batch_size: 2", "evaluation_noise: true", "data: mnist-images"],
            line => Assert.Contains("\n" + line, text, StringComparison.Ordinal));
        Assert.DoesNotContain("data_seed", text, StringComparison.Ordinal);
        Invocation again = await RunAsync("run", effective, "--digest", "--out", _folder["again"]);
        Assert.Equal(run.Lines[^2..], again.Lines[^2..]);
        // The toy forgets: its last state tells which images came last, and each seed has its own order.
        Assert.NotEqual(run.Lines[^1].Split(' ')[2], run.Lines[^2].Split(' ')[2]);
    }

    [Theory]
    [InlineData("shapes", "layers=[768, 4, 10]")]
    [InlineData("cifar10", "layers=[3072, 4, 10]", "train=12", "validation=3", "test=4")]
    [InlineData("mnist-images", "layers=[16, 4, 10]")]
    public async Task ImagesAreClassified(string data, params string[] settings)
    {
        MadeUpPhotos.Write(_folder["digits"]);
        string text = Autoencoder.Replace("mnist-images", data, StringComparison.Ordinal)
            .Replace("autoencoder", "classification", StringComparison.Ordinal);
        if (data == "shapes")
            text = text.Replace("data_folder: digits\n", "", StringComparison.Ordinal);
        string[] set = [.. settings.SelectMany(setting => new[] { "--set", setting })];
        Invocation run = await RunAsync(
            ["run", _folder.Write("images.yaml", text), "--digest", "--out", _folder["run"], .. set]);
        Assert.Equal((ExitCodes.Success, ""), (run.Code, run.Error));
    }

    [Theory]
    [InlineData("layers=[16, 5, 10]", "layers[2] is 10; valid is 16, as layers[0], since samples are their own")]
    [InlineData("layers=[15, 5, 15]", "layers[0] is 15; valid is 16, the pixels of an image of mnist-images")]
    [InlineData("data=cifar10", "layers[0] is 16; valid is 3072, the inputs of cifar10")]
    [InlineData("train=26", "train is 26; valid is 1 to 25, the train samples of mnist-images")]
    [InlineData("evaluation_noise=off", "evaluation_noise is 'off'", "valid is one of true, false")]
    [InlineData("task=autoencode", "task is 'autoencode'", "autoencoder")]
    [InlineData("data_seed=1", "data_seed is given", "valid is data_folder")]
    public async Task WhatDoesNotFitIsRefused(string setting, params string[] parts) =>
        Palactors.AssertRefused(
            await RunAsync("run", _experiment, "--set", setting, "--out", _folder["none"]), parts);

    [Fact]
    public async Task CellsThatDoNotMeasureTheErrorHaveNoAutoencoder()
    {
        Palactors.AssertRefused(
            await RunAsync("run", _experiment, "--set", "cells=echo", "--set", "model=echo"),
            "task is 'autoencoder', which cells echo do not measure; valid is classification.");
        Palactors.AssertRefused(
            await RunAsync("run", "yin-yang", "--set", "task=autoencoder"),
            "which cells microcircuit do not measure; valid is classification, bw_only, fw_bw.");
        Palactors.AssertRefused(
            await RunAsync("run", "fig3abc", "--set", "evaluation_noise=false"),
            "evaluation_noise is a key of task classification and autoencoder");
    }

    private Experiment Read(string text) => ExperimentReader.Read(s_models, _folder.Write("read.yaml", text));

    private static Task<Invocation> RunAsync(params string[] args) =>
        Palactors.RunAsync(s_models, CancellationToken.None, args);

    // Of the toy a batch is an area that is as many times as wide; it does not compute the error that it names.
    private sealed class Rates : IAreaModel
    {
        public string Name => "rates";

        public string Summary => "an echo that takes batches";

        public bool TakesBatches => true;

        public IReadOnlyList<MetricDescriptor> Metrics { get; } =
        [
            new("mse_validation", "mse", "1", MetricHome.Network, MetricForm.Magnitude, "error"),
            new("mse_test", "mse", "1", MetricHome.Network, MetricForm.Magnitude, "error"),
        ];

        public INetwork Bind(NetworkPlan plan, INetworkServices services)
        {
            int batch = plan.Schedule.Batch;
            return new EchoNetwork(plan with { Layers = [.. plan.Layers.Select(size => size * batch)] }, services);
        }
    }
}
