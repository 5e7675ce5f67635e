using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using PalActors.Cli.Terminal;
using PalActors.Lab.Results;

namespace PalActors.Seed.Tests;

/// <summary>Small runs from the command line to the files.</summary>
public sealed class RunTests
{
    [Fact]
    public async Task ARunWritesWhatItSays()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", Palactors.Small);

        Invocation invocation = await Palactors.RunAsync(
            "run", file, "--out", folder["out"], "--seeds", "3,4", "--set", "model=[PAL, no-feedback]", "--digest");

        Assert.Equal((ExitCodes.Success, ""), (invocation.Code, invocation.Error));
        Assert.Equal(
            RunFiles.OfEvery
                .Concat([RunFiles.Weights, RunFiles.Confusion, RunFiles.Classes, RunFiles.ConfusionFigure])
                .Concat(["accuracy.svg", "alignment.svg", "confusion.svg"]).Order(),
            Directory.GetFiles(folder["out"]).Select(f => Path.GetFileName(f)!).Order());
        Assert.StartsWith(
            "small: 4 networks (PAL, no-feedback), layers 4-5-3, 2 epochs, 1900 ticks each",
            invocation.Lines[0],
            StringComparison.Ordinal);
        Assert.Contains("epoch 2/2", invocation.Output, StringComparison.Ordinal);
        Assert.Contains(
            $"In {folder["out"]}: experiment.yaml, metrics.csv, results.json, confusion.csv, classes.csv, "
            + "accuracy.png, alignment.png, confusion.png, weights.h5",
            invocation.Lines);
        Assert.Contains(
            "This was a short run: 2 of the paper's 10 epochs.", invocation.Output, StringComparison.Ordinal);
        Assert.Contains(
            $" run {file} --set 'model=[PAL, no-feedback]' --seeds 3,4 --epochs 10",
            invocation.Output,
            StringComparison.Ordinal);
        string[] digests = invocation.Lines[^4..];
        Assert.All(digests, line => Assert.Matches("^digest [34] [0-9a-f]{64} (PAL|no-feedback)$", line));
        Assert.Equal(["3", "4", "3", "4"], digests.Select(line => line.Split(' ')[1]));
    }

    [Fact]
    public async Task QuietPrintsOnlyTheResult()
    {
        using TemporaryFolder folder = new();

        Invocation invocation = await Palactors.RunAsync(
            "run", folder.Write("small.yaml", Palactors.Small), "--out", folder["out"], "--quiet", "--digest");

        Assert.Equal(ExitCodes.Success, invocation.Code);
        Assert.DoesNotContain("epoch 1/2", invocation.Output, StringComparison.Ordinal);
        Assert.Contains("last epoch", invocation.Output, StringComparison.Ordinal);
        Assert.Matches("^digest 7 [0-9a-f]{64}$", invocation.Lines[^1]);
    }

    [Fact]
    public async Task TheEffectiveExperimentRepeatsTheRun()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", Palactors.Small);
        Invocation first = await Palactors.RunAsync(
            "run", file, "--out", folder["a"], "--seeds", "11", "--set", "eta_bw=0.25", "--ticks", "1234", "--digest",
            "--quiet");
        Invocation second = await Palactors.RunAsync(
            "run", Path.Combine(folder["a"], "experiment.yaml"), "--out", folder["b"], "--digest", "--quiet");

        Assert.Equal(ExitCodes.Success, second.Code);
        Assert.Matches("^digest 11 ", first.Lines[^1]);
        Assert.Equal(first.Lines[^1], second.Lines[^1]);
        Assert.Equal(
            File.ReadAllText(Path.Combine(folder["a"], "metrics.csv")),
            File.ReadAllText(Path.Combine(folder["b"], "metrics.csv")));
        Assert.Equal(
            File.ReadAllText(Path.Combine(folder["a"], "experiment.yaml")),
            File.ReadAllText(Path.Combine(folder["b"], "experiment.yaml")));
    }

    [Fact]
    public async Task ARunOfSomeTicksIsCountedInTicks()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", Palactors.Small);

        Invocation invocation = await Palactors.RunAsync("run", file, "--out", folder["out"], "--ticks", "500");

        string first = "small: 1 network (PAL), layers 4-5-3, 500 ticks each; ";
        Assert.StartsWith(first, invocation.Lines[0], StringComparison.Ordinal);
        Assert.Contains("This was a short run: 500 ticks of the paper's 7500. The paper's run:", invocation.Lines);
        Assert.DoesNotContain("at this speed", invocation.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("eta_bw=0.25")]
    [InlineData("data_seed=5")]
    [InlineData("layers=[4, 6, 3]")]
    [InlineData("train=3")]
    public async Task ARunOfAnotherExperimentNamesNoRunOfThePaper(string change)
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", Palactors.Small);

        Invocation run = await Palactors.RunAsync("run", file, "--out", folder["out"], "--set", change),
            effective = await Palactors.RunAsync(
                "run", Path.Combine(folder["out"], "experiment.yaml"), "--out", folder["again"]),
            resumed = await Palactors.RunAsync("resume", folder["out"]);

        Assert.All([run, effective, resumed], invocation =>
        {
            Assert.Equal(ExitCodes.Success, invocation.Code);
            Assert.DoesNotContain("paper", invocation.Output, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task FewerSamplesThanThePapersAreNamedAndThoseOfThePaperSet()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", Palactors.Small + "paper_samples: {train: 40, test: 20}\n");

        Invocation run = await Palactors.RunAsync(
            "run", file, "--out", folder["out"], "--epochs", "10", "--set", "train=5", "--set", "record=[]");

        Assert.Contains(
            "This was a short run: 10 of the paper's 10 epochs, 5 of 40 train samples, 2 of 20 test samples. "
            + "The paper's run:",
            run.Lines);
        Assert.EndsWith(
            $" run {file} --set 'record=[]' --set train=40 --set test=20 --epochs 10",
            run.Output.TrimEnd(),
            StringComparison.Ordinal);
        Invocation whole = await Palactors.RunAsync(
            "run", file, "--out", folder["whole"], "--epochs", "10", "--set", "train=40", "--set", "test=20");
        Assert.DoesNotContain("paper", whole.Output, StringComparison.Ordinal);
        Palactors.AssertRefused(
            await Palactors.RunAsync("run", file, "--out", folder["no"], "--set", "paper_samples={trian: 3}"),
            "paper_samples is", "valid is a map of train, validation, test to numbers");
    }

    [Fact]
    public async Task EpochsOfAStoppedRunAreThoseThatWereRun()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", Palactors.Small);
        using CancellationTokenSource stop = new();
        await stop.CancelAsync();

        Invocation run = await Palactors.RunAsync(stop.Token, "run", file, "--out", folder["out"]);

        Assert.Equal(ExitCodes.Interrupted, run.Code);
        Assert.Contains("This was a short run: 0 of the paper's 10 epochs.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MetricsAreTidy()
    {
        using TemporaryFolder folder = new();
        await Palactors.RunAsync("run", folder.Write("small.yaml", Palactors.Small), "--out", folder["out"], "--quiet");

        string text = File.ReadAllText(Path.Combine(folder["out"], "metrics.csv"));
        string[] lines = text.TrimEnd('\n').Split('\n');

        Assert.Equal("seed,model,tick,epoch,area,metric,value", lines[0]);
        Assert.DoesNotContain('\r', text);
        string[][] rows = [.. lines.Skip(1).Select(line => line.Split(','))];
        Assert.All(rows, row =>
        {
            Assert.Equal(7, row.Length);
            Assert.Equal(("7", "PAL"), (row[0], row[1]));
            Assert.Equal(
                row[6], double.Parse(row[6], CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture));
        });
        Assert.Equal(
            [300, 1000, 1700],
            rows.Where(r => r[5] == "accuracy_validation").Select(r => int.Parse(r[2], CultureInfo.InvariantCulture)));
        Assert.Equal(["0", "1", "2"], rows.Where(r => r[5] == "accuracy_validation").Select(r => r[3]));
        Assert.Equal(["1", "1", "1"], rows.Where(r => r[5] == "angle_WT_B").Select(r => r[4]));
        Assert.Equal(["1900"], rows.Where(r => r[5] == "accuracy_test").Select(r => r[2]));
        Assert.All(rows.Where(r => r[5].StartsWith("accuracy", StringComparison.Ordinal)), r =>
        {
            Assert.Equal("", r[4]);
            Assert.InRange(double.Parse(r[6], CultureInfo.InvariantCulture), 0, 1);
        });
        Assert.Equal(
            rows.Select(r => long.Parse(r[2], CultureInfo.InvariantCulture)).Order(),
            rows.Select(r => long.Parse(r[2], CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task ResultsAreJson()
    {
        using TemporaryFolder folder = new();
        Invocation invocation = await Palactors.RunAsync(
            "run", folder.Write("small.yaml", Palactors.Small), "--out", folder["out"], "--quiet", "--digest",
            "--seeds", "1,2,3");

        using JsonDocument results = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder["out"], "results.json")));
        JsonElement[] networks = [.. results.RootElement.GetProperty("networks").EnumerateArray()];

        Assert.Equal([1, 2, 3], networks.Select(n => n.GetProperty("seed").GetInt32()));
        Assert.Equal(
            invocation.Lines[^3..], networks.Select(n => $"digest {n.GetProperty("seed")} {n.GetProperty("digest")}"));
        Assert.All(networks, n => Assert.Equal(1900, n.GetProperty("ticks").GetInt64()));
        JsonElement model = Assert.Single(results.RootElement.GetProperty("models").EnumerateArray());
        double[] angles =
        [
            .. networks.Select(n => n.GetProperty("metrics").EnumerateArray()
                .Single(m => m.GetProperty("metric").GetString() == "angle_WT_B").GetProperty("value").GetDouble()),
        ];
        Assert.Equal(
            angles.Order().ElementAt(1), model.GetProperty("angle_WT_B_area_1").GetProperty("median").GetDouble());
    }

    [Fact]
    public async Task AStoppedRunWritesWhatItHas()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", Palactors.Small);
        using CancellationTokenSource stop = new();
        await stop.CancelAsync();

        Invocation invocation = await Palactors.RunAsync(stop.Token, "run", file, "--out", folder["out"]);

        Assert.Equal(ExitCodes.Interrupted, invocation.Code);
        Assert.Contains("these are the results so far", invocation.Output, StringComparison.Ordinal);
        Assert.Equal(MetricsFile.Header + "\n", File.ReadAllText(Path.Combine(folder["out"], "metrics.csv")));
        Assert.True(File.Exists(Path.Combine(folder["out"], "results.json")));
    }

    [Fact]
    public async Task AReplayEndsWithItsDeviation()
    {
        string trace = PalActors.TestKit.Golden.Paths.First(
            path => Path.GetFileName(path).StartsWith("a_", StringComparison.Ordinal));

        Invocation invocation = await Palactors.RunAsync("replay", trace);

        Assert.Equal((ExitCodes.Success, ""), (invocation.Code, invocation.Error));
        Match match = Regex.Match(invocation.Lines[^1], "^worst deviation (.+)$");
        Assert.True(match.Success);
        Assert.InRange(double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), 0, 1e-11);
    }

    [Fact]
    public async Task ListShowsTheExperimentsAtHand()
    {
        Invocation invocation = await Palactors.RunAsync("list");

        Assert.Equal(ExitCodes.Success, invocation.Code);
        string line = Assert.Single(invocation.Lines, l => l.StartsWith("yin-yang ", StringComparison.Ordinal));
        Assert.EndsWith("PAL, FA, BP, no-feedback", line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help", "palactors replay tests/golden/")]
    [InlineData("run --help", "Ctrl+C stops at a tick boundary")]
    [InlineData("replay -h", "worst deviation X")]
    [InlineData("list --help", "palactors list")]
    public async Task HelpHasExamples(string command, string part)
    {
        Invocation invocation = await Palactors.RunAsync(command.Split(' '));

        Assert.Equal((ExitCodes.Success, ""), (invocation.Code, invocation.Error));
        Assert.Contains("Example", invocation.Output, StringComparison.Ordinal);
        Assert.Contains(part, invocation.Output, StringComparison.Ordinal);
    }
}
