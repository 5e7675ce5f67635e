using System.Globalization;
using System.Text.Json;
using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Toolkit.Readouts;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Lab.Experiments;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Seed.Tests;

/// <summary>Read-outs of the narrowest area after every epoch, from what a run records.</summary>
public sealed class ReadOutTests : IDisposable
{
    private const string Experiment = """
        cells: rate
        task: autoencoder
        data: mnist-images
        data_folder: digits
        layers: [16, 6, 2, 6, 16]
        activation: [tanh, linear, tanh, linear]
        model: [PAL, BP]
        eta_W: 0.5
        sigma: 0.05
        error_path: soma
        dt: 0.1
        Tpres: 2
        seeds: [3]
        epochs: 2
        train: 25
        validation: 5
        test: 7
        batch_size: 2

        """;

    private readonly TemporaryFolder _folder = new();
    private readonly string _experiment;

    public ReadOutTests()
    {
        MadeUpDigits.Write(_folder["digits"]);
        _experiment = _folder.Write("auto.yaml", Experiment);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task EachEpochHasTheAccuracyOfClassifiersThatSeeTheCellsAlone()
    {
        Invocation run = await Palactors.RunAsync("run", _experiment, "--out", _folder["run"]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        string[] rows = File.ReadAllLines(_folder["run/readout.csv"]);

        Assert.Equal("model,seed,epoch,area,read_out,accuracy,lowest,highest", rows[0]);
        Assert.Equal(2 * 3 * 2, rows.Length - 1);
        IReadOnlyList<NetworkPlan> plans =
            NetworkPlans.Of(ExperimentReader.Read(CellModels.All, _experiment));
        foreach (NetworkPlan plan in plans)
        {
            Phase[] evaluations = [.. plan.Schedule.Phases.Where(phase => phase.Split == "validation")];
            Assert.Equal(3, evaluations.Length);
            foreach (Phase evaluation in evaluations)
            {
                double expected = Oracle(plan, evaluation.LastTick);
                string start = $"{plan.Label},3,{evaluation.Epoch},2,logistic,";
                string row = Assert.Single(rows, row => row.StartsWith(start, StringComparison.Ordinal));
                Assert.Equal(expected, double.Parse(row.Split(',')[5], CultureInfo.InvariantCulture));
            }
        }

        foreach (string figure in (string[])["readout.png", "latent.png", "reconstruction.png"])
            Assert.True(new FileInfo(_folder[$"run/{figure}"]).Length > 1000, figure);
        byte[] before = File.ReadAllBytes(_folder["run/readout.csv"]);
        Invocation again = await Palactors.RunAsync("readout", _folder["run"]);
        Assert.Equal((0, ""), (again.Code, again.Error));
        Assert.Equal(before, File.ReadAllBytes(_folder["run/readout.csv"]));
    }

    [Fact]
    public async Task ACompleteRunNamesItsReadOutsAndAFreshOneRemovesThem()
    {
        string[] names = ["readout.csv", "readout.png", "latent.png", "reconstruction.png"];
        Assert.Equal(0, (await Palactors.RunAsync("run", _experiment, "--out", _folder["run"])).Code);
        Invocation again = await Palactors.RunAsync("run", _experiment, "--out", _folder["run"]);
        Assert.Equal((0, ""), (again.Code, again.Error));
        Assert.All(names, name => Assert.Contains(name, again.Output, StringComparison.Ordinal));

        Invocation fresh = await Palactors.RunAsync(
            "run", _experiment, "--fresh", "--set", "read_out=none", "--out", _folder["run"]);
        Assert.Equal((0, ""), (fresh.Code, fresh.Error));
        Assert.All(names, name => Assert.False(File.Exists(_folder[$"run/{name}"]), name));
    }

    [Fact]
    public async Task PlotDrawsWhatNeedsNoDataAgainAndNamesTheRest()
    {
        Assert.Equal(0, (await Palactors.RunAsync("run", _experiment, "--out", _folder["run"], "--quiet")).Code);
        string[] figures = [.. Directory.GetFiles(_folder["run"], "*.png").Select(path => Path.GetFileName(path))];
        Assert.Equal(
            ["alignment.png", "latent.png", "readout.png", "reconstruction.png"], figures.Order());
        byte[] readOut = File.ReadAllBytes(_folder["run/readout.png"]);
        foreach (string figure in figures)
            File.Delete(_folder[$"run/{figure}"]);

        Invocation plot = await Palactors.RunAsync("plot", _folder["run"]);

        Assert.Equal((0, ""), (plot.Code, plot.Error));
        Assert.Equal($"In {_folder["run"]}: alignment.png, readout.png", plot.Lines[0]);
        Assert.Equal(
            $"Drawn from the data by 'palactors readout {_folder["run"]}': latent.png, reconstruction.png",
            plot.Lines[1]);
        Assert.Equal(readOut, File.ReadAllBytes(_folder["run/readout.png"]));
        Assert.Equal(0, (await Palactors.RunAsync("readout", _folder["run"])).Code);
        Assert.All(figures, figure => Assert.True(File.Exists(_folder[$"run/{figure}"]), figure));
    }

    [Fact]
    public async Task ARunThatRecordsNothingSaysSo()
    {
        Invocation run = await Palactors.RunAsync(
            "run", _experiment, "--out", _folder["run"], "--quiet", "--ticks", "3", "--set", "model=PAL");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains(
            run.Lines, line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["PAL", "1", "-"]);
        Assert.Contains("Nothing has been recorded.", run.Lines);
        Assert.DoesNotContain("Last record", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProgressAndTableShowTheErrorsOfAnAutoencoder()
    {
        Invocation run = await Palactors.RunAsync("run", _experiment, "--out", _folder["run"]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Dictionary<(string, int), double> errors = File.ReadAllLines(_folder["run/metrics.csv"])
            .Select(row => row.Split(','))
            .Where(row => row.Contains("mse_validation"))
            .ToDictionary(
                row => (row[1], int.Parse(row[3], CultureInfo.InvariantCulture)),
                row => double.Parse(row[^1], CultureInfo.InvariantCulture));
        string[] lines = run.Output.Split('\n');
        foreach (((string model, int epoch), double error) in errors)
        {
            string text = string.Create(CultureInfo.InvariantCulture, $"epoch {epoch}/2  validation error {error:G3}");
            Assert.Contains(lines, line => line.StartsWith($"{model} seed 3", StringComparison.Ordinal)
                && line.Contains(text, StringComparison.Ordinal));
        }

        string last = errors[("PAL", 2)].ToString("G3", CultureInfo.InvariantCulture);
        Assert.Contains(
            lines,
            line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                is ["PAL", "1", "mse_validation", string value, ..] && value == last);
        using JsonDocument results = JsonDocument.Parse(File.ReadAllText(_folder["run/results.json"]));
        JsonElement pal = results.RootElement.GetProperty("models")[0];
        Assert.Equal(errors[("PAL", 2)], pal.GetProperty("mse_validation").GetProperty("median").GetDouble());
        Assert.Equal(
            Math.Min(errors[("PAL", 1)], errors[("PAL", 2)]),
            pal.GetProperty("mse_validation_best").GetProperty("median").GetDouble());
        Assert.False(pal.TryGetProperty("accuracy_validation", out _));
    }

    [Fact]
    public async Task ReadOutsChangeNoBitOfTheRun()
    {
        Invocation with = await Palactors.RunAsync("run", _experiment, "--digest", "--out", _folder["with"]),
            without = await Palactors.RunAsync(
                "run", _experiment, "--digest", "--set", "read_out=none", "--out", _folder["without"]);

        Assert.Equal(0, with.Code + without.Code);
        Assert.Equal(2, Digests(with).Length);
        Assert.Equal(Digests(with), Digests(without));
        Assert.False(File.Exists(_folder["without/readout.csv"]));
        Assert.False(File.Exists(_folder["without/recording.h5"]));
        Assert.Equal(
            File.ReadAllLines(_folder["with/metrics.csv"]).Order(),
            File.ReadAllLines(_folder["without/metrics.csv"]).Order());
    }

    [Theory]
    [InlineData("read_out=[none, sgd]", "read_out is [none, sgd]", "valid is none")]
    [InlineData("read_out=svm", "read_out is 'svm'", "logistic, sgd, none")]
    [InlineData("paper_read_out=30", "paper_read_out is '30'", "valid is a map")]
    public async Task WhatIsInvalidIsRefused(string setting, params string[] parts) => Palactors.AssertRefused(
        await Palactors.RunAsync("run", _experiment, "--set", setting, "--out", _folder["no"]), parts);

    [Fact]
    public async Task AnAreaBehindAConvolutionIsNotReadOut()
    {
        string[] conv =
        [
            "run", _experiment, "--set", "channels=1", "--set", "kernel=[3, 0, 0, 0]", "--set",
            "layers=[16, 8, 2, 6, 16]",
        ];
        Palactors.AssertRefused(
            await Palactors.RunAsync([.. conv, "--set", "read_out=sgd", "--out", _folder["no"]]),
            "areas 1 to 2", "valid is none");
        Invocation run = await Palactors.RunAsync([.. conv, "--out", _folder["run"]]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("read_out: none", File.ReadAllText(_folder["run/experiment.yaml"]), StringComparison.Ordinal);
    }

    // The same network, run in a plain loop; its samples pass through its weights one by one.
    private static double Oracle(NetworkPlan plan, long tick)
    {
        AreaLoop loop = new(CellModels.All.Bind(plan, SpareThreads.None), plan.Schedule, plan.Top, null);
        loop.RunTo(tick);
        AreaState[] areas = loop.Capture(CaptureKind.Observed);
        ILabelledDataSet data = (ILabelledDataSet)((IEncodingModel)CellModels.All.Get("rate")).Samples(plan).Data;
        return new LogisticReadout().Fit(Latents("train", 24)).Score(Latents("test", 6));

        LabelledFeatures Latents(string split, int count)
        {
            double[] values = new double[2 * count];
            for (int i = 0; i < count; i++)
            {
                double[] input = new double[data.Inputs];
                data.Input(split, i, input);
                double[] hidden = [.. Drive(areas[0], input).Select(Math.Tanh)];
                Drive(areas[1], hidden).CopyTo(values, 2 * i);
            }

            return new LabelledFeatures(values, 2, [.. Enumerable.Range(0, count).Select(i => data.ClassOf(split, i))]);
        }

        static double[] Drive(AreaState area, double[] below)
        {
            StateBlock w = area["W"], b = area["b"];
            return
            [
                .. Enumerable.Range(0, w.Rows).Select(row =>
                    b.Values[row] + below.Select((x, column) => x * w.Values[(row * w.Columns) + column]).Sum()),
            ];
        }
    }

    private static string[] Digests(Invocation run) =>
        [.. run.Output.Split('\n').Where(line => line.StartsWith("digest ", StringComparison.Ordinal)).Order()];
}
