namespace PalActors.EndToEnd.Tests;

/// <summary>
/// Networks of rate cells in batches: over three processes, with kills of a node and of the seed, resumed in one
/// process, with faults of links and without vectors, to the same bits.
/// </summary>
public sealed class RateRunTests : IDisposable
{
    private const string Experiment = """
        cells: rate
        model: [PAL, DFA]
        layers: [4, 40, 20, 3]
        activation: [tanh, sigmoid, linear]
        target_type: mse
        data: yin-yang
        batch_size: 16
        dt: 0.1
        Tpres: 5
        eta_W: 1
        eta_B: 0.8
        reg: 1.0e-3
        sigma: [0.05, 0.05, 0]
        precision: single
        seeds: [7]
        epochs: 6
        delay_up: [20, 5]
        delay_down: 20
        record: [{observable: rate, area: [1, 3], every: 500}, {observable: W, area: 2, ticks: [9999, 20000]}]
        """;

    private readonly TemporaryDirectory _folder = new();
    private readonly ClusterLab _lab;

    public RateRunTests()
    {
        File.WriteAllText(_folder.File("rate.yaml"), Experiment);
        _lab = new ClusterLab(
            PalactorsProcess.Program, "run", _folder.File("rate.yaml"), "--digest", "--quiet", "--set", "model=PAL",
            // Eight seconds at least, so that processes can be killed meanwhile.
            "--set", "pace=17000");
    }

    public void Dispose()
    {
        _lab.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public Task TheyRunOverProcessesSurviveKillsAndResumeOnAnotherNumberOfNodes() =>
        _lab.AssertSurvivesKillsAsync();

    [Theory]
    [InlineData("", "--chaos", "0.2")]
    [InlineData("", "--set", "jitter=uniform", "--set", "jitter_scale=2", "--set", "jitter_max=4", "--chaos", "0.1")]
    [InlineData("", "--set", "noise_lag=round_trip", "--set", "rate_lag=round_trip", "--chaos", "0.2")]
    [InlineData("AVX512", "--window", "1")]
    [InlineData("AVX2", "--window", "2")]
    [InlineData("HWIntrinsic", "--window", "5")]
    public async Task NeitherFaultsNorWindowsNorTheProcessorChangeABit(string lacking, params string[] options)
    {
        string[] jitter = options[0] == "--set" ? options[..^2] : [];
        string plain = await DigestAsync("plain", "", jitter);
        string other = await DigestAsync("other", lacking, options);

        Assert.Equal(plain, other);
    }

    private async Task<string> DigestAsync(string folder, string lacking, params string[] options)
    {
        string[] run = ["run", _folder.File("rate.yaml"), "--digest", "--quiet", "--ticks", "3000"];
        PalactorsProcess.Result result = await PalactorsProcess.RunAsync(
            [.. run, "--out", _folder.File(folder), .. options],
            lacking.Length > 0 ? [($"DOTNET_Enable{lacking}", "0")] : []);
        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        string[] lines = result.Output.Split('\n');
        string[] digests = [.. lines.Where(line => line.StartsWith("digest ", StringComparison.Ordinal))];
        Assert.Equal(2, digests.Length);
        return string.Join('\n', digests.Order(StringComparer.Ordinal));
    }
}
