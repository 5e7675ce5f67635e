using System.Text.Json;
using PalActors.Cli.Terminal;
using PureHDF;

namespace PalActors.Seed.Tests;

/// <summary>Runs with a value that is not finite: never a success, and always with tick, area and quantity.</summary>
public sealed class DivergenceTests : IDisposable
{
    private const string Where = "PAL seed 7 diverged at tick 1400, epoch 2: W (forward weights) of area 1 is NaN";

    private readonly TemporaryFolder _folder = new();
    private readonly string _experiment;

    public DivergenceTests() => _experiment = _folder.Write("small.yaml", Palactors.Small);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ItExitsWithOneAndSaysTickEpochAreaAndQuantity()
    {
        Invocation run = await RunAsync("a", "--digest");
        Assert.Equal(ExitCodes.Failed, run.Code);
        Assert.Equal($"palactors: {Where}", run.Error.TrimEnd());
        Assert.DoesNotContain("digest", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 (1 diverged)", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 of 1 network diverged.", run.Output, StringComparison.Ordinal);
        JsonElement results = Results("a"), network = results.GetProperty("networks")[0];
        JsonElement diverged = network.GetProperty("diverged");
        Assert.False(results.GetProperty("completed").GetBoolean());
        Assert.Equal(1, results.GetProperty("diverged").GetInt32());
        Assert.False(network.GetProperty("completed").GetBoolean());
        Assert.Equal(JsonValueKind.Null, network.GetProperty("digest").ValueKind);
        Assert.Equal(1400, diverged.GetProperty("tick").GetInt64());
        Assert.Equal(2, diverged.GetProperty("epoch").GetInt32());
        Assert.Equal(1, diverged.GetProperty("area").GetInt32());
        Assert.Equal("W", diverged.GetProperty("quantity").GetString());
        JsonElement model = results.GetProperty("models")[0];
        Assert.Equal(1, model.GetProperty("seeds").GetInt32());
        Assert.Equal(1, model.GetProperty("diverged").GetInt32());
        Assert.Equal(JsonValueKind.Null, model.GetProperty("accuracy_validation").GetProperty("median").ValueKind);
    }

    [Fact]
    public async Task NothingMeasuredAtThatTickOrAfterItIsKept()
    {
        await RunAsync("a");
        long[] ticks = [.. Metrics("a").TrimEnd().Split('\n').Skip(1).Select(row => long.Parse(row.Split(',')[2]))];
        Assert.NotEmpty(ticks);
        Assert.All(ticks, tick => Assert.True(tick < 1400));
    }

    [Fact]
    public async Task TheSameCommandAndResumeTellItAgainWithoutComputing()
    {
        await RunAsync("a");
        string metrics = Metrics("a");
        DateTime computed = File.GetLastWriteTimeUtc(_folder["a/networks/PAL-7.json"]);
        foreach (Invocation again in new[] { await RunAsync("a"), await Palactors.RunAsync("resume", _folder["a"]) })
        {
            Assert.Equal(ExitCodes.Failed, again.Code);
            Assert.Equal($"palactors: {Where}", again.Error.TrimEnd());
            Assert.Contains("has ended; this is its result", again.Output, StringComparison.Ordinal);
            Assert.Equal(1, Results("a").GetProperty("diverged").GetInt32());
            Assert.Equal(metrics, Metrics("a"));
            Assert.Equal(computed, File.GetLastWriteTimeUtc(_folder["a/networks/PAL-7.json"]));
        }
    }

    [Fact]
    public async Task ARunThatWasStoppedOnTheWayDivergesAtTheSameTickWithTheSameRows()
    {
        // A pace at which a stop comes before the end, after some snapshots and boundaries.
        string[] run =
        [
            "run", _experiment, "--quiet", "--set", "activation=linear", "--set", "eta_fw=[20, 20]",
            "--set", "train=400", "--set", "pace=20000", "--snapshot-every", "300", "--out",
        ];
        Invocation whole = await Palactors.RunAsync([.. run, _folder["whole"]]);
        Assert.Equal(ExitCodes.Failed, whole.Code);
        int sittings = 0;
        Invocation part;
        do
        {
            using CancellationTokenSource stop = new();
            stop.CancelAfter(TimeSpan.FromMilliseconds(100 + (50 * sittings)));
            part = await Palactors.RunAsync(stop.Token, [.. run, _folder["parts"]]);
            Assert.True(++sittings < 100);
        }
        while (part.Code == ExitCodes.Interrupted);
        Assert.True(sittings > 1);
        Assert.Equal(ExitCodes.Failed, part.Code);
        Assert.Contains(whole.Error.TrimEnd().Split('\n')[^1], part.Error, StringComparison.Ordinal);
        Assert.Equal(Metrics("whole"), Metrics("parts"));
    }

