using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Runs;

/// <summary>States that someone wants to see while a network runs.</summary>
public sealed class WatchTests
{
    [Theory]
    [InlineData("PAL")]
    [InlineData("BP", "delay_up=20,delay_down=9,forward_block=13")]
    public async Task TheyAreThoseOfOneTickAndChangeNothing(string model, string options = "")
    {
        NetworkPlan plan = RunFixture.Plan(model, 0, options.Length == 0 ? [] : options.Split(','));
        (NetworkOutcome unwatched, _) = await RunFixture.RunAsync(plan, new RunSettings());
        RunSettings settings = new()
        {
            IsWatched = network => network == plan.Network,
            HorizonTime = TimeSpan.FromMilliseconds(1),
        };
        (NetworkOutcome watched, RecordingObserver observer) = await RunFixture.RunAsync(plan, settings);

        Assert.Equal(unwatched.Digest, watched.Digest);
        IGrouping<long, AreaState>[] ticks = [.. observer.WatchedStates.GroupBy(state => state.Tick)];
        Assert.NotEmpty(ticks);
        // The network may end before the states of its last horizon are told.
        Assert.All(ticks.Where(tick => tick.Key < plan.Schedule.EndTick), tick =>
            Assert.Equal(plan.Graph.WithCells, tick.Select(state => state.Area).Order()));
        Assert.All(observer.WatchedStates, state => Assert.Contains(state.Blocks, block => block.Name == "W"));
    }

    [Fact]
    public async Task NoneIsCapturedWhereNoOneWantsIt()
    {
        (_, RecordingObserver observer) = await RunFixture.RunAsync(
            RunFixture.Plan("PAL"), new RunSettings { IsWatched = _ => false });
        Assert.Empty(observer.WatchedStates);
    }
}
