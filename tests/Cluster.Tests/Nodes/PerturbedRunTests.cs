using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Cluster.Tests.Runs;
using PalActors.Clustering.Recovery;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Nodes;

/// <summary>Runs with lesions, frozen rules and parameters that vary have one digest, however they are run.</summary>
public sealed class PerturbedRunTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("palactors-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("PAL", "delay_up=0")]
    [InlineData("PAL", "delay_up=3", "delay_down=1,2,3,4,5")]
    [InlineData("FA", "jitter=uniform", "jitter_scale=3")]
    [InlineData("BP", "delay_up=5,0,2,1,3", "delay_down=2")]
    [InlineData("BP", "jitter=lognormal", "jitter_scale=3", "jitter_max=9")]
    public async Task AGraphHasOneDigestOnOneTwoAndThreeNodes(string model, params string[] options)
    {
        NetworkPlan plan = Perturbed(SmallGraphs.Streams(SmallPlans.YinYang(model, options: options)), 2, 4, model);
        HistoryLoop loop = new HistoryLoop(new PlannedNetwork(plan)).RunTo(plan.Schedule.EndTick);
        string expected = NetworkDigest.Compute(loop.Capture());

        (NetworkOutcome alone, RecordingObserver observer) = await RunFixture.RunAsync(plan, new RunSettings());
        Assert.Equal(expected, alone.Digest);
        Assert.Equal(RunFixture.Sorted(loop.Metrics), RunFixture.Sorted(observer.Metrics));
        foreach (int[][] placement in (int[][][])[[[2, 5], [3, 4]], [[4], [2, 3], [5]]])
        {
            await using ClusterFixture cluster = new(
                [plan], placement.Length - 1, new RunSettings { Placement = placement });
            for (int node = 1; node < placement.Length; node++)
                await cluster.JoinAsync();
            Assert.Equal(expected, Assert.Single(await cluster.EndAsync()).Digest);
        }
    }

    [Theory]
    [InlineData("PAL", "delay_up=3", "delay_down=5")]
    [InlineData("BP", "jitter=uniform", "jitter_scale=4")]
    [InlineData("FA")]
    public async Task AChainWrittenAsAGraphHasItsDigest(string model, params string[] options)
    {
        NetworkPlan chain = Perturbed(RunFixture.Plan(model, 0, options), 1, 2, model);
        (NetworkOutcome one, _) = await RunFixture.RunAsync(chain, new RunSettings());
        (NetworkOutcome other, _) = await RunFixture.RunAsync(SmallGraphs.Graph(chain), new RunSettings());
        (NetworkOutcome intact, _) = await RunFixture.RunAsync(RunFixture.Plan(model, 0, options), new RunSettings());
        Assert.Equal(one.Digest, other.Digest);
        Assert.NotEqual(intact.Digest, one.Digest);
    }

    [Theory]
    [InlineData("PAL", "")]
    [InlineData("PAL", "delay_up=16,delay_down=5,forward_block=7")]
    [InlineData("BP", "delay_up=2,delay_down=1,jitter=lognormal,jitter_scale=3,jitter_max=12")]
    public async Task ARunThatIsStoppedWithinAndAfterALesionGoesOn(string model, string options)
    {
        NetworkPlan plan = Perturbed(
            RunFixture.Plan(model, 0, options.Length == 0 ? [] : options.Split(',')), 1, 2, model);
        (NetworkOutcome undisturbed, _) = await RunFixture.RunAsync(plan, new RunSettings());

        NetworkOutcome? outcome = null;
        int sittings = 0;
        for (long until = 500; outcome is not { Completed: true }; until += 900)
        {
            using CancellationTokenSource stop = new();
            using SnapshotKeeper keeper = new(
                _folder.FullName, plan, new SnapshotInterval(0, TimeSpan.FromHours(1)), sharesFolder: false, [],
                line => Assert.Fail(line));
            StoppingObserver observer = new(tick => { if (tick >= until) stop.Cancel(); });
            RunSettings settings = new() { KeeperOf = _ => keeper, HorizonTime = TimeSpan.FromMilliseconds(1) };
            outcome = Assert.Single(await RunFixture.RunAsync([plan], settings, observer, stop.Token));
            Assert.True(++sittings < 40);
        }

        Assert.True(sittings > 2);
        Assert.Equal(undisturbed.Digest, outcome.Digest);
    }

    // Lesions, cuts and rules that rest, before, within and after learning; and other rates while it learns.
    private static NetworkPlan Perturbed(NetworkPlan plan, int area, int above, string model)
    {
        long end = plan.Schedule.EndTick;
        return plan with
        {
            Options = [.. plan.Options.Select(option => option.Name is "eta_fw" or "noise_scale"
                ? option with { Later = [new EpochValues(1, ["0.7"])] }
                : option)],
            Perturbations =
            [
                new(PerturbationKind.Cells, area, area, end / 7, end / 2) { Cells = [0, 3] },
                new(PerturbationKind.Cells, above, above, end / 3, 2 * end / 3) { Cells = [1, 2] },
                new(PerturbationKind.Pathway, area, above, end / 4, end / 3),
                new(PerturbationKind.Rule, area, above, end / 2, end - 50) { Rule = "W" },
                new(PerturbationKind.Rule, area, above, end / 2, end - 70) { Rule = model == "BP" ? "P" : "B" },
            ],
        };
    }

    private sealed class StoppingObserver(Action<long> progressed) : IRunObserver
    {
        public void Restored(int network, int generation, long tick, IReadOnlyList<string> nodes)
        {
        }

        public void Started(int network)
        {
        }

        public void Progressed(int network, long tick) => progressed(tick);

        public void Recorded(int network, AreaMeasures measures)
        {
        }

        public void Finished(NetworkOutcome outcome)
        {
        }
    }
}
