using System.Globalization;
using PalActors.Cli;
using PalActors.Cli.Terminal;
using PalActors.Clustering.Membership;

namespace PalActors.Seed.Tests;

/// <summary>Options of clustered runs: each mistake gets one line before any start; a dry run starts nothing.</summary>
public sealed class PlaceOptionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _experiment;

    public PlaceOptionTests() => _experiment = _folder.Write("small.yaml", Palactors.Small);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--nodes 0", "--nodes is '0'; valid is a whole number from 1")]
    [InlineData("--port 5000", "without --nodes")]
    [InlineData("--nodes 1 --port 70000", "--port is '70000'; valid is a port")]
    [InlineData("--nodes 1 --bind 0.0.0.0", "--public-host")]
    [InlineData("--nodes 1 --bind 192.0.2.7", "--allow-plain")]
    [InlineData("--nodes 1 --tls-key node.key", "--tls-certificate is missing")]
    [InlineData("--snapshot-every soon", "'soon' is no interval")]
    [InlineData("--keeper me", "--keeper is 'me'; valid is seed or shared")]
    [InlineData("--chaos 2", "--chaos is '2'; valid is a probability")]
    [InlineData("--chaos-seed 2", "without --chaos")]
    [InlineData("--chaos 0.1 --chaos-links 1", "--chaos-links holds '1'; valid is FROM-TO")]
    [InlineData("--placement 1", "leaves out area 2")]
    [InlineData("--placement 1;2,3", "names area 3; valid are 1 to 2")]
    [InlineData("--placement 1;x", "placement holds 'x'")]
    [InlineData("--placement 1;;2", "empty group")]
    public async Task MistakesAreNamed(string options, string problem) =>
        Palactors.AssertRefused(
            await Palactors.RunAsync(["run", _experiment, "--out", _folder["out"], .. options.Split(' ')]), problem);

    [Theory]
    [InlineData("", "--join is missing")]
    [InlineData("--join seed", "--join is 'seed'; valid is HOST:PORT")]
    [InlineData("--join seed:0", "--join is 'seed:0'")]
    [InlineData("--join ::1:4053", "--join is '::1:4053'; valid is HOST:PORT", "[::1]:4053")]
    [InlineData("--join seed:4053 --public-host [seed]", "--public-host is '[seed]'")]
    [InlineData("--join seed:4053 --give-up-after soon", "--give-up-after is 'soon'")]
    [InlineData("--join seed:4053 --bind 10.0.0.1", "without TLS")]
    public async Task MistakesOfANodeAreNamed(string options, params string[] parts) =>
        Palactors.AssertRefused(
            await Palactors.RunAsync(["node", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]), parts);

    [Theory]
    [InlineData("LOCALHOST:1", "127.0.0.1:1")]
    [InlineData("127.1:1", "127.0.0.1:1")]
    public async Task ASeedIsLookedForByTheSpellingThatAddressesHave(string join, string address)
    {
        Invocation node = await Palactors.RunAsync("node", "--join", join, "--give-up-after", "1s");
        Assert.Equal($"palactors: gave up: nothing listens at {address}.", node.Error.Trim());
        Assert.Equal($"node: waiting for the seed at {address}", node.Output.Trim());
    }

    [Fact]
    public async Task ANodeWithoutASeedSaysWhyAndGivesUp()
    {
        Invocation node = await Palactors.RunAsync("node", "--join", "127.0.0.1:1", "--give-up-after", "1s");
        Assert.Equal(ExitCodes.Failed, node.Code);
        Assert.Equal("palactors: gave up: nothing listens at 127.0.0.1:1.", node.Error.Trim());
    }

    [Fact]
    public async Task ANodeThatStaysGivesUpOnlyWhereItIsAskedTo()
    {
        string[] node = ["node", "--stay", "--join", "127.0.0.1:1"];
        Invocation asked = await Palactors.RunAsync([.. node, "--give-up-after", "1s"]);
        Assert.Equal("palactors: gave up: nothing listens at 127.0.0.1:1.", asked.Error.Trim());
        using CancellationTokenSource stop = new();
        Task<Invocation> forEver = Palactors.RunAsync(stop.Token, node);
        Assert.False(forEver.IsCompleted);
        await stop.CancelAsync();
        Assert.Equal((ExitCodes.Interrupted, ""), ((await forEver).Code, (await forEver).Error));
    }

    [Theory]
    [InlineData(2, "", "node 2 would host nothing: there are 2 areas for 3 nodes, the seed among them")]
    [InlineData(
        2, "--placement 1,2",
        "node 1 and node 2 would host nothing: there are 2 areas in 1 group for 3 nodes, the seed among them")]
    [InlineData(3, "--no-seed-areas", "node 3 would host nothing: there are 2 areas for 3 nodes")]
    [InlineData(
        6, "--no-seed-areas --placement 1;2",
        "node 3 to node 6 would host nothing: there are 2 areas in 2 groups for 6 nodes")]
    public async Task NodesWithoutAnAreaAreNamedBeforeTheRun(int nodes, string options, string line)
    {
        string[] further = options.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] command = ["run", _experiment, "--nodes", $"{nodes}", "--port", "0", .. further];
        Invocation dry = await Palactors.RunAsync([.. command, "--dry-run", "--no-calibration"]);
        Assert.Contains($"{line}.", dry.Lines);
        using CancellationTokenSource stop = new();
        await stop.CancelAsync();
        Invocation run = await Palactors.RunAsync(stop.Token, [.. command, "--out", _folder["idle"]]);
        Assert.Contains($"palactors: {line}", run.Error.Split('\n'));
        string[] one = ["run", _experiment, "--nodes", "1", "--dry-run", "--no-calibration"];
        Invocation enough = await Palactors.RunAsync(one);
        Assert.DoesNotContain("host nothing", enough.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AProbeHearsReadyAliveOrNothing()
    {
        bool ready = false;
        int port;
        await using (HealthPort health = new(0, () => ready))
        {
            port = health.Port;
            Assert.Equal((ExitCodes.Success, "alive"), await ProbeAsync());
            Assert.Equal((ExitCodes.Failed, "alive"), await ProbeAsync("--ready"));
            ready = true;
            Assert.Equal((ExitCodes.Success, "ready"), await ProbeAsync("--ready"));
        }

        Assert.Equal((ExitCodes.Failed, ""), await ProbeAsync());
        Palactors.AssertRefused(await Palactors.RunAsync("health", "--port", "x"), "--port is 'x'");

        async Task<(int, string)> ProbeAsync(params string[] options)
        {
            Invocation probe = await Palactors.RunAsync(
                ["health", "--port", port.ToString(CultureInfo.InvariantCulture), .. options]);
            return (probe.Code, probe.Output.Trim());
        }
    }

    [Fact]
    public async Task AStoppedRunIsResumedFromItsSnapshotWithTheSameResult()
    {
        // Long enough to be still running when it is stopped.
        string[] run =
            ["run", _experiment, "--digest", "--epochs", "400", "--set", "train=50", "--set", "placement=[[1], [2]]"];
        Invocation whole = await Palactors.RunAsync([.. run, "--out", _folder["whole"]]);
        using CancellationTokenSource stop = new();
        using StopAtLine output = new("PAL seed 7  epoch", stop);
        int code = await CommandLine.InvokeAsync(
            [.. run, "--out", _folder["stopped"]], CellModels.All, output, TextWriter.Null, stop.Token);
        Assert.Equal(ExitCodes.Interrupted, code);
        Assert.True(Directory.Exists(Path.Combine(_folder["stopped"], "snapshots", "network-0")));

        Palactors.AssertRefused(await Palactors.RunAsync("resume", _folder["nothing"]), "holds no run");
        Invocation rest = await Palactors.RunAsync("resume", _folder["stopped"], "--digest");
        Assert.True(rest.Code == ExitCodes.Success, rest.Error);
        Assert.Contains("1 of them goes on from a snapshot", rest.Output, StringComparison.Ordinal);
        Assert.Equal(Digest(whole), Digest(rest));
        Assert.Equal(Rows("whole"), Rows("stopped"));
        Assert.False(Directory.Exists(Path.Combine(_folder["stopped"], "snapshots")));

        string[] Rows(string name) =>
            [.. File.ReadAllLines(Path.Combine(_folder[name], "metrics.csv")).Order(StringComparer.Ordinal)];
        static string Digest(Invocation invocation) =>
            Assert.Single(invocation.Lines, line => line.StartsWith("digest ", StringComparison.Ordinal));
    }
}
