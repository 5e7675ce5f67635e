using System.Text.Json;
using PalActors.Cli.Terminal;
using PalActors.Lab.Weights;

namespace PalActors.Seed.Tests.Weights;

/// <summary>Weights that come out of a run and go into another one.</summary>
public sealed class RoundTripTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("small", 5)]
    [InlineData("bp", 5)]
    [InlineData("rate", 5)]
    [InlineData("single", 5)]
    [InlineData("graph", 13)]
    public async Task EveryBitOfAFinishedRunIsWhereAnotherOneBegins(string name, int matrices)
    {
        _folder.Write("e.yaml", WeightExperiments.Text(name));
        await RunAsync("e.yaml", "a");
        await RunAsync("e.yaml", "b", ["--set", $"weights={_folder["a"]}", .. WeightExperiments.Frozen(name)]);

        StoredWeights trained = WeightExperiments.Kept(_folder["a"]), kept = WeightExperiments.Kept(_folder["b"]);
        Assert.Equal(matrices, trained.Matrices.Count);
        Assert.All(trained.Matrices, matrix => Assert.Equal(name == "single", matrix.IsSingle));
        AssertSame(trained, kept);

        // Without training, where the other one began is not what was drawn.
        await RunAsync("e.yaml", "c", WeightExperiments.Frozen(name));
        Assert.NotEqual(trained.Hash(), WeightExperiments.Kept(_folder["c"]).Hash());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ArchivesOfNumpyAreReadInAnyOrder(bool isOdd)
    {
        _folder.Write("e.yaml", Palactors.Small);
        await RunAsync("e.yaml", "a");
        StoredWeights trained = WeightExperiments.Kept(_folder["a"]);
        WeightExperiments.WriteNpz(_folder["w.npz"], trained.Matrices, isOdd);
        await RunAsync(
            "e.yaml", "b", ["--set", $"weights={_folder["w.npz"]}", .. WeightExperiments.Frozen("small")]);
        AssertSame(trained, WeightExperiments.Kept(_folder["b"]));
    }

    [Fact]
    public async Task FilesOfGraphsWhoseAreasHaveNumbersAreReadToo()
    {
        _folder.Write("e.yaml", WeightExperiments.Graph);
        await RunAsync("e.yaml", "a");
        StoredWeights trained = WeightExperiments.Kept(_folder["a"]);
        Assert.Equal(["high", "low", "top"], trained.Matrices.Select(matrix => matrix.Area).Distinct().Order());
        Dictionary<string, string> numbers = new() { ["low"] = "area_1", ["high"] = "area_2", ["top"] = "area_3" };
        WeightExperiments.WriteNpz(
            _folder["w.npz"], trained.Matrices.Select(matrix => matrix with { Area = numbers[matrix.Area] }), false);
        await RunAsync(
            "e.yaml", "b", ["--set", $"weights={_folder["w.npz"]}", .. WeightExperiments.Frozen("graph")]);
        AssertSame(trained, WeightExperiments.Kept(_folder["b"]));
    }

    [Fact]
    public async Task OnlyWhatIsNamedIsTaken()
    {
        _folder.Write("e.yaml", WeightExperiments.Graph);
        await RunAsync("e.yaml", "a");
        string[] frozen = WeightExperiments.Frozen("graph");
        await RunAsync("e.yaml", "drawn", frozen);
        Invocation part = await RunAsync(
            "e.yaml", "b", ["--set", $"weights={{from: {_folder["a"]}, only: [high/W, W@1, area_2/Q]}}", .. frozen]);

        Assert.Contains("  PAL: low/W, ", part.Output, StringComparison.Ordinal);
        StoredWeights trained = WeightExperiments.Kept(_folder["a"]), drawn = WeightExperiments.Kept(_folder["drawn"]);
        string[] taken = ["high/W", "top/W@1", "high/Q"];
        foreach (StoredMatrix matrix in WeightExperiments.Kept(_folder["b"]).Matrices)
        {
            StoredWeights source = taken.Contains(matrix.Place) ? trained : drawn;
            Assert.Equal(source.Matrices.Single(one => one.Place == matrix.Place).Values, matrix.Values);
        }
    }

    [Fact]
    public async Task UnderBackpropagationFeedbackFollowsTheWeightsThatAreGiven()
    {
        _folder.Write("e.yaml", Palactors.Small);
        await RunAsync("e.yaml", "a");
        await RunAsync(
            "e.yaml", "b", ["--set", $"weights={_folder["a"]}", "--set", "model=BP", "--set", "weights.network=PAL_7",
                .. WeightExperiments.Frozen("bp")]);

        StoredMatrix[] kept = [.. WeightExperiments.Kept(_folder["b"]).Matrices];
        StoredMatrix w = kept.Single(one => one.Place == "area_2/W"), b = kept.Single(one => one.Place == "area_1/B");
        for (int i = 0; i < w.Rows; i++)
        {
            for (int j = 0; j < w.Columns; j++)
                Assert.Equal(w.Values[(i * w.Columns) + j], b.Values[(j * w.Rows) + i]);
        }
    }

    [Fact]
    public async Task ARunThatContinuesNamesItsAncestors()
    {
        _folder.Write("e.yaml", Palactors.Small);
        await RunAsync("e.yaml", "a");
        await ContinueAsync("a", "b", "--epochs", "1", "--set", "eta_bw=0.25");
        await ContinueAsync("b", "c");

        using JsonDocument results = JsonDocument.Parse(File.ReadAllText(_folder["c/results.json"]));
        JsonElement weights = results.RootElement.GetProperty("weights");
        Assert.Equal(_folder["b"], weights.GetProperty("from").GetString());
        Assert.Equal(WeightExperiments.Kept(_folder["b"]).Hash(), weights.GetProperty("sha256").GetString());
        JsonElement parent = weights.GetProperty("run");
        Assert.Equal(1, parent.GetProperty("epochs").GetInt32());
        Assert.Equal(_folder["a"], parent.GetProperty("weights").GetProperty("from").GetString());
        Assert.Contains("eta_bw: 0.25", File.ReadAllText(_folder["c/experiment.yaml"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NetworksOfASweepStartFromWeightsToo()
    {
        _folder.Write("e.yaml", Palactors.Small);
        await RunAsync("e.yaml", "a");
        string[] sweep = ["sweep", _folder["e.yaml"], "--over", "eta_bw=0.5"];
        Succeeded(await Palactors.RunAsync([.. sweep, "--out", _folder["s"], "--set", $"weights={_folder["a"]}"]));
        Succeeded(await Palactors.RunAsync([.. sweep, "--out", _folder["t"]]));
        Assert.NotEqual(File.ReadAllText(_folder["s/sweep.csv"]), File.ReadAllText(_folder["t/sweep.csv"]));
    }

    [Fact]
    public async Task TheExperimentOfARunRepeatsItAndRefusesOtherWeights()
    {
        _folder.Write("e.yaml", Palactors.Small);
        await RunAsync("e.yaml", "a");
        Invocation first = await RunAsync("e.yaml", "b", "--digest", "--set", $"weights={_folder["a"]}");
        Invocation drawn = await RunAsync("e.yaml", "d", "--digest");
        Invocation second = await RunAsync("b/experiment.yaml", "c", "--digest");
        Assert.Equal(first.Lines[^1], second.Lines[^1]);
        Assert.NotEqual(first.Lines[^1], drawn.Lines[^1]);

        File.Copy(_folder["b/weights.h5"], _folder["a/weights.h5"], overwrite: true);
        Palactors.AssertRefused(
            await Palactors.RunAsync("run", _folder["b/experiment.yaml"], "--out", _folder["e"]), "SHA-256", "sha256");
        Assert.False(Directory.Exists(_folder["e"]));
        // A complete run is shown all the same.
        Invocation shown = await Palactors.RunAsync("resume", _folder["b"], "--digest");
        Assert.Equal(first.Lines[^1], shown.Lines[^1]);
    }

    [Fact]
    public async Task ARunThatWasStoppedGoesOnWithoutTheSourceOfItsWeights()
    {
        _folder.Write("e.yaml", Palactors.Small);
        await RunAsync("e.yaml", "a");
        Invocation whole = await RunAsync("e.yaml", "b", "--digest", "--set", $"weights={_folder["a"]}");
        string[] run = ["run", _folder["e.yaml"], "--out", _folder["d"], "--set", $"weights={_folder["a"]}"];
        Invocation stopped = await Palactors.RunUntilAsync(
            HasSnapshot, [.. run, "--snapshot-every", "100", "--set", "pace=5000"]);
        // Stopped, or too late: the rest of the test holds for a complete run, too.
        Assert.Contains(stopped.Code, new[] { 130, 0 });
        Directory.Delete(_folder["a"], recursive: true);
        Invocation rest = await Palactors.RunAsync("resume", _folder["d"], "--digest");
        Assert.Equal(ExitCodes.Success, rest.Code);
        Assert.Equal(whole.Lines[^1], rest.Lines[^1]);

        bool HasSnapshot() => Directory.Exists(_folder["d/snapshots/network-0"])
            && Directory.GetFiles(_folder["d/snapshots/network-0"], "manifest-*.json").Length > 0;
    }

    private static void AssertSame(StoredWeights first, StoredWeights second)
    {
        Assert.Equal(
            first.Matrices.Select(matrix => (matrix.FullName, matrix.Rows, matrix.Columns)),
            second.Matrices.Select(matrix => (matrix.FullName, matrix.Rows, matrix.Columns)));
        Assert.All(
            first.Matrices.Zip(second.Matrices),
            pair => Assert.Equal(
                pair.First.Values.Select(BitConverter.DoubleToInt64Bits),
                pair.Second.Values.Select(BitConverter.DoubleToInt64Bits)));
        Assert.Equal(first.Hash(), second.Hash());
    }

    private async Task<Invocation> RunAsync(string experiment, string name, params string[] options) =>
        Succeeded(await Palactors.RunAsync(["run", _folder[experiment], "--out", _folder[name], .. options]));

    private async Task<Invocation> ContinueAsync(string source, string name, params string[] options) =>
        Succeeded(await Palactors.RunAsync(["continue", _folder[source], "--out", _folder[name], .. options]));

    private static Invocation Succeeded(Invocation run)
    {
        Assert.Equal((ExitCodes.Success, ""), (run.Code, run.Error));
        return run;
    }
}
