namespace PalActors.EndToEnd.Tests;

/// <summary>A run from given weights over three processes has the digest of one.</summary>
/// <remarks>Only the seed has the weights.</remarks>
public sealed class WeightsTests : IDisposable
{
    private const string Experiment = """
        data: yin-yang
        train: 300
        validation: 30
        test: 30
        layers: [4, 12, 8, 3]
        model: PAL
        seeds: [7]
        epochs: 2
        eta_fw: [50, 10, 0.01]
        eta_bw: 0.5
        eta_IP: 0.05
        eta_PI: 0.02
        noise_scale: 0.01

        """;

    private readonly TemporaryDirectory _folder = new();
    private readonly List<ClusterLab> _labs = [];

    public void Dispose()
    {
        foreach (ClusterLab lab in _labs)
            lab.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task ThreeProcessesHaveTheDigestOfOneAndKeepTheSameWeights()
    {
        File.WriteAllText(_folder.File("e.yaml"), Experiment);
        ClusterLab trained = Lab("--epochs", "1");
        Assert.Equal(0, (await trained.AloneAsync()).ExitCode);
        ClusterLab lab = Lab("--set", $"weights={trained.File("alone")}");
        PalactorsProcess.Result alone = await lab.AloneAsync();
        Assert.Equal((0, ""), (alone.ExitCode, alone.Error));

        using CancellationTokenSource limit = new(ClusterLab.Limit);
        RunningProcess seed = lab.Seed(), first = lab.Node(), second = lab.Node();
        Assert.Equal(0, await seed.EndsAsync(limit.Token));
        Assert.Equal(0, await first.EndsAsync(limit.Token));
        Assert.Equal(0, await second.EndsAsync(limit.Token));
        Assert.Equal(ClusterLab.Digest(alone.Output), ClusterLab.Digest(seed.Text));
        Assert.Equal(
            File.ReadAllBytes(lab.File("alone/weights.h5")), File.ReadAllBytes(lab.File("run/weights.h5")));
    }

    private ClusterLab Lab(params string[] options)
    {
        ClusterLab lab = new(
            PalactorsProcess.Program, ["run", _folder.File("e.yaml"), "--digest", "--quiet", .. options]);
        _labs.Add(lab);
        return lab;
    }
}
