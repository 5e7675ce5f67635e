using PalActors.Cli.Terminal;
using PalActors.Lab.Plots;
using PalActors.Lab.Runs;
using PalActors.Lab.Weights;
using SkiaSharp;

namespace PalActors.Seed.Tests;

/// <summary>Figures that <c>plot --what</c> draws by name, and what it says where there is nothing to draw.</summary>
public sealed class PlotFigureTests : IDisposable
{
    private const string Record = "record=[{observable: rate, every: 10}]";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AFinishedRunHasEachFigureByName()
    {
        _folder.Write("e.yaml", Palactors.Small);
        await SucceedsAsync("run", _folder["e.yaml"], "--out", _folder["a"], "--set", Record);

        foreach (string name in (string[])
            ["graph", "accuracy", "alignment", "confusion", "weights", "rates", "decision"])
        {
            File.Delete(_folder[$"a/{name}.png"]);
            File.Delete(_folder[$"a/{name}.svg"]);
            Invocation plot = await SucceedsAsync("plot", _folder["a"], "--what", name);
            Assert.Equal([$"In {_folder["a"]}: {name}.png"], plot.Lines);
            Assert.True(File.Exists(_folder[$"a/{name}.svg"]));
            using SKBitmap bitmap = SKBitmap.Decode(_folder[$"a/{name}.png"]);
            Assert.True(bitmap.Pixels.Distinct().Count() > 10);
        }
    }

    [Fact]
    public async Task WhatARunLacksIsOneLineThatSaysHowToGetIt()
    {
        _folder.Write("e.yaml", Palactors.Small);
        await SucceedsAsync("run", _folder["e.yaml"], "--out", _folder["a"]);
        File.Delete(_folder["a/weights.h5"]);

        Palactors.AssertRefused(await PlotAsync("rates"), "for instance record=[{observable: rate, every: 10}]");
        Palactors.AssertRefused(await PlotAsync("weights"), "has kept a snapshot");
        Palactors.AssertRefused(await PlotAsync("decision"), "weights.h5");
        Palactors.AssertRefused(await PlotAsync("readout"), "palactors readout");
        Palactors.AssertRefused(
            await PlotAsync("wieghts"), "--what is 'wieghts'; valid is one of graph, accuracy, alignment");
        Assert.False(File.Exists(_folder["a/weights.png"]));
    }

    [Fact]
    public async Task ARunThatGoesOnAndOneThatWasStoppedHaveTheWeightsOfTheirSnapshot()
    {
        _folder.Write("e.yaml", Palactors.Small.Replace("epochs: 2\n", "epochs: 100000\n", StringComparison.Ordinal));
        using CancellationTokenSource stop = new(TimeSpan.FromMinutes(1));
        Task<Invocation> run = Palactors.RunAsync(
            stop.Token, "run", _folder["e.yaml"], "--out", _folder["a"], "--snapshot-every", "1s");
        while (Snapshots().Length == 0)
            await Task.Delay(20, stop.Token);

        await SucceedsAsync("plot", _folder["a"], "--what", "weights");
        Assert.Contains(", tick ", File.ReadAllText(_folder["a/weights.svg"]), StringComparison.Ordinal);
        await stop.CancelAsync();
        Assert.Equal(ExitCodes.Interrupted, (await run).Code);
        await SucceedsAsync("plot", _folder["a"], "--what", "weights");
        string newest = Snapshots().Max(StringComparer.Ordinal)!;
        string tick = Path.GetFileNameWithoutExtension(newest)["manifest-".Length..].TrimStart('0');
        Assert.Contains($", tick {tick}", File.ReadAllText(_folder["a/weights.svg"]), StringComparison.Ordinal);

        string[] Snapshots() => Directory.Exists(_folder["a/snapshots/network-0"])
            ? Directory.GetFiles(_folder["a/snapshots/network-0"], "manifest-*")
            : [];
    }

    [Fact]
    public void WeightsAreBlueBelowZeroAndRedAbove()
    {
        StoredMatrix matrix = new("", "area_1", "W", 1, 2, [-2, 2], IsSingle: false);

        Assert.True(WeightPlots.Draw(_folder["weights.png"], "a test", [("PAL, seed 1", "at the end", [matrix])]));

        using SKBitmap bitmap = SKBitmap.Decode(_folder["weights.png"]);
        int row = bitmap.Height / 2;
        SKColor left = bitmap.GetPixel(bitmap.Width / 4, row), right = bitmap.GetPixel(bitmap.Width * 6 / 10, row);
        Assert.True(left.Blue > left.Red, $"{left} on the left");
        Assert.True(right.Red > right.Blue, $"{right} on the right");
    }

    [Fact]
    public void NamesAndFilesOfFiguresAreTheirOwn()
    {
        Assert.Equal(RunFigures.All.Count, RunFigures.All.Select(figure => figure.Name).Distinct().Count());
        Assert.Equal(RunFigures.All.Count, RunFigures.All.Select(figure => figure.File).Distinct().Count());
    }

    private Task<Invocation> PlotAsync(string what) => Palactors.RunAsync("plot", _folder["a"], "--what", what);

    private static async Task<Invocation> SucceedsAsync(params string[] args)
    {
        Invocation invocation = await Palactors.RunAsync(args);
        Assert.Equal((ExitCodes.Success, ""), (invocation.Code, invocation.Error));
        return invocation;
    }
}
