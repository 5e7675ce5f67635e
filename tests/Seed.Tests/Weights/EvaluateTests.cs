using System.Globalization;
using System.Text.Json;
using PalActors.Cli.Terminal;
using PalActors.Lab.Evaluation;

namespace PalActors.Seed.Tests.Weights;

/// <summary>Trained networks are evaluated as they were in their own run, sample by sample.</summary>
public sealed class EvaluateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("small")]
    [InlineData("bp")]
    [InlineData("rate")]
    [InlineData("single")]
    [InlineData("graph")]
    public async Task TheTestAccuracyIsThatOfTheRunAndNothingLearns(string name)
    {
        string text = WeightExperiments.Text(name).Replace("test: 2\n", "test: 60\n", StringComparison.Ordinal);
        _folder.Write("e.yaml", text);
        Succeeded(await Palactors.RunAsync("run", _folder["e.yaml"], "--out", _folder["a"]));
        string before = File.ReadAllText(_folder["a/experiment.yaml"]);
        Invocation evaluated = Succeeded(await Palactors.RunAsync("evaluate", _folder["a"]));

        JsonElement figures = Figures("a/evaluation-test");
        double accuracy = Metric("accuracy_test");
        Assert.Equal(accuracy, figures.GetProperty("accuracy_test").GetDouble());
        Assert.Equal(
            figures.GetProperty("digest_before").GetString(), figures.GetProperty("digest_after").GetString());
        Assert.Contains("weights and D unchanged", evaluated.Output, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(_folder["a/experiment.yaml"]));

        // Outputs of single samples say the same: right ones, and each sample once.
        string[][] rows = Rows("a/evaluation-test/outputs_PAL_7.csv", name);
        Assert.Equal(figures.GetProperty("samples").GetInt32(), rows.Length);
        Assert.Equal(accuracy, rows.Average(row => double.Parse(row[4], CultureInfo.InvariantCulture)), 12);
        Assert.Equal(Enumerable.Range(0, rows.Length), rows.Select(row => int.Parse(row[1], null)).Order());
        Assert.All(rows, row => Assert.Equal(row[4] == "1", row[2] == row[3]));
        string confusion = File.ReadAllText(_folder[$"a/evaluation-test/confusion_{Label(name)}_7.csv"]);
        int[] counts =
        [
            .. confusion.TrimEnd().Split('\n').Skip(1).SelectMany(line => line.Split(',').Skip(1))
                .Select(count => int.Parse(count, CultureInfo.InvariantCulture)),
        ];
        Assert.Equal(rows.Length, counts.Sum());
        Assert.True(File.Exists(_folder[$"a/evaluation-test/confusion_{Label(name)}_7.png"]));
    }

    [Fact]
    public async Task ARunWhoseTargetsComeLateIsRefused()
    {
        _folder.Write("e.yaml", Palactors.Small);
        Succeeded(await Palactors.RunAsync(
            "run", _folder["e.yaml"], "--out", _folder["a"], "--set", "target_delay=aligned", "--set", "delay_up=3"));
        Palactors.AssertRefused(
            await Palactors.RunAsync("evaluate", _folder["a"]),
            "target_delay is 'aligned': a sample is answered 3 ticks late", "immediate");
        Assert.False(Directory.Exists(_folder["a/evaluation-test"]));
    }

    [Fact]
    public async Task ATargetThatIsAlignedWithoutDelaysIsEvaluatedAsAnyOther()
    {
        _folder.Write("e.yaml", Palactors.Small);
        foreach (string timing in new[] { "immediate", "aligned" })
        {
            Succeeded(await Palactors.RunAsync(
                "run", _folder["e.yaml"], "--out", _folder[timing], "--set", $"target_delay={timing}"));
            Succeeded(await Palactors.RunAsync("evaluate", _folder[timing]));
        }

        const string outputs = "evaluation-test/outputs_PAL_7.csv";
        Assert.Equal(
            File.ReadAllText(_folder[$"immediate/{outputs}"]), File.ReadAllText(_folder[$"aligned/{outputs}"]));
    }

    [Fact]
    public async Task TheOutputOfEachSampleIsThatOfTheRun()
    {
        string text = Palactors.Small.Replace(
            "validation: 3\ntest: 2\n", "validation: 40\ntest: 30\n", StringComparison.Ordinal);
        _folder.Write("e.yaml", text);
        Succeeded(await Palactors.RunAsync(
            "run", _folder["e.yaml"], "--out", _folder["a"], "--set", "record=[{observable: read_out, every: 100}]"));
        Succeeded(await Palactors.RunAsync("evaluate", _folder["a"]));
        Succeeded(await Palactors.RunAsync("export", _folder["a"], "--format", "csv", "--out", _folder["x"]));
        double[][] own =
        [
            .. File.ReadAllLines(_folder["x/PAL_7/area_2/read_out.csv"])[^30..].Select(Numbers),
        ];
        string outputs = _folder["a/evaluation-test/outputs_PAL_7.csv"];
        double[][] evaluated = [.. File.ReadAllLines(outputs)[1..].Select(Numbers)];
        Assert.Equal(30, evaluated.Length);
        foreach ((double[] first, double[] second) in own.Zip(evaluated))
            Assert.All(first.Zip(second), pair => Assert.Equal(pair.First, pair.Second, 1e-9));

        // Outputs are the last columns of both.
        static double[] Numbers(string line) =>
            [.. line.Split(',')[^3..].Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
    }

    [Fact]
    public async Task ValidationIsThatOfTheLastEpochAndTrainingSamplesCanBeShown()
    {
        _folder.Write("e.yaml", WeightExperiments.Rate);
        Succeeded(await Palactors.RunAsync("run", _folder["e.yaml"], "--out", _folder["a"]));
        Succeeded(await Palactors.RunAsync("evaluate", _folder["a"], "--split", "validation"));
        Assert.Equal(
            Metric("accuracy_validation"),
            Figures("a/evaluation-validation").GetProperty("accuracy_validation").GetDouble());
        Succeeded(await Palactors.RunAsync("evaluate", _folder["a"], "--split", "train", "--out", _folder["t"]));
        Assert.Equal(20, Figures("t").GetProperty("samples").GetInt32());
    }

    [Theory]
    [InlineData("regression", 2, 100)]
    [InlineData("autoencoder", 4, 15)]
    public async Task TasksWithoutClassesHaveAnErrorAndTheOutputOfEachSample(string task, int outputs, int samples)
    {
        _folder.Write("points.csv", WeightExperiments.Points);
        _folder.Write(
            "e.yaml", task == "regression" ? WeightExperiments.Regression : WeightExperiments.Autoencoder);
        Succeeded(await Palactors.RunAsync("run", _folder["e.yaml"], "--out", _folder["a"]));
        Invocation evaluated = Succeeded(await Palactors.RunAsync("evaluate", _folder["a"]));

        Assert.Contains($"{samples} test samples, error ", evaluated.Output, StringComparison.Ordinal);
        double error = Figures("a/evaluation-test").GetProperty("mse_test").GetDouble();
        Assert.Equal(Metric("mse_test"), error, 1e-9);
        string[] lines = File.ReadAllLines(_folder["a/evaluation-test/outputs_PAL_7.csv"]);
        IEnumerable<int> cells = Enumerable.Range(0, outputs);
        Assert.Equal(
            [
                "presented", "sample", .. cells.Select(cell => $"target_{cell}"),
                .. cells.Select(cell => $"output_{cell}"),
            ],
            lines[0].Split(','));
        double[][] rows =
        [
            .. lines[1..].Select(line => Array.ConvertAll(
                line.Split(','), text => double.Parse(text, CultureInfo.InvariantCulture))),
        ];
        Assert.Equal(samples, rows.Length);
        double mean = rows.Average(row => cells.Average(cell => Math.Pow(row[2 + cell] - row[2 + outputs + cell], 2)));
        Assert.Equal(error, mean, 1e-12);
        Assert.Empty(Directory.GetFiles(_folder["a/evaluation-test"], "confusion*"));
    }

    [Fact]
    public async Task AnotherFileCanBeShown()
    {
        Random random = new(3);
        string Lines(int count) => "x,y,species\n" + string.Concat(Enumerable.Range(0, count).Select(
            i => FormattableString.Invariant($"{random.NextDouble():F3},{random.NextDouble():F3},{"abc"[i % 3]}\n")));
        _folder.Write("own.csv", Lines(40));
        _folder.Write("more.csv", Lines(12));
        _folder.Write("e.yaml", Palactors.Small
            .Replace(
                "data: yin-yang\ntrain: 4\nvalidation: 3\ntest: 2\nlayers: [4,",
                "data: {file: own.csv, labels: species, scaling: min-max}\nlayers: [2,", StringComparison.Ordinal));
        Succeeded(await Palactors.RunAsync("run", _folder["e.yaml"], "--out", _folder["a"]));
        Invocation more = Succeeded(await Palactors.RunAsync("evaluate", _folder["a"], "--data", _folder["more.csv"]));
        Assert.Contains("12 test samples", more.Output, StringComparison.Ordinal);
        Assert.Equal(12, Figures("a/evaluation-data").GetProperty("samples").GetInt32());
        Assert.StartsWith("label,a,b,c\n", File.ReadAllText(_folder["a/evaluation-data/confusion_PAL_7.csv"]),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatCannotBeEvaluatedIsRefused()
    {
        _folder.Write("e.yaml", Palactors.Small);
        Succeeded(await Palactors.RunAsync("run", _folder["e.yaml"], "--out", _folder["a"]));
        await RefusesAsync(["--split", "tests"], "--split is 'tests'; valid is one of test, validation, train");
        await RefusesAsync(["--data", "none.csv"], "none.csv");
        await RefusesAsync(["--data", "x.csv", "--split", "train"], "valid with a file is test");
        await RefusesAsync(["--out", _folder["a"]], "valid is a new folder");
        File.Delete(_folder["a/weights.h5"]);
        await RefusesAsync([], "no weights.h5");
        Palactors.AssertRefused(await Palactors.RunAsync("evaluate", _folder["nowhere"]), "which holds no run");
    }

    [Fact]
    public void ConfusionCountsByClass()
    {
        double[][] targets = [[1, 0, 0], [0, 1, 0], [0, 1, 0], [0, 0, 1]];
        double[][] outputs = [[5, 5, 0], [0, 2, 1], [3, 2, 1], [0, 0, 1]];
        ConfusionMatrix counts = ConfusionMatrix.Of(targets, outputs);
        Assert.Equal(3, counts.Correct);
        Assert.Equal((1, 1, 1), (counts[0, 0], counts[1, 0], counts[1, 1]));
        Assert.Equal((0.5, 0.5, 1.0), (counts.Recall(1), counts.Precision(0), counts.Precision(1)));
    }

    private async Task RefusesAsync(string[] options, string part)
    {
        Palactors.AssertRefused(await Palactors.RunAsync(["evaluate", _folder["a"], .. options]), part);
        Assert.Empty(Directory.GetDirectories(_folder["a"], "evaluation*"));
    }

    private static string Label(string name) => name == "bp" ? "BP" : "PAL";

    private string[][] Rows(string path, string name) =>
    [
        .. File.ReadAllLines(_folder[path.Replace("PAL", Label(name), StringComparison.Ordinal)]).Skip(1)
            .Select(line => line.Split(',')),
    ];

    private JsonElement Figures(string folder)
    {
        using JsonDocument read = JsonDocument.Parse(File.ReadAllText(_folder[$"{folder}/evaluation.json"]));
        return read.RootElement[0].Clone();
    }

    private double Metric(string name)
    {
        using JsonDocument read = JsonDocument.Parse(File.ReadAllText(_folder["a/results.json"]));
        return read.RootElement.GetProperty("networks")[0].GetProperty("metrics").EnumerateArray()
            .Last(metric => metric.GetProperty("metric").GetString() == name).GetProperty("value").GetDouble();
    }

    private static Invocation Succeeded(Invocation run)
    {
        Assert.Equal((ExitCodes.Success, ""), (run.Code, run.Error));
        return run;
    }
}
