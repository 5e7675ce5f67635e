using System.Text.Json;

namespace PalActors.EndToEnd.Tests;

/// <summary>
/// A seed node and two area nodes as separate processes: the digest is that of one process, also when an area node and
/// then the seed node are killed during the run.
/// </summary>
public sealed class ClusterTests : IDisposable
{
    // Delays, so that delay lines are restored as well, and frames carry several ticks; a lesion, in which processes
    // are killed. It takes eight seconds at least, so that this is so however fast the machine is.
    private readonly ClusterLab _lab = new(
        PalactorsProcess.Program,
        "run", "yin-yang", "--ticks", "400000", "--digest", "--quiet", "--set", "validation=100", "--set",
        "delay_up=20", "--set", "delay_down=20", "--set", "pace=50000", "--set",
        "lesion={tenth: {area: 1, share: 0.1, ticks: 5000-399000}, cut: {pathway: 1-2, ticks: 20000-390000}}");

    public void Dispose() => _lab.Dispose();

    [Fact]
    public async Task ARunSurvivesTheDeathOfANodeAndOfItsSeed()
    {
        PalactorsProcess.Result alone = await _lab.AloneAsync();
        using CancellationTokenSource limit = new(ClusterLab.Limit);
        RunningProcess seed = _lab.Seed(), first = _lab.Node(), second = _lab.Node();
        await seed.SaysAsync("generation 1 goes on", limit.Token);
        await _lab.SnapshotAsync(limit.Token);
        first.Process.Kill();
        await seed.SaysAsync("generation 2 goes on", limit.Token);
        seed.Process.Kill();
        RunningProcess again = _lab.Seed(), third = _lab.Node();
        await again.SaysAsync("goes on from tick", limit.Token);
        Assert.Equal(0, await again.EndsAsync(limit.Token));
        Assert.Equal(ClusterLab.Digest(alone.Output), ClusterLab.Digest(again.Text));
        Assert.Equal(0, await second.EndsAsync(limit.Token));
        Assert.Equal(0, await third.EndsAsync(limit.Token));
        Assert.Equal(
            File.ReadAllText(_lab.File("alone/metrics.csv")), File.ReadAllText(_lab.File("run/metrics.csv")));

        // The figure of the graph shows the nodes of the last generation, as results.json has them.
        using JsonDocument results = JsonDocument.Parse(File.ReadAllText(_lab.File("run/results.json")));
        JsonElement network = results.RootElement.GetProperty("networks")[0];
        JsonElement[] nodes = [.. network.GetProperty("nodes").EnumerateArray()];
        IEnumerable<string?> areas =
            nodes.SelectMany(node => node.GetProperty("areas").EnumerateArray()).Select(area => area.GetString());
        Assert.Equal(["1", "2"], areas.Order());
        Assert.Equal(0, await _lab.Start(["plot", _lab.File("run"), "--what", "graph"]).EndsAsync(limit.Token));
        string picture = File.ReadAllText(_lab.File("run/graph.svg"));
        foreach (string? name in nodes.Select(node => node.GetProperty("node").GetString()))
            Assert.Contains(name!, picture, StringComparison.Ordinal);
    }
}
