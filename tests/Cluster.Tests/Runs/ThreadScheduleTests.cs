using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Runs;

/// <summary>The digest and the measures of a run are those of a plain loop, for every thread schedule.</summary>
public sealed class ThreadScheduleTests
{
    private const string DefaultDispatcher = "palactors.lane-0.type = Dispatcher\npalactors.lane-1.type = Dispatcher\n";

    public static IReadOnlyDictionary<string, Func<RunSettings>> Schedules { get; } = new Dictionary<
        string, Func<RunSettings>>
    {
        ["as it comes"] = () => new RunSettings(),
        ["one thread"] = () => new RunSettings { Lanes = 1, ThreadsPerNetwork = 1 },
        ["two threads"] = () => new RunSettings { Lanes = 1, ThreadsPerNetwork = 2 },
        ["two lanes of two threads"] = () => new RunSettings { Lanes = 2, ThreadsPerNetwork = 2 },
        ["another order of starts"] = () => new RunSettings { Lanes = 1, ShuffleStart = new Random(1) },
        ["and another, two threads"] = () =>
            new RunSettings { Lanes = 1, ThreadsPerNetwork = 2, ShuffleStart = new Random(2) },
        ["shortest horizons"] = () => new RunSettings { Lanes = 1, HorizonTime = TimeSpan.Zero },
        ["longest horizons"] = () => new RunSettings { Lanes = 1, HorizonTime = TimeSpan.FromHours(1) },
        ["default dispatcher"] = () => new RunSettings { Lanes = 1, Configuration = DefaultDispatcher },
        ["default dispatcher, one message at a time"] = () =>
            new RunSettings { Lanes = 1, Configuration = DefaultDispatcher + "palactors.lane-0.throughput = 1\n" },
        ["serialized messages"] = () => new RunSettings { Lanes = 1, SerializeMessages = true },
        ["serialized messages, two threads"] = () =>
            new RunSettings { Lanes = 1, ThreadsPerNetwork = 2, SerializeMessages = true },
    };

    public static TheoryData<string, string> Cases
    {
        get
        {
            TheoryData<string, string> data = [];
            foreach (string model in new[] { "PAL", "FA", "BP" })
            {
                foreach (string schedule in Schedules.Keys)
                    data.Add(model, schedule);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task DigestAndMeasuresAreThoseOfThePlainLoop(string model, string schedule)
    {
        HistoryLoop loop = RunFixture.Loop(model);
        var (outcome, observer) = await RunFixture.RunAsync(RunFixture.Plan(model), Schedules[schedule]());
        Assert.True(outcome.Completed);
        Assert.Equal(loop.Tick, outcome.Tick);
        Assert.Equal(NetworkDigest.Compute(loop.Capture()), outcome.Digest);
        Assert.Equal(RunFixture.Sorted(loop.Metrics), observer.Metrics);
        Assert.NotEmpty(observer.Metrics);
    }

    [Theory]
    [InlineData("PAL")]
    [InlineData("FA")]
    [InlineData("BP")]
    public void TheTwoPlainLoopsAgree(string model) =>
        Assert.Equal(
            RunFixture.PlainDigest(RunFixture.Plan(model), RunFixture.Loop(model).Tick),
            NetworkDigest.Compute(RunFixture.Loop(model).Capture()));

    [Fact]
    public async Task TheObserverHearsOneStartRisingProgressAndOneEnd()
    {
        var (outcome, observer) = await RunFixture.RunAsync(
            RunFixture.Plan("PAL"), new RunSettings { HorizonTime = TimeSpan.FromMilliseconds(1) });
        Assert.Equal([0], observer.StartedNetworks);
        Assert.Same(outcome, Assert.Single(observer.Outcomes));
        IReadOnlyList<long> progress = observer.ProgressOf(0);
        Assert.Equal(progress.Distinct().Order(), progress);
        Assert.Equal(outcome.Tick, progress[^1]);
    }

    [Fact]
    public async Task FramesAreTwoPerPairOfNeighboursAndTickAndOnePerPresentation()
    {
        // Three areas: two pairs above the input. Every presentation is one frame of stimulus and one of target.
        var (outcome, _) = await RunFixture.RunAsync(RunFixture.Plan("PAL"), new RunSettings());
        long presentations = outcome.Plan.Schedule.Phases.Sum(p => p.Presentations);
        long expected = (4 * outcome.Tick) + (2 * presentations);
        // On a busy machine the watchdog may request frames that were only late.
        Assert.InRange(outcome.Figures.Frames, expected, expected + (expected / 10));
    }

    [Fact]
    public async Task ANetworkWithoutHiddenAreasRunsToo()
    {
        var plan = SmallPlans.YinYang("FA", layers: [4, 3]);
        var (outcome, _) = await RunFixture.RunAsync(plan, new RunSettings());
        Assert.Equal(RunFixture.PlainDigest(plan, plan.Schedule.EndTick), outcome.Digest);
    }
}
