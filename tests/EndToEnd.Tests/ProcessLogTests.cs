using System.Text.Json;

namespace PalActors.EndToEnd.Tests;

/// <summary>A run over two processes with JSON lines and settings of one's own: scopes, end, digest.</summary>
public sealed class ProcessLogTests : IDisposable
{
    private static readonly string[] s_process =
        ["--log-format", "json", "--log-level", "information,Akka=information"];

    private readonly ClusterLab _lab = new(
        PalactorsProcess.Program,
        "run", "yin-yang", "--ticks", "100000", "--digest", "--quiet", "--set", "validation=100", "--set",
        "pace=20000");

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task LinesOfSeedAndNodeAreObjectsWithScopesAndTheDigestStays()
    {
        string hocon = _lab.File("own.conf");
        await File.WriteAllTextAsync(
            hocon, "palactors.lane-0.throughput = 3\nakka.cluster.gossip-interval = 500ms\n");
        PalactorsProcess.Result alone = await _lab.AloneAsync();
        using CancellationTokenSource limit = new(ClusterLab.Limit);

        RunningProcess seed = _lab.Seed(1, [.. s_process, "--hocon", hocon]);
        RunningProcess node = _lab.Node([.. s_process, "--hocon", hocon]);

        Assert.Equal((0, 0), (await seed.EndsAsync(limit.Token), await node.EndsAsync(limit.Token)));
        Assert.Equal(ClusterLab.Digest(alone.Output), ClusterLab.Digest(seed.Text));
        JsonElement[] ofSeed = Objects(seed), ofNode = Objects(node);
        Assert.All(ofSeed.Concat(ofNode), line => Assert.Equal(
            ["time", "level", "category", "message", "scopes"],
            line.EnumerateObject().Select(member => member.Name).Where(name => name != "exception")));
        JsonElement begun = Assert.Single(ofSeed, line => Says(line, "generation 1 goes on"));
        Assert.Equal(_lab.File("run"), Scope(begun, "run"));
        Assert.Equal(("seed", "PAL seed 123456", "1"), (
            Scope(begun, "role"), Scope(begun, "network"), Scope(begun, "generation")));
        JsonElement joined = Assert.Single(ofNode, line => Says(line, "joined the run"));
        Assert.Equal("area", Scope(joined, "role"));
        Assert.StartsWith("127.0.0.1:", Scope(joined, "node"), StringComparison.Ordinal);
        Assert.Contains(ofSeed, line => Category(line) == "Akka");
        Assert.Contains(ofNode, line => Category(line) == "Akka");
        // All that the node says is in its log.
        Assert.All(node.Text.Split('\n'), line => Assert.StartsWith("{", line, StringComparison.Ordinal));
    }

    private static JsonElement[] Objects(RunningProcess process) =>
    [
        .. process.Text.Split('\n').Where(line => line.StartsWith('{'))
            .Select(line => JsonDocument.Parse(line).RootElement),
    ];

    private static bool Says(JsonElement line, string what) =>
        line.GetProperty("message").GetString()!.Contains(what, StringComparison.Ordinal);

    private static string? Category(JsonElement line) => line.GetProperty("category").GetString();

    private static string Scope(JsonElement line, string name) =>
        line.GetProperty("scopes").GetProperty(name).ToString();
}
