using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Cluster.Tests.Nodes;
using PalActors.Clustering.Recovery;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Runs;

/// <summary>Networks that diverge in many ways: the reported tick depends on the experiment alone.</summary>
public sealed class DivergenceTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("palactors-");

    public void Dispose() => _folder.Delete(recursive: true);

    public static TheoryData<string, string> Explosions => new()
    {
        { "PAL", "activation=relu;eta_fw=1e308" },
        { "PAL", "activation=relu;eta_fw=1e9,1e9,1e9" },
        { "PAL", "activation=linear;eta_fw=1000" },
        { "PAL", "activation=soft_relu;eta_fw=1e200" },
        { "PAL", "activation=relu;noise_scale=1e300" },
        { "PAL", "activation=linear;noise_scale=1e308;eta_fw=0" },
        { "PAL", "activation=relu;init_WPP_range=1e300,1e301;eta_fw=1" },
        { "PAL", "init_WPP_range=-1e308,1e308" },
        { "PAL", "eta_bw=1e308;noise_scale=1e5;alpha=0" },
        { "PAL", "activation=linear;eta_IP=1e300" },
        { "PAL", "activation=linear;eta_PI=1e300" },
        { "PAL", "activation=tanh;dWPP_use_activation=false;eta_fw=1e308" },
        { "PAL", "dWPP_r_low_pass=true;activation=linear;eta_fw=1e308" },
        { "PAL", "dWPP_post_low_pass=true;activation=soft_relu;eta_fw=1e308" },
        { "PAL", "noise_mode=vapi;noise_scale=1e200;activation=linear;eta_fw=1e4" },
        { "PAL-norm", "eta_bw=1e300;noise_scale=1e10;alpha=1e-302" },
        { "FA", "activation=linear;eta_fw=1000" },
        { "BP", "activation=relu;eta_fw=1e308" },
        { "BP", "activation=linear;eta_fw=1000;delay_up=3;delay_down=5" },
        { "BP", "activation=relu;eta_fw=1e9;jitter=uniform;jitter_scale=6;jitter_max=5" },
        { "PAL", "activation=linear;eta_fw=1000;delay_up=40;delay_down=40" },
        { "PAL", "activation=linear;eta_fw=1000;delay_up=16;delay_down=5;forward_block=7" },
        { "PAL", "activation=linear;eta_fw=1e9;delay_up=16;delay_down=5;forward_block=7;precision=single" },
        { "PAL", "activation=linear;eta_fw=100;precision=single" },
        { "PAL", "activation=relu;init_WPP_range=1e38,2e38;precision=single" },
        { "PAL", "activation=linear;eta_fw=1000;delay_up=3;delay_down=5;noise_lag=round_trip;prediction=linear" },
        { "PAL", "activation=linear;eta_fw=1000;generator=numpy-legacy" },
    };

    [Theory]
    [MemberData(nameof(Explosions))]
    public async Task ItIsToldAtTheFirstBoundaryAtWhichAPlainLoopIsNotFinite(string model, string options)
    {
        NetworkPlan plan = Plan(model, options);
        Divergence expected = Oracle(plan);
        foreach (RunSettings settings in new[]
        {
            new RunSettings(),
            new RunSettings { HorizonTime = TimeSpan.FromMilliseconds(1), ThreadsPerNetwork = 2 },
        })
        {
            NetworkOutcome outcome = (await RunFixture.RunAsync(plan, settings)).Outcome;
            Assert.Equal(expected, outcome.Divergence);
            Assert.Equal(expected.Tick, outcome.Tick);
            Assert.False(outcome.Completed);
            Assert.Empty(outcome.States);
        }
    }

    [Fact]
    public async Task LostAndDoubledFramesAndLongHorizonsChangeNothing()
    {
        NetworkPlan plan = Plan("PAL", "activation=relu;eta_fw=1e9,1e9,1e9");
        FrameFaults faults = new(3, 0.01, 0.01, 0.01);
        RunSettings settings =
            new() { Execution = new ExecutionOptions { Faults = faults }, HorizonTime = TimeSpan.FromSeconds(1) };
        Assert.Equal(Oracle(plan), (await RunFixture.RunAsync(plan, settings)).Outcome.Divergence);
    }

    [Fact]
    public async Task OtherNetworksOfTheRunGoOnToTheirEnd()
    {
        NetworkPlan good = RunFixture.Plan("PAL");
        NetworkPlan bad = Plan("PAL", "activation=linear;eta_fw=1000") with { Network = 1 };
        RecordingObserver observer = new();
        RunSettings settings = new() { Lanes = 1 };
        IReadOnlyList<NetworkOutcome> outcomes = await RunFixture.RunAsync([good, bad], settings, observer);
        Assert.True(outcomes[0].Completed);
        Assert.Null(outcomes[0].Divergence);
        Assert.Equal(RunFixture.PlainDigest(good, good.Schedule.EndTick), outcomes[0].Digest);
        Assert.Equal(Oracle(bad), outcomes[1].Divergence);
    }

    [Fact]
    public async Task ProgressEndsBeforeTheTickAndEveryMeasureBeforeItIsThere()
    {
        NetworkPlan plan = Plan("PAL", "activation=linear;eta_fw=1000");
        plan = plan with { Schedule = plan.Schedule with { RecordEvery = 50 } };
        (NetworkOutcome outcome, RecordingObserver observer) = await RunFixture.RunAsync(plan, new RunSettings());
        long tick = outcome.Divergence!.Tick;
        Assert.All(observer.ProgressOf(0), progress => Assert.True(progress < tick));
        int alignments = observer.Metrics.Count(metric => metric.Area is not null && metric.Tick < tick);
        Assert.Equal(plan.Schedule.RecordsUpTo(tick - 1) * 2 * 5, alignments);
    }

    [Theory]
    [InlineData(1, "PAL", "activation=linear;eta_fw=1000")]
    [InlineData(2, "BP", "activation=relu;eta_fw=1e9")]
    [InlineData(2, "PAL", "activation=linear;eta_fw=1000;delay_up=40;delay_down=40")]
    public async Task ItIsTheSameOverNodesWithFramesLost(int nodes, string model, string options)
    {
        NetworkPlan plan = Plan(model, options);
        RunSettings settings =
            new() { Execution = new ExecutionOptions { Faults = new FrameFaults(5, 0.002, 0.002, 0.002) } };
        await using ClusterFixture cluster = new([plan], nodes, settings);
        for (int i = 0; i < nodes; i++)
            await cluster.JoinAsync();
        Assert.Equal(Oracle(plan), Assert.Single(await cluster.EndAsync()).Divergence);
    }

    [Fact]
    public async Task ItIsTheSameAfterARunWasStoppedAndWentOnOverAnotherNumberOfNodes()
    {
        NetworkPlan plan = Plan("PAL", "activation=linear;eta_fw=20");
        Divergence expected = Oracle(plan);
        using SnapshotKeeper keeper = Keeper(plan, new SnapshotInterval(200, TimeSpan.Zero), shared: false);
        RunSettings settings = new()
        {
            KeeperOf = _ => keeper,
            HorizonTime = TimeSpan.FromMilliseconds(20),
            Execution = new ExecutionOptions { Pace = 4000 },
        };
        await using (ClusterFixture first = new([plan], nodes: 1, settings))
        {
            await first.JoinAsync();
            await first.ReachedAsync(expected.Tick / 8);
            await first.StopAsync();
            Assert.Null(Assert.Single(await first.EndAsync()).Divergence);
        }

        await using ClusterFixture second = new([plan], nodes: 2, settings);
        await second.JoinAsync();
        await second.JoinAsync();
        Assert.Equal(expected, Assert.Single(await second.EndAsync()).Divergence);
        Assert.Contains(second.Observer.Generations, generation => generation is { Generation: 2, Tick: > 0 });
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task NoSnapshotHoldsAValueThatIsNotFiniteAndTheLastGoodOneStays(bool shared)
    {
        NetworkPlan plan = Plan("PAL", "activation=linear;eta_fw=20");
        Divergence expected = Oracle(plan);
        List<long> kept = [];
        for (int sitting = 0; sitting < 2; sitting++)
        {
            using SnapshotKeeper keeper = Keeper(plan, new SnapshotInterval(40, TimeSpan.Zero), shared);
            RunSettings settings = new() { KeeperOf = _ => keeper, HorizonTime = TimeSpan.FromMilliseconds(1) };
            (NetworkOutcome outcome, RecordingObserver observer) = await RunFixture.RunAsync(plan, settings);
            Assert.Equal(expected, outcome.Divergence);
            kept.AddRange(observer.Kept);
            Assert.Equal(kept.Max(), (await keeper.NewestAsync())!.Tick);
            Assert.All((await keeper.NewestAsync())!.Areas, area => Assert.Null(area.FirstNonFinite()));
        }

        Assert.All(kept, tick => Assert.True(tick < expected.Tick));
    }

    [Fact]
    public async Task ANetworkStoppedWhileItIsNotFiniteLeavesNoSnapshotOfThatAndNoDigest()
    {
        // No boundary before the end, so that a stop comes first.
        NetworkPlan plan = Plan("PAL", "init_WPP_range=-1e308,1e308", train: 4000, validation: 4000);
        plan = plan with { Schedule = plan.Schedule with { EndTick = 4000 } };
        using CancellationTokenSource stop = new();
        RecordingObserver observer = new() { OnProgress = (_, tick) => { if (tick > 100) stop.Cancel(); } };
        using SnapshotKeeper keeper = Keeper(plan, new SnapshotInterval(0, TimeSpan.FromHours(1)), shared: false);
        RunSettings settings = new()
        {
            KeeperOf = _ => keeper,
            HorizonTime = TimeSpan.FromMilliseconds(1),
            Execution = new ExecutionOptions { Pace = 2000 },
        };
        NetworkOutcome outcome = Assert.Single(await RunFixture.RunAsync([plan], settings, observer, stop.Token));
        Assert.Null(outcome.Divergence);
        Assert.False(outcome.Completed);
        Assert.Empty(outcome.States);
        Assert.Null(await keeper.NewestAsync());
    }

    [Fact]
    public async Task FreeRunningNetworksDivergeToo()
    {
        NetworkPlan plan = Plan("PAL", "activation=linear;eta_fw=1000;sync=free;staleness=30");
        NetworkOutcome outcome = (await RunFixture.RunAsync(plan, new RunSettings())).Outcome;
        Assert.NotNull(outcome.Divergence);
    }

    [Fact]
    public async Task AFiniteNetworkIsNotSaidToHaveDiverged() =>
        Assert.Null((await RunFixture.RunAsync(RunFixture.Plan("PAL"), new RunSettings())).Outcome.Divergence);

    private SnapshotKeeper Keeper(NetworkPlan plan, SnapshotInterval interval, bool shared) =>
        new(_folder.FullName, plan, interval, shared, [], line => Assert.Fail(line));

    private static NetworkPlan Plan(string model, string options, int train = 500, int validation = 20) =>
        SmallPlans.YinYang(model, train: train, validation: validation, options: options.Split(';'));

    // Boundaries as written in docs/model.md, counted independently.
    private static Divergence Oracle(NetworkPlan plan)
    {
        HistoryLoop loop = new(new PlannedNetwork(plan));
        foreach (Phase phase in plan.Schedule.Phases)
        {
            for (long tick = phase.FirstTick; tick <= phase.LastTick; tick++)
            {
                bool isInside = (tick - phase.FirstTick + 1) % (204 * 20) == 0;
                if (tick != phase.LastTick && tick != plan.Schedule.EndTick && !isInside)
                    continue;
                loop.RunTo(tick);
                foreach (AreaState state in loop.Capture().OrderBy(state => state.Area))
                {
                    foreach (StateBlock block in state.Blocks)
                    {
                        string[] wrong = [.. block.Values.Where(value => !double.IsFinite(value)).Select(Text)];
                        if (wrong.Length > 0)
                            return new Divergence(tick, phase.Epoch, state.Area, block.Name, wrong[0]);
                    }
                }

                if (tick == plan.Schedule.EndTick)
                    break;
            }
        }

        throw new InvalidOperationException("The network stayed finite.");
    }

    private static string Text(double value) =>
        double.IsNaN(value) ? "NaN" : value > 0 ? "Infinity" : "-Infinity";
}
