using PalActors.Cli.Terminal;
using PalActors.Lab.Runs;

namespace PalActors.Seed.Tests;

/// <summary>Results that cannot all be written: those that can stand, and going on writes the rest.</summary>
public sealed class UnwrittenTests : IDisposable
{
    private static readonly string[] s_results =
    [
        "results.json", "metrics.csv", "confusion.csv", "accuracy.png", "alignment.png", "recording.h5", "weights.h5",
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly string _experiment;

    public UnwrittenTests() => _experiment = _folder.Write(
        "small.yaml", Palactors.Small + "record: [{observable: rate, area: 1, every: 100}]\n");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("weights.h5")]
    [InlineData("confusion.csv")]
    [InlineData("accuracy.png")]
    public async Task TheOthersStandAndResumeWritesIt(string blocked)
    {
        string run = _folder["run"], path = Path.Combine(run, blocked);
        Block(path);

        Invocation first = await Palactors.RunAsync("run", _experiment, "--digest", "--out", run);

        Assert.Equal(ExitCodes.Failed, first.Code);
        Assert.Contains($"{blocked} was not written: ", first.Error, StringComparison.Ordinal);
        Assert.Contains($"missing are {blocked}; ", first.Error, StringComparison.Ordinal);
        Assert.Contains($"'palactors resume {run}' writes what is missing", first.Error, StringComparison.Ordinal);
        Assert.Contains("last epoch", first.Output, StringComparison.Ordinal);
        AssertThere(run, s_results.Where(name => name != blocked));

        // The same again as long as it is in the way.
        Assert.Equal(ExitCodes.Failed, (await Palactors.RunAsync("resume", run)).Code);
        await AssertResumedAsync(run, path, first.Lines[^1]);
    }

    [Fact]
    public async Task ANetworkWhoseWeightsCannotBeKeptIsRunToItsEndAgain()
    {
        string run = _folder["run"], path = Path.Combine(run, "networks", "PAL-7.h5");
        Invocation other = await Palactors.RunAsync("run", _experiment, "--digest", "--out", _folder["other"]);

        RunResult result = await new ExperimentRun(CellModels.All, _experiment, [])
        {
            Folder = run,
            Listener = new BlockAtStart(path),
        }.RunAsync();

        Assert.Equal(["networks/"], result.Unwritten);
        Assert.True(result.HasEnded);
        AssertThere(run, s_results.Except(["weights.h5"]));
        await AssertResumedAsync(run, path, other.Lines[^1]);
        Assert.Equal(
            File.ReadAllBytes(Path.Combine(_folder["other"], "metrics.csv")),
            File.ReadAllBytes(Path.Combine(run, "metrics.csv")));
    }

    private static async Task AssertResumedAsync(string run, string blocked, string digest)
    {
        Directory.Delete(blocked, recursive: true);
        Invocation resumed = await Palactors.RunAsync("resume", run, "--digest");
        Invocation complete = await Palactors.RunAsync("resume", run, "--digest");

        Assert.Equal((ExitCodes.Success, ""), (resumed.Code, resumed.Error));
        Assert.StartsWith("digest 7 ", digest, StringComparison.Ordinal);
        Assert.Equal(digest, resumed.Lines[^1]);
        AssertThere(run, s_results);
        Assert.Contains("is complete; this is its result", complete.Output, StringComparison.Ordinal);
    }

    private static void AssertThere(string run, IEnumerable<string> files) =>
        Assert.All(files, name => Assert.True(File.Exists(Path.Combine(run, name)), name));

    // No file replaces a folder that holds something.
    private static void Block(string path) => Directory.CreateDirectory(Path.Combine(path, "in-the-way"));

    private sealed class BlockAtStart(string path) : RunListener
    {
        public override void Begin(RunStart start) => Block(path);
    }
}
