using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Links;
using PalActors.Areas.Contract.Models;
using PalActors.Lab.DryRuns;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Seed.Tests.DryRuns;

/// <summary>What a calibration times are the ticks of the network: to the bit those of the plain loop.</summary>
public sealed class TimedAreasTests
{
    [Theory]
    [InlineData("PAL", 0, 0)]
    [InlineData("PAL", 3, 5)]
    [InlineData("BP", 0, 0)]
    [InlineData("BP", 7, 4)]
    [InlineData("FA", 1, 2)]
    public void MicrocircuitsComputeTheirTicks(string model, int up, int down)
    {
        NetworkPlan plan = SmallPlans.YinYang(model, options: [$"delay_up={up}", $"delay_down={down}"]);
        AssertSame(plan, ticks: 60);
    }

    [Theory]
    [InlineData("PAL", 0, 0)]
    [InlineData("PAL", 2, 3)]
    [InlineData("FA", 0, 0)]
    [InlineData("DFA", 0, 0)]
    [InlineData("DFA", 2, 2)]
    [InlineData("BP", 4, 0)]
    public void RateCellsComputeTheirTicks(string model, int up, int down) => AssertSame(
        PlannedRuns.Networks(
            "mnist-conv", $"model={model}", $"delay_up={up}", $"delay_down={down}", "batch_size=5")[0],
        ticks: 12);

    [Theory]
    [InlineData("streams", "model=PAL", 0)]
    [InlineData("streams", "model=BP", 3)]
    [InlineData("skip", "model=PAL", 0)]
    [InlineData("loop", "model=PAL", 2)]
    public void GraphsComputeTheirTicks(string experiment, string model, int delay) => AssertSame(
        PlannedRuns.Networks(experiment, model, $"delay_up={delay}", $"delay_down={delay}")[0], ticks: 60);

    [Fact]
    public void JitterIsThatOfTheLinks() => AssertSame(
        SmallPlans.YinYang(
            "PAL", options: ["delay_up=2", "delay_down=2", "jitter=uniform", "jitter_scale=3", "jitter_max=3"]),
        ticks: 60);

    [Fact]
    public void AnAreaInBlocksOfTicksFindsTheRatesAhead()
    {
        NetworkPlan plan = PlannedRuns.Networks(
            "yin-yang", "layers=[4, 700, 1200, 3]", "eta_fw=0.1", "delay_up=16", "delay_down=16")[0];
        CalibrationPlan chosen = CalibrationPlan.Of(Palactors.Cells, plan, 200_000_000)!;
        TimedAreas areas = new(CellModels.All.Bind(chosen.Plan, SpareThreads.None), chosen.Plan, [1, 2, 3]);
        areas.Step();
        Assert.Equal(7, areas.All[1].Area.Lookahead);
        areas.Step();
        Assert.Equal(32, areas.Tick);
        Assert.Null(areas.All[1].Area.FirstNonFinite());
    }

    private static void AssertSame(NetworkPlan plan, int ticks)
    {
        IAreaModel cells = CellModels.All.Of(plan);
        NetworkPlan learning = CalibrationPlan.Of(cells, plan, 1_000_000_000)!.Plan;
        IReadOnlyList<int> all = plan.Graph.WithCells;
        TimedAreas areas = new(CellModels.All.Bind(learning, SpareThreads.None), learning, all);
        while (areas.Tick < ticks)
            areas.Step();
        AreaLoop loop = new(
            new Shown(CellModels.All.Bind(learning, SpareThreads.None)), learning.Schedule, all);
        loop.RunTo(areas.Tick);
        if (areas.All.Any(area => area.Area.Ports.Incoming.Any(port => port.Settles)))
        {
            foreach (TimedArea area in areas.All)
                area.Emit(areas.At(areas.Tick + 1));
            foreach (TimedArea area in areas.All)
                area.Settle();
        }

        StateAssert.SameBits(loop.Capture(), [.. areas.All.Select(area => area.Area.Capture(CaptureKind.State))]);
    }

    // The same values in every presentation, as a calibration shows them.
    private sealed class Shown(INetwork network) : INetwork, IPresentations
    {
        public LinkOptions Links => network.Links;

        public int Width => 0;

        public IArea BuildArea(int area) => network.BuildArea(area);

        public IPresentations BuildSource(Endpoint source) => this;

        public void Fill(int phase, int presentation, Span<double> values) => values.Fill(0.25);
    }
}
