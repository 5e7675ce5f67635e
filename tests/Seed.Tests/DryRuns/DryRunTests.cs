using System.Globalization;
using System.Text.RegularExpressions;
using PalActors.Cli.Terminal;

namespace PalActors.Seed.Tests.DryRuns;

/// <summary>What a dry run prints.</summary>
public sealed partial class DryRunTests : IDisposable
{
    private static readonly string[] s_dry = ["--dry-run", "--no-calibration"];

    private readonly TemporaryFolder _folder = new();
    private readonly string _experiment;

    public DryRunTests() => _experiment = _folder.Write("small.yaml", Palactors.Small);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--latency 1", "--latency is given without --dry-run; valid with --dry-run.")]
    [InlineData("--cores 2", "--cores is given without --dry-run")]
    [InlineData("--no-calibration", "--no-calibration is given without --dry-run")]
    [InlineData("--dry-run --latency 1", "--latency is given without --nodes; valid with --nodes N.")]
    [InlineData("--dry-run --bandwidth 1", "--bandwidth is given without --nodes; valid with --nodes N.")]
    [InlineData("--dry-run --nodes 2 --latency soon", "--latency is 'soon'; valid is a number from 0 to 60000.")]
    [InlineData("--dry-run --nodes 2 --latency -1", "--latency is '-1'")]
    [InlineData("--dry-run --nodes 2 --bandwidth 0", "--bandwidth is '0'; valid is a number from 0.001 to 1000000.")]
    [InlineData("--dry-run --cores 0", "--cores is '0'; valid is a whole number from 1 to 4096.")]
    public async Task WrongAssumptionsAreRefused(string options, string problem) =>
        Palactors.AssertRefused(await Palactors.RunAsync(["run", _experiment, .. options.Split(' ')]), problem);

    [Fact]
    public async Task AHierarchyTooLargeForHereCostsNothing()
    {
        Invocation dry = await Palactors.RunAsync(
        [
            "run", _experiment, .. s_dry, "--nodes", "2", "--out", _folder["dry"],
            "--set", "layers=[4, 40000, 40000, 40000, 3]", "--set", "eta_fw=0.1",
        ]);
        Assert.Equal(ExitCodes.Success, dry.Code);
        Assert.Contains("12,800,640,000", dry.Output, StringComparison.Ordinal);
        Assert.Equal(
            ["320.0 kB", "320.0 kB", "0, 0", "1, 1"], Row(dry, "1 and 2 to 2 and 3: 2 pairs, each")[1..]);
        Assert.False(Directory.Exists(_folder["dry"]));
    }

    [Fact]
    public async Task LinksThatAreAlikeAreOneLineWithDelaysAndFrames()
    {
        string[] deep = ["--nodes", "6", "--set", "layers=[4, 9, 9, 9, 9, 9, 9, 3]", "--set", "eta_fw=0.1"];
        Invocation plain = await DryAsync(deep);
        Assert.Equal(["72 bytes", "72 bytes", "0, 0", "1, 1"], Row(plain, "1 and 2 to 5 and 6: 5 pairs, each")[1..]);
        Assert.Equal(["72 bytes", "24 bytes", "0, 0", "1, 1"], Row(plain, "6 and 7")[1..]);
        string[] delayed = [.. deep, "--set", "delay_up=100"];
        Assert.Equal(["72 bytes", "24 bytes", "100, 0", "50, 1"], Row(await DryAsync(delayed), "6 and 7")[1..]);
        Assert.Equal("20, 1", Row(await DryAsync([.. delayed, "--window", "20"]), "6 and 7")[^1]);
        Invocation two = await DryAsync([.. deep, "--set", "delay_up=[0, 0, 0, 7, 7, 7]"]);
        Assert.Equal("7, 0", Row(two, "4 and 5 to 5 and 6: 2 pairs, each")[3]);
    }

    [Theory]
    [InlineData(100, 8)]
    [InlineData(12, 3)]
    public async Task AHierarchyOfManyAreasFitsOnAPage(int areas, int nodes)
    {
        string cells = string.Join(", ", Enumerable.Repeat(50, areas));
        Invocation dry = await Palactors.RunAsync(
            "run", "yin-yang", "--dry-run", "--nodes", $"{nodes}", "--set", $"layers=[4, {cells}, 3]", "--set",
            "eta_fw=0.1");
        Assert.Equal((ExitCodes.Success, ""), (dry.Code, dry.Error));
        Assert.InRange(dry.Lines.Length, 20, 45);
        Assert.All(dry.Lines, line => Assert.InRange(line.Length, 0, 130));
        // W, P, B and Q of 50 x 50.
        Assert.Equal("10,000", Row(dry, $"2-{areas - 1}, each")[2]);
    }

    [Fact]
    public async Task EqualAreasAreSpreadEvenly()
    {
        string cells = string.Join(", ", Enumerable.Repeat(20, 12));
        Invocation dry = await DryAsync(
            "--nodes", "4", "--set", $"layers=[4, {cells}, 3]", "--set", "eta_fw=0.1",
            "--placement", "1-3;4-6;7-8;9-10;11-13");
        Assert.Equal(
            ["1-3", "4-6", "7-8", "9-10", "11-13"],
            ((string[])["seed", "node 1", "node 2", "node 3", "node 4"]).Select(name => Row(dry, name)[1]));
    }

