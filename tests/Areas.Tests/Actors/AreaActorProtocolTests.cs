using PalActors.Areas.Actors;
using PalActors.Clustering.Nodes;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.Actors;

/// <summary>Horizons, waiting, asking again: the protocol of one area, step by step.</summary>
public sealed class AreaActorProtocolTests() : Akka.TestKit.Xunit2.TestKit(ActorSystems.Configuration(1, 1))
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void EmissionPrecedesWaiting(int area)
    {
        HistoryLoop loop = AreaActorFixture.Record("PAL");
        AreaHarness harness = new AreaHarness(this, loop.Network, area).Connect();
        harness.Settle();
        Assert.Equal(0, harness.Below.EmittedTick + (harness.Above?.EmittedTick ?? 0));

        // No frame has come, and its own of tick 1 are there.
        harness.Grant(5).Settle();
        if (area > 1)
            Assert.True(Assert.Single(harness.Below.Copies).SameBits(loop.Down(area, 1)));
        if (area < 3)
            Assert.True(Assert.Single(harness.Above!.Copies).SameBits(loop.Up(area, 1)));
        Assert.Equal(1, harness.Progress.Awaited);
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("3,6", "4,1")]
    public void NothingBeyondTheHorizonIsEmitted(string up, string down)
    {
        HistoryLoop loop = AreaActorFixture.Record("PAL", up, down);
        AreaHarness harness = new AreaHarness(this, loop.Network, 2).Connect();
        ScriptedNeighbours neighbours = new(loop, harness, 2, seed: 5);
        foreach (long horizon in new long[] { 1, 2, 7, 30, 31 })
        {
            neighbours.RunTo(horizon);
            // Neighbours may be a tick ahead of their horizon's end, the area may not.
            harness.Feed(neighbours.Due(120)).Settle();
            Assert.Equal(horizon, harness.Below.EmittedTick);
            Assert.Equal(horizon, harness.Above!.EmittedTick);
            Assert.Equal(0, harness.Progress.Awaited);
            Assert.Equal(horizon, harness.Clock.Of<TickReached>()[^1].Tick);
        }

        AreaActorFixture.AssertLikeTheLoop(loop, harness, 2, 31);
    }

    [Fact]
    public void ItReportsAtTheReportTickAndAtTheEnd()
    {
        HistoryLoop loop = AreaActorFixture.Record("PAL");
        AreaHarness harness = new AreaHarness(this, loop.Network, 2).Connect();
        harness.Grant(20, report: 12);
        new ScriptedNeighbours(loop, harness, 2, seed: 6).RunToWithoutGrant(20);
        Assert.Equal([12L, 20L], harness.Clock.Of<TickReached>().Select(r => r.Tick));

        // A report tick that has passed already is reported at once.
        harness.Grant(30, report: 15).Settle();
        Assert.Equal(20, harness.Clock.Of<TickReached>()[^1].Tick);
        Assert.Equal(3, harness.Clock.Of<TickReached>().Count);
    }

    [Fact]
    public void AnEarlierHorizonDoesNotPullItBackAndAnothersDoesNotCount()
    {
        HistoryLoop loop = AreaActorFixture.Record("PAL");
        AreaHarness harness = new AreaHarness(this, loop.Network, 2).Connect();
        ScriptedNeighbours neighbours = new(loop, harness, 2, seed: 7);
        neighbours.RunTo(10);
        harness.Grant(5);
        harness.Area.Tell(new Horizon(harness.Generation + 1, 1000, 1000), harness.Clock.Probe);
        harness.Feed(neighbours.Due(120)).Settle();
        Assert.Equal(10, harness.Below.EmittedTick);
        neighbours.RunTo(25);
        AreaActorFixture.AssertLikeTheLoop(loop, harness, 2, 25);
    }

    [Fact]
    public void CreditsAreGivenAtTheEndsOfPresentations()
    {
        HistoryLoop loop = AreaActorFixture.Record("PAL", ticks: 31);
        AreaHarness first = new AreaHarness(this, loop.Network, 1).Connect();
        AreaHarness top = new AreaHarness(this, loop.Network, 3).Connect();
        new ScriptedNeighbours(loop, first, 1, seed: 11).RunTo(31);
        new ScriptedNeighbours(loop, top, 3, seed: 11).RunTo(31);
        Assert.Equal([6L, 12, 18, 24, 30], first.Below.Of<PresentationsUsed>().Select(u => u.ThroughTick));
        Assert.Equal([6L, 12, 18, 24, 30], top.Target!.Of<PresentationsUsed>().Select(u => u.ThroughTick));
        Assert.Empty(top.Below.Of<PresentationsUsed>());
        Assert.All(first.Below.Messages, message => Assert.IsNotType<EmissionFrame>(message));
        Assert.Empty(first.Below.Frames);
        Assert.Equal(FrameKind.Up, first.Above!.Copies[0].Kind);
    }

    [Fact]
    public void AMessageOfTheWatchdogChangesNothingWhileNothingIsAwaited()
    {
        HistoryLoop loop = AreaActorFixture.Record("PAL");
        AreaHarness harness = new AreaHarness(this, loop.Network, 2).Connect();
        harness.Area.Tell(FramesStalled.Instance, harness.Clock.Probe);
        new ScriptedNeighbours(loop, harness, 2, seed: 12).RunTo(20);
        harness.Area.Tell(FramesStalled.Instance, harness.Clock.Probe);
        harness.Settle();
        Assert.Empty(harness.Below.Of<FrameRequest>());
        Assert.Empty(harness.Above!.Of<FrameRequest>());
    }
}
