using PalActors.Cli.Terminal;
using PalActors.Lab.Weights;

namespace PalActors.Seed.Tests.Weights;

/// <summary>Weights at the end of an epoch: from a snapshot of an unfinished run, else by keep_weights.</summary>
public sealed class EpochWeightTests : IDisposable
{
    private const long Validation = 30_000, Training = 400;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("small")]
    [InlineData("rate")]
    [InlineData("single")]
    [InlineData("graph")]
    public async Task AFinishedRunKeepsThoseOfTheEpochsThatAreAskedFor(string name)
    {
        string text = WeightExperiments.Text(name);
        _folder.Write("e.yaml", text.Replace("epochs: 1\n", "epochs: 2\n", StringComparison.Ordinal));
        Invocation kept = await RunAsync("a", "--set", "keep_weights=[0, 1, 2]");
        await RunAsync("one", "--epochs", "1");
        await RunAsync("plain");

        Assert.Contains("weights-0.h5, weights-1.h5, weights-2.h5", kept.Output, StringComparison.Ordinal);
        AssertSame("one/weights.h5", "a/weights-1.h5");
        AssertSame("a/weights.h5", "a/weights-2.h5");
        AssertSame("plain/weights.h5", "a/weights.h5");
        Assert.Equal(File.ReadAllText(_folder["plain/metrics.csv"]), File.ReadAllText(_folder["a/metrics.csv"]));
        Assert.Empty(Directory.GetFiles(_folder["a/networks"], "*.h5"));

        // From there another run begins as from a run of that length.
        string[] frozen = WeightExperiments.Frozen(name);
        await RunAsync("b", ["--set", $"weights={{from: {_folder["a"]}, at: 1}}", .. frozen]);
        AssertSame("one/weights.h5", "b/weights.h5");
        Succeeded(await Palactors.RunAsync("export", _folder["a"], "--weights", "--at", "1", "--out", _folder["x.h5"]));
        AssertSame("one/weights.h5", "x.h5");

        Invocation absent = await Palactors.RunAsync("export", _folder["plain"], "--weights", "--at", "1");
        Palactors.AssertRefused(absent, "no snapshot at epoch 1", "an epoch of keep_weights");
        await RunAsync("a", "--fresh");
        Assert.False(File.Exists(_folder["a/weights-1.h5"]));
    }

    [Fact]
    public async Task AnUnfinishedRunHasThoseOfItsSnapshot()
    {
        _folder.Write("e.yaml", Palactors.Small
            .Replace("validation: 3\n", "validation: 300\n", StringComparison.Ordinal)
            .Replace("epochs: 2\n", "epochs: 3\n", StringComparison.Ordinal));
        Invocation stopped = await Palactors.RunUntilAsync(
            FirstEpochIsValidated, "run", _folder["e.yaml"], "--out", _folder["a"], "--set", "pace=30000",
            "--snapshot-every", "100", "--set", "keep_weights=[1]");
        Assert.Equal(ExitCodes.Interrupted, stopped.Code);
        // It was stopped while validation samples were shown, in which nothing learns.
        string epoch = Epoch();
        await RunAsync("end", "--epochs", epoch);
        string[] export = ["export", _folder["a"], "--weights", "--at", epoch, "--out", _folder["x.h5"]];
        Succeeded(await Palactors.RunAsync(export));
        AssertSame("end/weights.h5", "x.h5");
        string[] frozen = WeightExperiments.Frozen("small");
        await RunAsync("b", ["--set", $"weights={{from: {_folder["a"]}, at: {epoch}}}", .. frozen]);
        AssertSame("end/weights.h5", "b/weights.h5");

        // Stopped and resumed, it keeps what it was asked for.
        Invocation resumed =
            await Palactors.RunAsync("run", _folder["e.yaml"], "--out", _folder["a"], "--set", "keep_weights=[1]");
        Assert.Equal(ExitCodes.Success, resumed.Code);
        await RunAsync("one", "--epochs", "1");
        AssertSame("one/weights.h5", "a/weights-1.h5");
    }

    [Theory]
    [InlineData("[3]", "keep_weights is '3'", "0 to 2")]
    [InlineData("[1, 1]", "keep_weights holds '1' twice")]
    [InlineData("[]", "keep_weights is []")]
    [InlineData("1", "keep_weights is '1'", "true, false")]
    public async Task WhatIsNoEpochIsRefused(string value, params string[] parts)
    {
        _folder.Write("e.yaml", Palactors.Small);
        Invocation run = await Palactors.RunAsync(
            "run", _folder["e.yaml"], "--out", _folder["a"], "--set", $"keep_weights={value}");
        Palactors.AssertRefused(run, parts);
        Assert.False(Directory.Exists(_folder["a"]));
    }

    // The epoch in whose validation, 30,000 ticks after 400 of training, the newest snapshot is.
    private string Epoch() => ((Newest() - Validation - Training) / (Validation + Training) + 1).ToString("D", null);

    private bool FirstEpochIsValidated() => Newest() > Validation + Training + 3000;

    private long Newest()
    {
        string folder = _folder["a/snapshots/network-0"];
        return !Directory.Exists(folder) ? 0 : Directory.GetFiles(folder, "manifest-*.json")
            .Select(path => long.Parse(Path.GetFileNameWithoutExtension(path).Split('-')[1], null))
            .DefaultIfEmpty().Max();
    }

    private async Task<Invocation> RunAsync(string folder, params string[] options) => Succeeded(
        await Palactors.RunAsync(["run", _folder["e.yaml"], "--out", _folder[folder], .. options]));

    private void AssertSame(string one, string other)
    {
        StoredMatrix[] expected = [.. WeightFiles.Read(_folder[one]).Matrices];
        StoredMatrix[] matrices = [.. WeightFiles.Read(_folder[other]).Matrices];
        Assert.Equal(expected.Select(matrix => matrix.FullName), matrices.Select(matrix => matrix.FullName));
        Assert.All(expected.Zip(matrices), pair => Assert.Equal(pair.First.Values, pair.Second.Values));
    }

    private static Invocation Succeeded(Invocation run)
    {
        Assert.Equal((ExitCodes.Success, ""), (run.Code, run.Error));
        return run;
    }
}
