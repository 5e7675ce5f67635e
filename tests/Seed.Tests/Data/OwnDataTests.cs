using System.Text.Json;
using PalActors.Cli.Progress;
using PalActors.Cli.Terminal;

namespace PalActors.Seed.Tests.Data;

/// <summary>Experiments whose data are a user's own files.</summary>
public sealed class OwnDataTests : IDisposable
{
    private const string Regression = """
        cells: rate
        task: regression
        data: {file: points.csv, targets: [angle, radius], scaling: z-score}
        layers: [2, 6, 2]
        model: [PAL, BP]
        seeds: [1]
        epochs: 2
        batch_size: 4
        models:
          PAL: {eta_B: 0.1, reg: 1.0e-5, sigma: 0.05}
        eta_W: 0.1
        activation: [sigmoid, linear]
        target_type: mse
        beta: 0.1
        error_path: direct
        dt: 0.1
        Tpres: 2
        tau_xi: 10
        tau_HP: 10
        weight_sd: 0.05

        """;

    private readonly TemporaryFolder _folder = new();

    public OwnDataTests()
    {
        Random random = new(3);
        _folder.Write("flowers.csv", "sepal,petal,species\n" + string.Concat(Enumerable.Range(0, 40).Select(
            i => FormattableString.Invariant($"{random.NextDouble():F3},{random.NextDouble():F3},{"abc"[i % 3]}\n"))));
        _folder.Write("flowers.yaml", Flowers("{file: flowers.csv, labels: species, scaling: min-max}"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ARunShowsAndKeepsHashShapeAndBalanceAndIsRepeatedByItsExperiment()
    {
        Invocation first = await RunAsync("flowers.yaml", "a", "--digest");
        Assert.Equal((ExitCodes.Success, ""), (first.Code, first.Error));
        Assert.Contains("data: 2 inputs, 3 classes; SHA-256 ", first.Output, StringComparison.Ordinal);
        Assert.Contains("  train: 32 samples (a ", first.Output, StringComparison.Ordinal);
        using JsonDocument results = JsonDocument.Parse(File.ReadAllText(_folder["a/results.json"]));
        JsonElement data = results.RootElement.GetProperty("data");
        Assert.Contains(data.GetProperty("sha256").GetString()!, first.Output, StringComparison.Ordinal);
        Assert.Equal(["a", "b", "c"], data.GetProperty("classes").EnumerateArray().Select(one => one.GetString()));
        JsonElement train = data.GetProperty("splits").GetProperty("train");
        Assert.Equal(32, train.GetProperty("samples").GetInt32());
        Assert.Equal(32, train.GetProperty("balance").EnumerateArray().Sum(one => one.GetInt32()));

        // The folder of the run is another one, so that files are found only by a path that is written there.
        Invocation second = await RunAsync("a/experiment.yaml", "b", "--digest");
        Assert.Equal((ExitCodes.Success, ""), (second.Code, second.Error));
        Assert.Equal(first.Lines[^1], second.Lines[^1]);
        Assert.Equal(
            File.ReadAllText(_folder["a/experiment.yaml"]), File.ReadAllText(_folder["b/experiment.yaml"]));
    }

    [Fact]
    public async Task TheCommandLineSetsSingleKeys()
    {
        Invocation plain = await RunAsync("flowers.yaml", "a", "--digest");
        Invocation other = await RunAsync("flowers.yaml", "b", "--digest", "--set", "data.scaling=z-score");
        Invocation files = await RunAsync(
            "flowers.yaml", "c", "--digest", "--set", "data.test=flowers.csv", "--set", "data.rates=[-1, 1]");
        Assert.All([plain, other, files], one => Assert.Equal((ExitCodes.Success, ""), (one.Code, one.Error)));
        Assert.Equal(3, new[] { plain, other, files }.Select(one => one.Lines[^1]).Distinct().Count());
        Assert.Contains("  test: 40 samples", files.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARunGoesOnOnlyWithTheSameData()
    {
        await RunAsync("flowers.yaml", "a", "--ticks", "300");
        string other = File.ReadAllText(_folder["flowers.csv"]).Replace("0.1", "0.2", StringComparison.Ordinal);
        _folder.Write("flowers.csv", other);
        Invocation again = await RunAsync("flowers.yaml", "a", "--ticks", "300");
        // A complete run is shown, whatever became of its data.
        Assert.Equal(ExitCodes.Success, again.Code);
        File.Delete(_folder["a/results.json"]);
        Palactors.AssertRefused(
            await RunAsync("flowers.yaml", "a", "--ticks", "300"), "holds a run on other data", "own data has SHA-256");
    }

    [Fact]
    public async Task RealValuedTargetsAreLearnedByRegression()
    {
        _folder.Write("points.csv", "x,y,angle,radius\n" + string.Concat(Enumerable.Range(0, 50).Select(
            i => FormattableString.Invariant($"{i % 7},{i % 5},{0.1 * (i % 7)},{0.2 * (i % 5)}\n"))));
        _folder.Write("points.yaml", Regression);
        Invocation run = await RunAsync("points.yaml", "a");
        Assert.Equal((ExitCodes.Success, ""), (run.Code, run.Error));
        Assert.Contains("2 inputs, 2 real-valued targets", run.Output, StringComparison.Ordinal);
        Assert.Contains("mse_validation", File.ReadAllText(_folder["a/metrics.csv"]), StringComparison.Ordinal);
        Palactors.AssertRefused(
            await RunAsync("points.yaml", "b", "--set", "task=classification"),
            "data.labels is missing; task classification needs it.");
        Palactors.AssertRefused(
            await RunAsync("points.yaml", "b", "--set", "layers=[2, 6, 3]"), "layers[2] is 3; valid is 2");
    }

    [Theory]
    [InlineData("data.labels=kind", "names 'kind', which is no column", "sepal, petal, species")]
    [InlineData("data.inputs=species", "species is an input and what is to be learned")]
    [InlineData("data.inputs=[species, petal]", "species is an input")]
    [InlineData("data.scaling=zscore", "--set: data.scaling is 'zscore'", "valid is one of none, min-max, z-score")]
    [InlineData("data.rates=[1, 0]", "data.rates is [1, 0]", "the first below the second")]
    [InlineData("data.split_seed=-1", "data.split_seed is '-1'", "or none")]
    [InlineData("data.test=0.95", "data.test: the shares of validation and test are 1 or more")]
    [InlineData("data.test=1.5", "data.test: it is 1.5; valid is a share between 0 and 1, or files")]
    [InlineData("data.file=none.csv", "none.csv: there is no such file")]
    [InlineData("data.flie=a.csv", "data.'flie' is not a key", "'file'")]
    [InlineData("data.test.lables=a.csv", "data.test.'lables' is not a key", "'labels'")]
    [InlineData("data=[a.csv]", "data is [a.csv]", "valid is one of yin-yang")]
    [InlineData("data={labels: y}", "data.file: it is missing, and so is inputs")]
    [InlineData("data={file: flowers.csv}", "data.labels is missing; task classification needs it.")]
    [InlineData("data_seed=4", "data_seed is given", "which comes as files")]
    [InlineData("layers=[3, 5, 3]", "layers[0] is 3; valid is 2")]
    [InlineData("layers=[2, 5, 4]", "layers[2] is 4; valid is 3")]
    [InlineData("train=33", "train is 33; valid is 1 to 32")]
    public async Task WhatDoesNotFitIsRefusedBeforeAnythingIsWritten(string setting, params string[] parts)
    {
        Palactors.AssertRefused(await RunAsync("flowers.yaml", "a", "--set", setting), parts);
        Assert.False(Directory.Exists(_folder["a"]));
    }

    [Theory]
    [InlineData("sepal,petal\n1,2\n", "labels names 'species', which is no column")]
    [InlineData("sepal,petal,species\n1,2,a\n3,b\n", "flowers.csv:3: row 2 has 2 columns; valid is 3")]
    [InlineData("sepal,petal,species\n1,2,a\n3,x,b\n", "flowers.csv:3: row 2, column petal is 'x'")]
    [InlineData("sepal,petal,species\n1,NaN,a\n3,4,b\n", "flowers.csv:2: row 1, column petal is 'NaN'")]
    [InlineData("sepal,petal,species\n", "there is only a header")]
    public async Task BadFilesAreToldInOneLine(string csv, params string[] parts)
    {
        _folder.Write("flowers.csv", csv);
        Palactors.AssertRefused(await RunAsync("flowers.yaml", "a"), parts);
        // Also where the experiment says how many samples there are, and is read without them.
        Palactors.AssertRefused(
            await RunAsync("flowers.yaml", "a", "--set", "train=1", "--set", "validation=1", "--set", "test=1"), parts);
        Assert.False(Directory.Exists(_folder["a"]));
    }

    [Fact]
    public async Task AnExperimentThatSaysHowManySamplesIsReadWithoutItsFiles()
    {
        File.Delete(_folder["flowers.csv"]);
        string[] counts = ["--set", "train=10", "--set", "validation=5", "--set", "test=5"];
        Invocation dry = await Palactors.RunAsync(["run", _folder["flowers.yaml"], "--dry-run", .. counts]);
        Assert.Equal((ExitCodes.Success, ""), (dry.Code, dry.Error));
    }

    [Fact]
    public async Task ShowTellsFormatHashColumnsAndBalance()
    {
        Invocation file = await Palactors.RunAsync("data", "show", _folder["flowers.csv"]);
        Assert.Equal((ExitCodes.Success, ""), (file.Code, file.Error));
        string hash = Convert.ToHexStringLower(
            System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(_folder["flowers.csv"])));
        long length = new FileInfo(_folder["flowers.csv"]).Length;
        Assert.EndsWith($"CSV, {length} bytes, SHA-256 {hash}", file.Lines[0], StringComparison.Ordinal);
        Assert.Equal("  sepal    40  numbers", file.Lines[1]);
        Assert.Equal("  species  40  texts (a 14, b 13, c 13)", file.Lines[3]);
        Invocation experiment = await Palactors.RunAsync("data", "show", _folder["flowers.yaml"]);
        Assert.StartsWith("data: 2 inputs, 3 classes; SHA-256 ", experiment.Lines[0], StringComparison.Ordinal);
        Palactors.AssertRefused(
            await Palactors.RunAsync("data", "show", _folder["none.csv"]), "there is no such file");
    }

    [Fact]
    public async Task ShowNamesTheFirstTextAmongNumbers()
    {
        _folder.Write("a.csv", "x,y,kind\n1,2,3\n4,nan,b\n7,,4\n5,6,c\n2,3,d\n");
        Invocation shown = await Palactors.RunAsync("data", "show", _folder["a.csv"]);
        Assert.Equal(
            [
                "  x     5  numbers",
                "  y     5  numbers, but row 2 is 'nan'",
                "  kind  5  texts (3 1, b 1, 4 1, c 1, d 1)",
            ],
            shown.Lines[1..]);
    }

    [Fact]
    public async Task ListNamesTheFormatsOfOwnFiles()
    {
        Invocation list = await Palactors.RunAsync("data", "list", "--folder", _folder["none"]);
        Assert.Contains("\n.npz ", list.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void ABarTellsHowMuchIsRead() => Assert.Equal(
        "reading pixels.csv [###############...............] 50 % of 120.0 MB",
        ReadingBar.Line("/data/pixels.csv", 60_000_000, 120_000_000));

    private static string Flowers(string data) => Palactors.Small.Replace(
        "data: yin-yang\ntrain: 4\nvalidation: 3\ntest: 2\nlayers: [4,",
        $"data: {data}\nlayers: [2,",
        StringComparison.Ordinal);

    private Task<Invocation> RunAsync(string experiment, string folder, params string[] more) =>
        Palactors.RunAsync(["run", _folder[experiment], "--out", _folder[folder], .. more]);
}
