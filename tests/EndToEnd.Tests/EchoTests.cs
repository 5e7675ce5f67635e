namespace PalActors.EndToEnd.Tests;

/// <summary>
/// A toy cell model that knows the contract only, in a program that registers it in one line: it runs over three
/// processes, survives kill -9 of a node and of the seed, and resumes in one process, to the same bits.
/// </summary>
public sealed class EchoTests : IDisposable
{
    private const string Experiment = """
        cells: echo
        model: echo
        layers: [4, 8, 6, 5, 3]
        data: yin-yang
        seeds: [7]
        epochs: 3
        train: 2000
        validation: 200
        test: 100
        delay_up: [20, 5, 0]
        delay_down: 20
        record: [{observable: mix, area: [1, 4], every: 5000}]
        """;

    private readonly TemporaryDirectory _folder = new();
    private readonly ClusterLab _lab;

    public EchoTests()
    {
        File.WriteAllText(_folder.File("echo.yaml"), Experiment);
        // Eight seconds at least, so that processes can be killed meanwhile.
        _lab = new ClusterLab(
            "palactors-echo.dll", "run", _folder.File("echo.yaml"), "--digest", "--quiet", "--set", "pace=86000");
    }

    public void Dispose()
    {
        _lab.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public Task ItRunsOverProcessesSurvivesKillsAndResumesOnAnotherNumberOfNodes() =>
        _lab.AssertSurvivesKillsAsync();

    [Fact]
    public async Task FaultsOfLinksChangeNoBit()
    {
        PalactorsProcess.Result plain = await RunAsync("plain");
        PalactorsProcess.Result faults = await RunAsync("faults", "--chaos", "0.2");

        Assert.Equal(ClusterLab.Digest(plain.Output), ClusterLab.Digest(faults.Output));
    }

    private async Task<PalactorsProcess.Result> RunAsync(string folder, params string[] options)
    {
        string[] run = ["run", _folder.File("echo.yaml"), "--digest", "--quiet", "--ticks", "20000"];
        using System.Diagnostics.Process process = PalactorsProcess.Start(
            "palactors-echo.dll", [.. run, "--out", _folder.File(folder), .. options]);
        return await PalactorsProcess.EndAsync(process);
    }
}
