using PalActors.Cluster.Tests.Runs;
using PalActors.Clustering.Recovery;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.Clustering.Snapshots;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Recovery;

/// <summary>
/// Runs with snapshots that are stopped at any tick and resumed: the digest is that of an uninterrupted run, and every
/// measure is taken exactly once.
/// </summary>
public sealed class SnapshotRunTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("palactors-");

    public void Dispose() => _folder.Delete(recursive: true);

    public static TheoryData<string, string> Networks => new()
    {
        { "PAL", "" },
        { "BP", "" },
        { "PAL", "delay_up=3,delay_down=5" },
        { "BP", "delay_up=7,delay_down=2" },
        { "PAL", "jitter=uniform,jitter_scale=6,jitter_max=5" },
        { "FA", "delay_up=3,delay_down=9,jitter=normal,jitter_scale=3,jitter_max=8" },
        { "BP", "delay_up=2,delay_down=1,jitter=lognormal,jitter_scale=3,jitter_max=12" },
        {
            "PAL",
            "delay_up=3,delay_down=5,noise_lag=round_trip,interneuron_lag=round_trip,prediction=linear,"
                + "target_delay=aligned"
        },
        { "FA", "generator=numpy-legacy" },
        { "PAL", "precision=single" },
        { "PAL", "delay_up=16,delay_down=5,forward_block=7" },
        { "BP", "delay_up=20,delay_down=9,forward_block=13,precision=single" },
    };

    [Theory]
    [MemberData(nameof(Networks))]
    public async Task AStoppedRunGoesOnAsIfItHadNotBeen(string model, string options)
    {
        NetworkPlan plan = RunFixture.Plan(model, 0, options.Length == 0 ? [] : options.Split(','));
        RecordingObserver whole = new();
        NetworkOutcome undisturbed = Assert.Single(await RunFixture.RunAsync([plan], new RunSettings(), whole));

        // Stopped at two arbitrary times, each time leaving a snapshot at the tick of the stop.
        List<Metric> metrics = [];
        NetworkOutcome? outcome = null;
        int sittings = 0;
        for (long until = 500; outcome is not { Completed: true }; until += 2500)
        {
            using CancellationTokenSource stop = new();
            RestoredObserver observer =
                new(metrics) { OnProgress = (_, tick) => { if (tick >= until) stop.Cancel(); } };
            using SnapshotKeeper keeper = Keeper(plan, null);
            RunSettings settings = new() { KeeperOf = _ => keeper, HorizonTime = TimeSpan.FromMilliseconds(1) };
            outcome = Assert.Single(await RunFixture.RunAsync([plan], settings, observer, stop.Token));
            Assert.True(++sittings < 20);
        }

        Assert.Equal(undisturbed.Digest, outcome.Digest);
        // An aligned read-out leaves out what is answered too late.
        Assert.NotNull(outcome.Decisions);
        Assert.Equal(undisturbed.Decisions!.Values, outcome.Decisions.Values);
        Assert.Equal(whole.Metrics, RunFixture.Sorted(metrics));
    }

    [Fact]
    public async Task SnapshotsOnTheWayAreWholeAndChangeNothing()
    {
        NetworkPlan plan = RunFixture.Plan("PAL");
        using SnapshotKeeper keeper = Keeper(plan, new SnapshotInterval(300, TimeSpan.Zero));
        (NetworkOutcome outcome, RecordingObserver observer) = await RunFixture.RunAsync(
            plan, new RunSettings { KeeperOf = _ => keeper, HorizonTime = TimeSpan.FromMilliseconds(1) });
        Assert.Equal(RunFixture.PlainDigest(plan, plan.Schedule.EndTick), outcome.Digest);
        LoadedSnapshot newest = (await keeper.NewestAsync())!;
        Assert.Equal(
            RunFixture.PlainDigest(plan, newest.Tick), NetworkDigest.Compute(newest.Areas.Select(area => area.State)));
    }

    [Fact]
    public async Task StatesThatANetworkGoesOnFromAreNotKeptInMemory()
    {
        NetworkPlan plan = RunFixture.Plan("PAL");
        // Stopped early, so that the second run is long enough to be heard of.
        using CancellationTokenSource stop = new();
        RestoredObserver early = new([]) { OnProgress = (_, _) => stop.Cancel() };
        using (SnapshotKeeper first = Keeper(plan, null))
        {
            RunSettings brief = new() { KeeperOf = _ => first, HorizonTime = TimeSpan.FromMilliseconds(1) };
            Assert.False(Assert.Single(await RunFixture.RunAsync([plan], brief, early, stop.Token)).Completed);
        }

        using SnapshotKeeper second = Keeper(plan, null);
        WatchedKeeper keeper = new(second);
        int? held = null;
        RestoredObserver observer = new([])
        {
            OnProgress = (_, _) =>
            {
                if (held is > 0 or null)
                    held = keeper.CountHeld();
            },
        };
        RunSettings settings = new() { KeeperOf = _ => keeper, HorizonTime = TimeSpan.FromMilliseconds(1) };
        await RunFixture.RunAsync([plan], settings, observer);
        Assert.Equal(0, held);
    }

    [Fact]
    public async Task AnotherExperimentsSnapshotsEndTheRunWithOneLine()
    {
        NetworkPlan plan = RunFixture.Plan("PAL"), other = plan with { Seed = plan.Seed + 1 };
        using (SnapshotKeeper keeper = Keeper(plan, new SnapshotInterval(300, TimeSpan.Zero)))
            await RunFixture.RunAsync(plan, new RunSettings { KeeperOf = _ => keeper });
        using SnapshotKeeper wrong = Keeper(other, null);
        RunFailedException error = await Assert.ThrowsAsync<RunFailedException>(
            () => RunFixture.RunAsync(other, new RunSettings { KeeperOf = _ => wrong }));
        Assert.Contains("another experiment", error.Message, StringComparison.Ordinal);
    }

    // An hour stands for "only at a stop": without an interval a stop leaves no snapshot.
    private SnapshotKeeper Keeper(NetworkPlan plan, SnapshotInterval? interval) =>
        new(
            _folder.FullName,
            plan,
            interval ?? new SnapshotInterval(0, TimeSpan.FromHours(1)),
            sharesFolder: false,
            [],
            line => Assert.Fail(line));

    // Keeps the measures of earlier runs up to the start of this one, as a recorder does.
    private sealed class RestoredObserver(List<Metric> metrics) : IRunObserver
    {
        public Action<int, long>? OnProgress { get; init; }

        public void Restored(int network, int generation, long tick, IReadOnlyList<string> nodes) =>
            metrics.RemoveAll(metric => metric.Tick > tick);

        public void Started(int network)
        {
        }

        public void Progressed(int network, long tick) => OnProgress?.Invoke(network, tick);

        public void Recorded(int network, AreaMeasures measures) => metrics.AddRange(measures.Values);

        public void Finished(NetworkOutcome outcome)
        {
        }
    }
}
