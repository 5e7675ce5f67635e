using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Models;
using PalActors.Lab.Experiments;
using PalActors.Messages.Plan;
using PalActors.TestKit;
using PureHDF;
using SkiaSharp;

namespace PalActors.Seed.Tests;

/// <summary>The figure of the first convolution's filters, which is made of what a run records by itself.</summary>
public sealed class FilterFigureTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string[] Tiny =>
    [
        "run", "shapes", "--seeds", "1,2", "--epochs", "2", "--set", "train=50", "--set", "validation=10", "--set",
        "test=10", "--set", "batch_size=10", "--set", "Tpres=0.5", "--set", "model=[PAL, DFA]", "--digest", "--quiet",
        "--out", _folder["run"],
    ];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ATinyRunOfShapesLeavesItAndItIsThePlainLoopThatItShows()
    {
        Invocation run = await Palactors.RunAsync(Tiny);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains(run.Lines, line => line.Contains("filters.png", StringComparison.Ordinal));
        using (SKBitmap figure = SKBitmap.Decode(_folder["run/filters.png"]))
        {
            Assert.NotNull(figure);
            // Filters are in colour, all else is black on white.
            Assert.Contains(figure.Pixels, pixel => pixel.Red > pixel.Green + 50);
            Assert.Contains(figure.Pixels, pixel => pixel.Blue > pixel.Red + 50);
        }

        IReadOnlyList<NetworkPlan> plans =
            NetworkPlans.Of(ExperimentReader.Read(CellModels.All, _folder["run/experiment.yaml"]));
        using var opened = H5File.OpenRead(_folder["run/recording.h5"]);
        foreach (NetworkPlan plan in plans)
        {
            long[] ends = [.. plan.Schedule.Phases.Where(phase => phase.Split == "validation").Select(p => p.LastTick)];
            IH5Group network = opened.Group($"{plan.Label}_{plan.Seed}");
            Assert.Equal([ends[0], ends[^1]], network.Dataset("area_1/W_ticks").Read<long[]>());
            Assert.Equal([2UL, 12UL, 75UL], network.Dataset("area_1/W").Space.Dimensions);
        }

        AreaLoop loop = new(CellModels.All.Bind(plans[0], SpareThreads.None), plans[0].Schedule, plans[0].Top);
        double[] shown = opened.Dataset("PAL_1/area_1/W").Read<double[]>();
        loop.RunTo(plans[0].Schedule.Phases.First(phase => phase.Split == "validation").LastTick);
        double[] before = loop.Capture(CaptureKind.Observed)[0]["W"].Values;
        Assert.Equal(before, shown[..900]);
        loop.RunTo(plans[0].Schedule.EndTick);
        Assert.NotEqual(before, shown[900..]);
        string[] digests = UnrecordedRun.DigestsOf(run);
        Assert.Equal(4, digests.Length);
        Assert.Equal(await UnrecordedRun.DigestsAsync(_folder["run/experiment.yaml"]), digests);
    }

    [Fact]
    public async Task PlotDrawsItAgainAndAFreshRunRemovesIt()
    {
        Assert.Equal(0, (await Palactors.RunAsync(Tiny)).Code);
        string path = _folder["run/filters.png"];
        byte[] before = File.ReadAllBytes(path);
        File.Delete(path);

        Invocation plot = await Palactors.RunAsync("plot", _folder["run"]);
        Assert.Equal((0, ""), (plot.Code, plot.Error));
        Assert.Contains("filters.png", plot.Output, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(path));

        // The dense network that takes its place has no filters.
        Invocation fresh = await Palactors.RunAsync(
            [
                .. Tiny, "--fresh", "--set", "kernel=0", "--set", "pool=1", "--set", "channels=0", "--set",
                "models.PAL.pool_sigma=0",
            ]);
        Assert.Equal((0, ""), (fresh.Code, fresh.Error));
        Assert.False(File.Exists(path));
        Assert.False(Path.Exists(_folder["run/recording"]));
    }
}
