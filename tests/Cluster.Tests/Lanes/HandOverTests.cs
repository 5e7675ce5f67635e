using System.Collections.Concurrent;
using Akka.Actor.Internal;
using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Links;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models;
using PalActors.Cluster.Tests.Contract;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.Echo;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Lanes;

/// <summary>Areas of a lane of one thread hand frames over by calls, and advance in each other's turns.</summary>
public sealed class HandOverTests
{
    [Theory]
    [InlineData(1, 0, false, true)]
    [InlineData(1, 3, false, true)]
    [InlineData(2, 0, false, false)]
    [InlineData(1, 0, true, false)]
    public async Task AreasAdvanceInTurnsOfOthersOnOneThreadOnly(int threads, int delay, bool serialize, bool expected)
    {
        NetworkPlan plan = Plan($"delay_up={delay}", $"delay_down={delay}");
        WatchedModel model = new(failing: 0);
        RunSettings settings = new() { ThreadsPerNetwork = threads, SerializeMessages = serialize };
        NetworkOutcome outcome = Assert.Single(await RunAsync(model, plan, settings));

        Assert.Equal(expected, model.Turns.Distinct().Count() > 3);
        double[][][] mixes = EchoOracle.Run(plan, delay, outcome.Tick);
        Assert.Equal(mixes[outcome.Tick][3], outcome.States[^1].Blocks[outcome.Tick % 3].Values);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task AnAreaThatFailsInTheTurnOfAnotherEndsTheRunWithItsReason(int failing)
    {
        RunFailedException error = await Assert.ThrowsAsync<RunFailedException>(
            () => RunAsync(new WatchedModel(failing), Plan(), new RunSettings { ThreadsPerNetwork = 1 }));
        Assert.Contains($"tick {WatchedArea.Broken} broke", error.Message, StringComparison.Ordinal);
    }

    private static NetworkPlan Plan(params string[] options) =>
        SmallPlans.YinYang("PAL", layers: [4, 6, 5, 3], train: 40, validation: 10, options: options) with
        {
            Cells = "watched",
            Model = "watched",
        };

    private static Task<IReadOnlyList<NetworkOutcome>> RunAsync(
        WatchedModel model, NetworkPlan plan, RunSettings settings) => LocalRun.RunAsync(
            CellModels.All.With(model), [plan], settings, new RecordingObserver(), CancellationToken.None)
        .WaitAsync(TimeSpan.FromSeconds(20));

    private sealed class WatchedModel(int failing) : IAreaModel
    {
        public string Name => "watched";

        public string Summary => "an echo that notes whose turn it is when an area computes";

        /// <summary>Areas, and actors in whose turns they computed.</summary>
        public ConcurrentBag<(int Area, string Actor)> Turns { get; } = [];

        public INetwork Bind(NetworkPlan plan, INetworkServices services) =>
            new WatchedNetwork(new EchoNetwork(plan, services), this, failing);
    }

    private sealed class WatchedNetwork(EchoNetwork echo, WatchedModel model, int failing) : INetwork
    {
        public LinkOptions Links => echo.Links;

        public IPresentations BuildSource(Endpoint source) => echo.BuildSource(source);

        public IArea BuildArea(int area) => new WatchedArea(echo.BuildArea(area), model, area == failing);
    }

    private sealed class WatchedArea(IArea area, WatchedModel model, bool fails) : IArea
    {
        public const long Broken = 50;

        public int Index => area.Index;

        public long Tick => area.Tick;

        public AreaPorts Ports => area.Ports;

        public void Emit(in TickContext tick, in Emission to) => area.Emit(tick, to);

        public void Integrate(in TickContext tick, in Arrivals from)
        {
            if (fails && tick.Tick == Broken)
                throw new InvalidOperationException($"tick {Broken} broke");
            model.Turns.Add((Index, InternalCurrentActorCellKeeper.Current!.Self.Path.Name));
            area.Integrate(tick, from);
        }

        public AreaState Capture(CaptureKind kind) => area.Capture(kind);

        public void Restore(AreaState state) => area.Restore(state);
    }
}