    [Fact]
    public async Task ItTellsTimesOfEachModelAndTheWholeRun()
    {
        Invocation dry = await Palactors.RunAsync(
            "run", "yin-yang", "--dry-run", "--set", "model=[PAL, FA, BP]", "--seeds", "1-4");
        Assert.Equal(
            ["PAL", "FA", "BP"], Times().Matches(dry.Output).Select(match => match.Groups[1].Value));
        Assert.All(Times().Matches(dry.Output), match => Assert.True(
            double.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) > 0));
        Assert.Contains("All 12 networks: ", dry.Output, StringComparison.Ordinal);
        Invocation without = await DryAsync();
        Assert.Contains("Time: not estimated (--no-calibration).", without.Lines);
    }

    [Fact]
    public async Task AreasOfAGraphHaveTheirNames()
    {
        Invocation dry = await Palactors.RunAsync(["run", "streams", .. s_dry, "--nodes", "2"]);
        Assert.Equal((ExitCodes.Success, ""), (dry.Code, dry.Error));
        Assert.Contains(dry.Lines, line => line.Contains(" left ", StringComparison.Ordinal));
        Assert.Contains(dry.Lines, line => line.Contains("left and mid", StringComparison.Ordinal));
        Invocation loop = await Palactors.RunAsync(["run", "loop", .. s_dry, "--nodes", "1"]);
        Assert.Equal((ExitCodes.Success, ""), (loop.Code, loop.Error));
    }

    [Theory]
    [InlineData("autoencoder")]
    [InlineData("streams", "--nodes", "1")]
    [InlineData("loop")]
    [InlineData("mnist-conv")]
    [InlineData("student")]
    [InlineData("fig3abc", "--set", "generator=counter")]
    [InlineData("yin-yang", "--set", "sync=free", "--set", "delay_up=5", "--nodes", "1")]
    public async Task ItTimesEveryKindOfExperiment(string experiment, params string[] options)
    {
        Invocation dry = await Palactors.RunAsync(["run", experiment, "--dry-run", .. options]);
        Assert.Equal((ExitCodes.Success, ""), (dry.Code, dry.Error));
        Assert.NotEmpty(Times().Matches(dry.Output));
        Assert.DoesNotContain("not estimated", dry.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfANetworkThatIsTooLargeSmallerAreasAreTimed()
    {
        Invocation dry = await Palactors.RunAsync(
            "run", "yin-yang", "--dry-run", "--set", "layers=[4, 9000, 9000, 3]", "--set", "eta_fw=0.1");
        Assert.Contains("of smaller or fewer areas, scaled by cost", dry.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NodesHaveTrafficAndASlowNetworkIsWaitedFor()
    {
        string[] run = ["run", "yin-yang", "--dry-run", "--nodes", "1"];
        Invocation near = await Palactors.RunAsync(run);
        Invocation far = await Palactors.RunAsync([.. run, "--latency", "20", "--bandwidth", "1"]);
        Assert.Matches(@"Time: 2\d\.\d ms per tick, most of it waiting for frames", far.Output);
        // A tick of over 20 ms with 280 bytes up and 64 down.
        Assert.Equal(["280 bytes", "64 bytes", "0.01 MB/s", "0.00 MB/s"], Row(far, "seed", last: true)[^4..]);
        Assert.NotEqual(Row(far, "seed", last: true), Row(near, "seed", last: true));
        Assert.Contains("one wait serves about d/2", far.Output, StringComparison.Ordinal);
        Invocation narrow = await Palactors.RunAsync([.. run, "--bandwidth", "0.001"]);
        Assert.StartsWith(
            "Time: 280 ms per tick, set by the bandwidth (0.001 MB/s)",
            narrow.Lines.Single(line => line.StartsWith("Time: ", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Contains("Delays would change little: the bandwidth sets the pace.", narrow.Lines);
    }

    [Fact]
    public async Task AContainerIsAThirdLargerThanItsHeapUnlessThatIsSmall()
    {
        string[] large = Row(
            await DryAsync("--set", "layers=[4, 800, 800, 3]", "--set", "eta_fw=0.1"), "this process");
        double heap = double.Parse(large[^2].Split(' ')[0], CultureInfo.InvariantCulture);
        double container = int.Parse(large[^1][..^1], CultureInfo.InvariantCulture) * (1 << 20) / 1e6;
        Assert.InRange(container, heap / 0.75, (heap / 0.75) + 10.5);
        Assert.Equal("50m", Row(await DryAsync(), "this process")[^1]);
    }

    private Task<Invocation> DryAsync(params string[] options) =>
        Palactors.RunAsync(["run", _experiment, .. s_dry, .. options]);

    // The cells of the row that begins with a name.
    private static string[] Row(Invocation dry, string name, bool last = false)
    {
        string[][] rows =
        [
            .. dry.Lines.Select(line => Gap().Split(line.Trim())).Where(cells => cells.Length > 1 && cells[0] == name),
        ];
        return last ? rows[^1] : rows[0];
    }

    [GeneratedRegex(" {2,}")]
    private static partial Regex Gap();

    [GeneratedRegex(@"^Time(?: of (\w+))?: ([\d.]+) (?:µs|ms|s) per tick", RegexOptions.Multiline)]
    private static partial Regex Times();
}
