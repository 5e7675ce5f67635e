using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models;
using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Cluster.Tests.Contract;
using PalActors.Cluster.Tests.Runs;
using PalActors.Clustering.Remoting;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.Echo;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Nodes;

/// <summary>Frames and states that are larger than a message of the transport cross nodes in pieces.</summary>
public sealed class LargeFrameTests
{
    private static readonly ModelRegistry s_models = CellModels.All.With(new EchoModel());

    [Fact]
    public async Task FramesOfThreeMessagesGiveTheStatesOfAPlainLoopAndTheDigestOfOneProcess()
    {
        const int Width = 200_000;
        const long Bytes = Width * sizeof(double);
        Assert.True(Bytes > RemotingOptions.MaximumFrame);
        NetworkPlan plan = Echo(delay: 0, Width);

        NetworkOutcome outcome = await RunAsync(plan, new ExecutionOptions());

        AssertEcho(plan, 0, outcome);
        NetworkOutcome alone = Assert.Single(await LocalRun.RunAsync(
            s_models, [plan], new RunSettings(), new RecordingObserver(), CancellationToken.None));
        Assert.Equal(alone.Digest, outcome.Digest);
        Assert.Equal(0, alone.Figures.WireBytes);
        // Up and down between areas 1 and 2, up to area 3; its own frames fit.
        Assert.InRange(outcome.Figures.WireBytes, 3 * outcome.Tick * (Bytes + (4 * 44)), long.MaxValue);
        Assert.InRange(outcome.Figures.WireFrames, 4 * outcome.Tick, long.MaxValue);
    }

    [Fact]
    public async Task FramesGatherNoMoreTicksThanFitAMessage()
    {
        // Half of the delay is 10 ticks; two fit.
        NetworkPlan plan = Echo(delay: 20, width: 30_000);

        NetworkOutcome outcome = await RunAsync(plan, new ExecutionOptions());

        AssertEcho(plan, 20, outcome);
        // Three large links with two ticks a frame.
        Assert.InRange(outcome.Figures.WireFrames, 3 * outcome.Tick / 2, long.MaxValue);
    }

    [Theory]
    [InlineData("PAL", 1, "0", "0")]
    [InlineData("BP", 2, "0", "0")]
    [InlineData("PAL", 3, "3,4", "2,6")]
    public async Task LostRepeatedAndLatePiecesChangeNoBit(string model, int seed, string up, string down)
    {
        NetworkPlan plan = SmallPlans.YinYang(
            model, layers: [4, 20, 18, 3], train: 8, validation: 1, ticks: 5,
            options: [$"delay_up={up}", $"delay_down={down}"]);
        HistoryLoop loop = new HistoryLoop(new PlannedNetwork(plan)).RunTo(plan.Schedule.EndTick);

        NetworkOutcome outcome = await RunAsync(plan, new ExecutionOptions
        {
            PieceSize = 64,
            Faults = new FrameFaults(seed, Drop: 0.1, Duplicate: 0.1, HoldBack: 0.1),
        });

        Assert.Equal(NetworkDigest.Compute(loop.Capture()), outcome.Digest);
    }

    [Fact]
    public async Task FreeRunningAreasReachTheEndWithPieces()
    {
        NetworkPlan plan = SmallPlans.YinYang(
            "PAL", layers: [4, 20, 18, 3], options: FreeRunTests.Free(30, "delay_up=2", "delay_down=2"));

        NetworkOutcome outcome = await RunAsync(plan, new ExecutionOptions { PieceSize = 64 });

        Assert.True(outcome.Completed);
        FreeRunTests.AssertHistograms(outcome, delay: 2, staleness: 30);
    }

    [Fact]
    public async Task ObservedStatesAndSamplesOfSeveralMessagesCrossTheNodes()
    {
        // W of area 2 has 5 MB: observed after each phase, and a sample for the measures of area 1.
        NetworkPlan plan = SmallPlans.YinYang("PAL", layers: [4, 500, 1250, 3], train: 2, validation: 1, ticks: 5);
        plan = plan with
        {
            Schedule = plan.Schedule with
            {
                Phases = [.. plan.Schedule.Phases.Select(phase => phase with { CompareUpdates = true })],
            },
        };
        RecordingObserver alone = new(), apart = new();
        await LocalRun.RunAsync(s_models, [plan], new RunSettings(), alone, CancellationToken.None);

        await RunAsync(plan, new ExecutionOptions(), apart);

        AreaState[] expected = Ordered(alone), observed = Ordered(apart);
        Assert.Equal(plan.Schedule.Phases.Length * plan.Top, expected.Length);
        Assert.Contains(expected, state => state.Blocks.Any(block => block.Values.Length == 500 * 1250));
        Assert.Equal(expected.Length, observed.Length);
        Assert.All(expected.Zip(observed), pair => Assert.True(pair.First.SameBits(pair.Second)));
        Assert.Contains(alone.Metrics, metric => metric.Area == 1);
        Assert.Equal(alone.Metrics, apart.Metrics);
    }

    [Fact]
    public void APieceFitsAMessageOfTheTransportWithRoomForItsEnvelope() =>
        Assert.InRange(PieceCodec.HeaderSize + FrameCut.UsualSize, 1, RemotingOptions.MaximumFrame / 4 * 3);

    private static AreaState[] Ordered(RecordingObserver observer) =>
        [.. observer.ObservedStates.OrderBy(state => state.Tick).ThenBy(state => state.Area)];

    private static NetworkPlan Echo(int delay, int width) => SmallPlans.YinYang(
        "PAL",
        layers: [4, width, width, 3],
        train: 2,
        validation: 1,
        ticks: 5,
        options: [$"delay_up={delay}", $"delay_down={delay}"]) with
    { Cells = "echo", Model = "echo" };

    // Area 2 on a node of its own.
    private static async Task<NetworkOutcome> RunAsync(
        NetworkPlan plan, ExecutionOptions execution, RecordingObserver? observer = null)
    {
        FailureLog failures = new();
        RunSettings settings = new()
        {
            Placement = [[1, 3], [2]],
            Execution = execution,
            Configuration = failures.Configuration,
        };
        await using ClusterFixture cluster = new([plan], 1, settings, observer: observer, models: s_models);
        await cluster.JoinAsync(configuration: failures.Configuration);
        NetworkOutcome outcome = Assert.Single(await cluster.EndAsync());
        Assert.DoesNotContain(
            failures.Connections, error => error.Contains("oversized", StringComparison.OrdinalIgnoreCase));
        return outcome;
    }

    // The blocks are the last three mixes, each at its tick modulo three.
    private static void AssertEcho(NetworkPlan plan, int delay, NetworkOutcome outcome)
    {
        Assert.True(outcome.Completed);
        double[][][] mixes = EchoOracle.Run(plan, delay, outcome.Tick);
        foreach (AreaState state in outcome.States)
        {
            for (long tick = outcome.Tick - 2; tick <= outcome.Tick; tick++)
                Assert.Equal(mixes[tick][state.Area], state.Blocks[tick % 3].Values);
        }
    }
}
