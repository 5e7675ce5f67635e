using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Runs;

/// <summary>Lost, duplicated and late frames change no bit.</summary>
/// <remarks>
/// Runs are short, since without delays only the watchdog finds a loss, and it looks every 20 ms.
/// </remarks>
public sealed class FrameFaultTests
{
    [Theory]
    [InlineData("PAL", 1, "0", "0")]
    [InlineData("PAL", 2, "0", "0")]
    [InlineData("FA", 3, "0", "0")]
    [InlineData("BP", 4, "0", "0")]
    [InlineData("BP", 5, "0", "0")]
    [InlineData("PAL", 6, "3,4", "2,6")]
    [InlineData("BP", 7, "4,1", "5,8")]
    public async Task TheDigestIsThatOfThePlainLoop(string model, int seed, string up, string down)
    {
        NetworkPlan plan = SmallPlans.YinYang(
            model, train: 8, validation: 1, ticks: 5, options: [$"delay_up={up}", $"delay_down={down}"]);
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

    [Fact]
    public async Task RepeatedFramesCostNoTimeAndChangeNothing()
    {
        NetworkPlan plan = RunFixture.Plan("PAL");
        var (outcome, _) = await RunFixture.RunAsync(plan, new RunSettings
        {
            Execution = new ExecutionOptions { Faults = new FrameFaults(1, Drop: 0, Duplicate: 0.5, HoldBack: 0) },
        });
        Assert.Equal(NetworkDigest.Compute(RunFixture.Loop("PAL").Capture()), outcome.Digest);
        long presentations = plan.Schedule.Phases.Sum(p => p.Presentations);
        Assert.True(outcome.Figures.Frames > (4 * outcome.Tick) + (2 * presentations));
    }
}
