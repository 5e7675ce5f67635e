using Akka.Actor;
using PalActors.Areas.Actors;
using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Clustering.Nodes;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace MyTests;

/// <summary>Areas and a hierarchy, with frames that come late, never, or twice.</summary>
public sealed class FrameTests() : Akka.TestKit.Xunit2.TestKit(ActorSystems.Configuration(1, 1))
{
    [Fact]
    public void ADelayedFrameChangesNothingButTheTimeItTakes()
    {
        HistoryLoop loop = new HistoryLoop(new PlannedNetwork(SmallPlans.YinYang("PAL", ticks: 6))).RunTo(30);
        AreaHarness area2 = new AreaHarness(this, loop.Network, area: 2).Connect().Grant(1);

        area2.Feed(loop.Down(3, 1)).Settle();              // from above, tick 1; from below nothing yet
        Assert.Equal(1, area2.Progress.Awaited);           // it has emitted its own tick 1 and waits
        Assert.Equal(1, area2.Above!.EmittedTick);

        area2.Feed(loop.Up(1, 1)).Settle();                // now it comes
        Assert.Equal(1, area2.Clock.Of<TickReached>()[^1].Tick);
        Assert.True(area2.Above.Copies[0].SameBits(loop.Up(2, 1)));
    }

    [Fact]
    public void ALostFrameIsAskedForAgain()
    {
        HistoryLoop loop = new HistoryLoop(new PlannedNetwork(SmallPlans.YinYang("PAL", ticks: 6))).RunTo(30);
        AreaHarness area2 = new AreaHarness(this, loop.Network, area: 2).Connect().Grant(30);

        area2.Feed(loop.Up(1, 1), loop.Down(3, 1), loop.Down(3, 2)).Settle();   // tick 2 from below is lost
        area2.Area.Tell(FramesStalled.Instance);                                // the watchdog's message
        area2.Settle();
        Assert.Equal([new FrameRequest(1, FrameKind.Up, 2, 2)], area2.Below.Of<FrameRequest>());

        area2.Feed(loop.Up(1, 2)).Settle();                                     // sent again
        Assert.Equal(3, area2.Progress.Awaited);
    }

    [Fact]
    public void AWholeHierarchyOverABadNetworkIsThePlainLoop()
    {
        NetworkPlan plan = SmallPlans.YinYang("PAL", layers: [4, 9, 7, 3]);
        FrameFaults faults = new(Seed: 1, Drop: 0.02, Duplicate: 0.1, HoldBack: 0.1);
        HierarchyHarness network = new HierarchyHarness(this, new PlannedNetwork(plan), faults).RunTo(300);

        PlainLoop loop = new(new PlannedNetwork(plan));
        loop.RunTo(300);
        StateAssert.SameBits(loop.Capture(), network.States());
    }
}
