using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Runs;

/// <summary>With jitter the actors equal, bit for bit, a loop that uses the emission of tick t - d - j(t).</summary>
public sealed class JitterTests
{
    public static TheoryData<string, string, string, string, string, string> Cases
    {
        get
        {
            TheoryData<string, string, string, string, string, string> data = [];
            foreach (string model in new[] { "PAL", "FA", "BP" })
            {
                data.Add(model, "0", "0", "uniform", "3", "3");
                data.Add(model, "3,5", "2,7", "normal", "4", "10");
                data.Add(model, "0,20", "16,1", "lognormal", "5", "0.3 ms");
                data.Add(model, "0.4 ms", "40", "uniform", "200", "100");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task TheDigestIsThatOfTheLoopWithItsWholeHistory(
        string model, string up, string down, string jitter, string scale, string largest)
    {
        string[] options =
        [
            $"delay_up={up}", $"delay_down={down}", $"jitter={jitter}", $"jitter_scale={scale}",
            $"jitter_max={largest}",
        ];
        HistoryLoop loop = RunFixture.Loop(model, options);
        foreach (int threads in new[] { 1, 2 })
        {
            var (outcome, observer) = await RunFixture.RunAsync(
                RunFixture.Plan(model, 0, options), new RunSettings { ThreadsPerNetwork = threads });
            Assert.Equal(NetworkDigest.Compute(loop.Capture()), outcome.Digest);
            Assert.Equal(RunFixture.Sorted(loop.Metrics), observer.Metrics);
        }
    }

    [Theory]
    [InlineData("PAL")]
    [InlineData("BP")]
    public async Task JitterOfNothingIsNoJitter(string model)
    {
        string[] delays = ["delay_up=3,5", "delay_down=2,7"];
        string expected =
            (await RunFixture.RunAsync(RunFixture.Plan(model, 0, delays), new RunSettings())).Outcome.Digest!;
        foreach (string[] jitter in new string[][]
        {
            ["jitter=none", "jitter_max=50"],
            ["jitter=uniform", "jitter_scale=0"],
            ["jitter=lognormal", "jitter_max=0"],
        })
        {
            string[] options = [.. delays, .. jitter];
            Assert.Equal(
                expected,
                (await RunFixture.RunAsync(RunFixture.Plan(model, 0, options), new RunSettings())).Outcome.Digest);
            Assert.Equal(expected, NetworkDigest.Compute(RunFixture.Loop(model, options).Capture()));
        }
    }

    [Fact]
    public void JitterAndItsSeedChangeTheDigest()
    {
        NetworkPlan plan = RunFixture.Plan("PAL", 0, "jitter=normal", "jitter_scale=2");
        string[] digests =
        [
            .. new[] { plan, plan with { Options = RunFixture.Plan("PAL").Options } }.Select(
                p => NetworkDigest.Compute(new HistoryLoop(new PlannedNetwork(p)).RunTo(300).Capture())),
        ];
        Assert.NotEqual(digests[0], digests[1]);
        // The loop draws by itself: with another seed than the network's the run differs.
        Assert.NotEqual(
            digests[0], NetworkDigest.Compute(new HistoryLoop(new PlannedNetwork(plan), seed: 1).RunTo(300).Capture()));
    }

    [Theory]
    [InlineData("PAL", 1, "0", "0", "uniform")]
    [InlineData("FA", 2, "3,4", "2,6", "lognormal")]
    [InlineData("BP", 3, "0", "0", "normal")]
    [InlineData("BP", 4, "4,1", "5,8", "uniform")]
    public async Task LostRepeatedAndLateFramesChangeNothing(
        string model, int seed, string up, string down, string jitter)
    {
        NetworkPlan plan = SmallPlans.YinYang(
            model, train: 8, validation: 1, ticks: 5,
            options: [$"delay_up={up}", $"delay_down={down}", $"jitter={jitter}", "jitter_scale=4", "jitter_max=6"]);
        HistoryLoop loop = new HistoryLoop(new PlannedNetwork(plan)).RunTo(plan.Schedule.EndTick);
        var (outcome, observer) = await RunFixture.RunAsync(plan, new RunSettings
        {
            Execution =
                new ExecutionOptions { Faults = new FrameFaults(seed, Drop: 0.1, Duplicate: 0.1, HoldBack: 0.1) },
            ThreadsPerNetwork = 1 + (seed % 2),
        });
        Assert.Equal(NetworkDigest.Compute(loop.Capture()), outcome.Digest);
        Assert.Equal(RunFixture.Sorted(loop.Metrics), observer.Metrics);
    }
}
