namespace PalActors.EndToEnd.Tests;

/// <summary>A run on a user's own files over three processes has the digest of one, and needs the same files.</summary>
public sealed class OwnDataTests : IDisposable
{
    private const string Experiment = """
        data: {file: points.csv, labels: side, scaling: z-score}
        layers: [3, 8, 2]
        model: PAL
        seeds: [7]
        epochs: 4
        eta_fw: [50, 0.01]
        eta_bw: 0.5
        eta_IP: 0.05
        eta_PI: 0.02
        noise_scale: 0.01

        """;

    private readonly TemporaryDirectory _data = new();
    private readonly ClusterLab _lab;
    private readonly string _csv;

    public OwnDataTests()
    {
        Random random = new(5);
        _csv = "x,y,z,side\n" + string.Concat(Enumerable.Range(0, 300).Select(i => Row(random, i % 2)));
        File.WriteAllText(_data.File("points.csv"), _csv);
        File.WriteAllText(_data.File("points.yaml"), Experiment);
        _lab = new ClusterLab(PalactorsProcess.Program, "run", _data.File("points.yaml"), "--digest", "--quiet");
    }

    private static string Row(Random random, int side)
    {
        (double x, double y, double z) = (random.NextDouble(), random.NextDouble(), side + random.NextDouble());
        return FormattableString.Invariant($"{x:F4},{y:F4},{z:F4},{(side == 0 ? "left" : "right")}\n");
    }

    public void Dispose()
    {
        _lab.Dispose();
        _data.Dispose();
    }

    [Fact]
    public async Task ThreeProcessesHaveTheDigestOfOneAndANodeWithOtherDataIsRefused()
    {
        PalactorsProcess.Result alone = await _lab.AloneAsync();
        Assert.Equal((0, ""), (alone.ExitCode, alone.Error));
        using CancellationTokenSource limit = new(ClusterLab.Limit);
        RunningProcess seed = _lab.Seed();
        await seed.SaysAsync("waiting for 2 nodes", limit.Token);
        File.WriteAllText(_data.File("points.csv"), _csv.Replace("0.5", "0.6", StringComparison.Ordinal));
        RunningProcess other = _lab.Node();
        await seed.SaysAsync("is refused: the run's own data has SHA-256", limit.Token);
        Assert.NotEqual(0, await other.EndsAsync(limit.Token));
        File.WriteAllText(_data.File("points.csv"), _csv);
        RunningProcess first = _lab.Node(), second = _lab.Node();
        Assert.Equal(0, await seed.EndsAsync(limit.Token));
        Assert.Equal(ClusterLab.Digest(alone.Output), ClusterLab.Digest(seed.Text));
        Assert.Equal(0, await first.EndsAsync(limit.Token));
        Assert.Equal(0, await second.EndsAsync(limit.Token));
        AssertSameFiles();
    }

    [Fact]
    public async Task SequencesOverThreeProcessesHaveTheDigestOfOne()
    {
        File.WriteAllText(_data.File("points.yaml"), Experiment
            .Replace("z-score}", "z-score, frames: 3}", StringComparison.Ordinal)
            .Replace("layers: [3,", "Tpres: 0.9\nlayers: [1,", StringComparison.Ordinal));
        PalactorsProcess.Result alone = await _lab.AloneAsync();
        Assert.Equal((0, ""), (alone.ExitCode, alone.Error));
        using CancellationTokenSource limit = new(ClusterLab.Limit);
        RunningProcess seed = _lab.Seed();
        RunningProcess first = _lab.Node(), second = _lab.Node();
        Assert.Equal(0, await seed.EndsAsync(limit.Token));
        Assert.Equal(ClusterLab.Digest(alone.Output), ClusterLab.Digest(seed.Text));
        Assert.Equal(0, await first.EndsAsync(limit.Token));
        Assert.Equal(0, await second.EndsAsync(limit.Token));
        AssertSameFiles();
    }

    private void AssertSameFiles()
    {
        foreach (string name in (string[])["metrics.csv", "confusion.csv", "classes.csv"])
            Assert.Equal(File.ReadAllText(_lab.File($"alone/{name}")), File.ReadAllText(_lab.File($"run/{name}")));
    }
}