    [Fact]
    public async Task OtherNetworksGoOnAndMediansAreOverThem()
    {
        string file = _folder.Write("two.yaml", Palactors.Small + "  wild: {model: PAL, eta_fw: [1000, 1000]}\n");
        string[] options = ["--set", "activation=linear", "--set", "model=[PAL, wild]", "--set", "eta_fw=[1, 0.01]"];
        Invocation run = await Palactors.RunAsync(["run", file, .. options, "--seeds", "1,2", "--out", _folder["a"]]);
        Assert.Equal(ExitCodes.Failed, run.Code);
        string[] lines = run.Error.TrimEnd().Split('\n');
        Assert.Equal(2, lines.Count(line => line.StartsWith("palactors: wild seed ", StringComparison.Ordinal)));
        Assert.Contains("2 (2 diverged)", run.Output, StringComparison.Ordinal);
        Assert.Contains("2 of 4 networks diverged.", run.Output, StringComparison.Ordinal);
        JsonElement results = Results("a"), models = results.GetProperty("models");
        Assert.True(results.GetProperty("networks")[0].GetProperty("completed").GetBoolean());
        Assert.Equal(0, models[0].GetProperty("diverged").GetInt32());
        JsonElement median = models[0].GetProperty("accuracy_validation").GetProperty("median");
        Assert.Equal(JsonValueKind.Number, median.ValueKind);
        Assert.Equal(2, models[1].GetProperty("diverged").GetInt32());
        Assert.Equal(ExitCodes.Success, (await Palactors.RunAsync("plot", _folder["a"])).Code);
    }

    [Theory]
    [InlineData("noise_scale=1e300", "activation=relu")]
    [InlineData("noise_scale=1e300", "activation=linear")]
    [InlineData("eta_fw=1e308", "activation=relu")]
    [InlineData("eta_fw=1e308", "activation=soft_relu")]
    [InlineData("eta_bw=1e308", "noise_scale=1e3", "alpha=0")]
    [InlineData("eta_IP=1e300", "activation=linear")]
    [InlineData("init_WPP_range=[-1e308, 1e308]", "activation=tanh")]
    [InlineData("eta_fw=[1e3, 1e3]", "activation=linear", "delay_up=20", "delay_down=30")]
    [InlineData("eta_fw=[1e3, 1e3]", "activation=linear", "delay_up=20", "forward_block=7", "precision=single")]
    [InlineData("eta_fw=[1e3, 1e3]", "activation=linear", "model=BP")]
    [InlineData("eta_fw=[1e3, 1e3]", "activation=linear", "model=FA")]
    [InlineData("eta_fw=[1e3, 1e3]", "activation=linear", "sync=free", "staleness=5")]
    public async Task OtherWaysToBlowUpAreNoSuccessEither(params string[] changes)
    {
        IEnumerable<string> set = changes.SelectMany(change => new[] { "--set", change });
        Invocation run = await Palactors.RunAsync(["run", _experiment, "--quiet", "--out", _folder["a"], .. set]);
        Assert.Equal(ExitCodes.Failed, run.Code);
        Assert.Contains(" seed 7 diverged at tick ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("failed", run.Error, StringComparison.Ordinal);
        Assert.Equal(1, Results("a").GetProperty("diverged").GetInt32());
    }

    [Fact]
    public async Task CurvesOfANetworkThatDivergedAreNotFollowedHoweverNearItsRecordsAre()
    {
        await RunAsync("a");
        string[] angles =
        [
            .. Metrics("a").Split('\n').Where(row => row.Contains(",angle_WT_B,", StringComparison.Ordinal))
                .Select(row => $"[{row.Split(',')[^1]}]"),
        ];
        string curves = _folder.Write("angle_WT_B.json", $$$"""{"seeds": {"7": [{{{string.Join(", ", angles)}}}]}}""");
        Invocation compared = await Palactors.RunAsync("compare", _folder["a"], curves);
        Assert.Equal(ExitCodes.Failed, compared.Code);
        Assert.Contains($"palactors: {Where}", compared.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARecordingEndsAtThatTick()
    {
        await RunAsync("a", "--set", "record=[{observable: W, area: 1, neurons: 0, every: 50}]");
        using var opened = H5File.OpenRead(_folder["a/recording.h5"]);
        long[] ticks = opened.Group("PAL_7").Dataset("area_1/W_ticks").Read<long[]>();
        Assert.Equal(Enumerable.Range(0, 29).Select(k => k * 50L), ticks);
    }

    [Fact]
    public async Task AStudentThatDivergesIsNoSuccessEither()
    {
        string[] options = ["--epochs", "1", "--seeds", "1", "--set", "activation=linear", "--set", "eta_fw=1e4"];
        Invocation run = await Palactors.RunAsync(["run", "student", .. options, "--out", _folder["a"]]);
        Assert.Equal(ExitCodes.Failed, run.Code);
        Assert.Contains("PAL seed 1 diverged at tick ", run.Error, StringComparison.Ordinal);
        Assert.Contains("1 (1 diverged)", run.Output, StringComparison.Ordinal);
    }

    private Task<Invocation> RunAsync(string folder, params string[] options)
    {
        string[] wild = ["--set", "activation=linear", "--set", "eta_fw=[1000, 1000]"];
        return Palactors.RunAsync(["run", _experiment, .. wild, .. options, "--out", _folder[folder]]);
    }

    private string Metrics(string folder) => File.ReadAllText(_folder[$"{folder}/metrics.csv"]);

    private JsonElement Results(string folder)
    {
        using JsonDocument results = JsonDocument.Parse(File.ReadAllText(_folder[$"{folder}/results.json"]));
        return results.RootElement.Clone();
    }
}
