using PalActors.Areas.Actors;
using PalActors.Areas.Contract.Links;
using PalActors.Clustering.Nodes;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.Actors;

/// <summary>Lost and late frames: requests of an area, and its answers to requests.</summary>
public sealed class AreaActorRecoveryTests() : Akka.TestKit.Xunit2.TestKit(ActorSystems.Configuration(1, 1))
{
    private const long End = 60;

    [Theory]
    [InlineData("0", "0", FrameKind.Up)]
    [InlineData("0", "0", FrameKind.Down)]
    [InlineData("2,5", "3,4", FrameKind.Up)]
    [InlineData("2,5", "3,4", FrameKind.Down)]
    public void AStalledAreaAsksForTheFrameThatItLacksAndForNoOther(string up, string down, FrameKind lost)
    {
        // From below comes the delay of up's first link, from above that of down's second.
        HistoryLoop loop = AreaActorFixture.Record("PAL", up, down);
        LinkOptions links = loop.Network.Parameters.Links;
        int delay = lost == FrameKind.Up ? links.DelayUp.Values[0] : links.DelayDown.Values[1];
        const long LostTick = 9;
        AreaHarness harness = new AreaHarness(this, loop.Network, 2).Connect();
        harness.Grant(40);
        ScriptedNeighbours neighbours = new(loop, harness, 2, seed: 1)
        {
            Network = frames => frames.Where(f => f.Kind != lost || !f.Holds(LostTick)),
        };
        EmissionFrame[] dropped = [];
        for (int i = 0; i < 60; i++)
        {
            EmissionFrame[] due = [.. neighbours.Due(40)];
            dropped = [.. dropped, .. due.Where(f => f.Kind == lost && f.Holds(LostTick))];
            harness.Settle().Feed(neighbours.Network(due)).Settle();
        }

        // It waits where the lost tick is needed, and shows it to the watchdog.
        EmissionFrame missing = Assert.Single(dropped);
        Assert.Equal(missing.FirstTick + delay, harness.Progress.Awaited);
        AreaHarness.Neighbour sender = lost == FrameKind.Up ? harness.Below : harness.Above!;
        AreaHarness.Neighbour other = lost == FrameKind.Up ? harness.Above! : harness.Below;
        int asked = sender.Of<FrameRequest>().Count;
        harness.Area.Tell(FramesStalled.Instance, harness.Clock.Probe);
        harness.Settle();
        Assert.Equal(asked + 1, sender.Of<FrameRequest>().Count);
        Assert.All(
            sender.Of<FrameRequest>(),
            request => Assert.Equal(new FrameRequest(1, lost, 2, missing.FirstTick), request));
        Assert.Empty(other.Of<FrameRequest>());

        // Late is as good as in time.
        harness.Feed(missing).Settle();
        Assert.True(harness.Progress.Awaited != missing.FirstTick + delay);
        neighbours.RunToWithoutGrant(40);
        AreaActorFixture.AssertLikeTheLoop(loop, harness, 2, 40);
    }

    [Fact]
    public void AGapIsAskedForAtOnceWithoutTheWatchdog()
    {
        HistoryLoop loop = AreaActorFixture.Record("PAL", up: "6,6", down: "6,6");
        AreaHarness harness = new AreaHarness(this, loop.Network, 2).Connect();
        harness.Grant(40).Settle().Feed(loop.Up(1, 1, 2), loop.Up(1, 5, 1)).Settle();
        Assert.Equal([new FrameRequest(1, FrameKind.Up, 2, 3)], harness.Below.Of<FrameRequest>());
        harness.Feed(loop.Down(3, 2, 1)).Settle();
        Assert.Equal([new FrameRequest(1, FrameKind.Down, 2, 1)], harness.Above!.Of<FrameRequest>());
    }

    [Fact]
    public void LostPresentationsAreAskedForByTheirTick()
    {
        HistoryLoop loop = AreaActorFixture.Record("PAL");
        AreaHarness first = new AreaHarness(this, loop.Network, 1).Connect();
        AreaHarness top = new AreaHarness(this, loop.Network, 3).Connect();
        first.Grant(40).Feed(loop.Down(2, 1));
        first.Area.Tell(FramesStalled.Instance, first.Clock.Probe);
        first.Settle();
        Assert.Equal([new FrameRequest(1, FrameKind.Stimulus, 1, 1)], first.Below.Of<FrameRequest>());
        Assert.Empty(first.Above!.Of<FrameRequest>());

        top.Grant(40).Feed(loop.Up(2, 1));
        top.Area.Tell(FramesStalled.Instance, top.Clock.Probe);
        top.Settle();
        Assert.Equal([new FrameRequest(1, FrameKind.Target, 3, 1)], top.Target!.Of<FrameRequest>());
        Assert.Empty(top.Below.Of<FrameRequest>());
    }

    [Fact]
    public void OverTheNetworkEachRequestWaitsTwiceAsLongAndFramesThatComeUnaskedShortenTheWait()
    {
        // Large enough that no frame is cut.
        HistoryLoop loop = AreaActorFixture.Record("PAL");
        AreaHarness harness = new AreaHarness(this, loop.Network, 2, pieceSize: 1 << 20).Connect();
        harness.Grant(40).Feed(loop.Down(3, 1)).Settle();
        // A neighbour too busy to answer for two seconds would be asked for a hundred copies.
        Look(harness, 100);
        // At looks 1, 3, 7, 15, 31, and then every 25.
        Assert.Equal(7, harness.Below.Of<FrameRequest>().Count);
        for (long tick = 1; tick <= 2; tick++)
            harness.Feed(loop.Up(1, tick), loop.Down(3, tick + 1)).Settle();
        // Tick 1 came after a request, tick 2 without one.
        Look(harness, (25 / 4) - 1);
        Assert.Equal(7, harness.Below.Of<FrameRequest>().Count);
        Look(harness, 1);
        Assert.Equal(8, harness.Below.Of<FrameRequest>().Count);
        Assert.Empty(harness.Above!.Of<FrameRequest>());
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("2,5", "3,4")]
    public void ItSendsAgainWhatANeighbourMayStillLack(string up, string down)
    {
        HistoryLoop loop = AreaActorFixture.Record("PAL", up, down);
        AreaHarness harness = new AreaHarness(this, loop.Network, 2).Connect();
        new ScriptedNeighbours(loop, harness, 2, seed: 3).RunTo(50);
        int sent = harness.Above!.Copies.Count, sentBelow = harness.Below.Copies.Count;
        LinkOptions links = loop.Network.Parameters.Links;
        int reach = links.DelayUp.Values[1] + links.DelayDown.Values[1] + 2;
        long wanted = 50 - reach + 1;
        harness.Area.Tell(new FrameRequest(1, FrameKind.Up, 3, wanted), harness.Above.Probe);
        harness.Area.Tell(new FrameRequest(2, FrameKind.Up, 3, wanted), harness.Above.Probe);
        harness.Area.Tell(new FrameRequest(1, FrameKind.Up, 1, wanted), harness.Above.Probe);
        harness.Settle();
        EmissionFrame[] again = [.. harness.Above.Copies.Skip(sent)];
        for (long tick = wanted; tick <= 50; tick++)
            Assert.Equal(1, again.Count(f => f.Holds(tick)));
        Assert.All(again, frame => Assert.True(frame.SameBits(loop.Up(2, frame.FirstTick, frame.TickCount))));

        // They are copies, not the buffers that will be written next; and only the asking neighbour got them.
        Assert.Empty(harness.Above.Frames.Skip(sent).Intersect(harness.Above.Frames.Take(sent)));
        Assert.Equal(sentBelow, harness.Below.Copies.Count);
    }

    [Theory]
    [InlineData(1, "0", "0")]
    [InlineData(2, "0", "0")]
    [InlineData(3, "0", "0")]
    [InlineData(2, "3,1", "2,6")]
    public void WithRepairNoLossChangesAnything(int area, string up, string down)
    {
        // A third of all frames is lost; neighbours send again what they are asked for, which may be lost as well.
        HistoryLoop loop = AreaActorFixture.Record("PAL", up, down, End);
        AreaHarness harness = new AreaHarness(this, loop.Network, area).Connect();
        Random random = new(area);
        List<EmissionFrame> sent = [];
        AreaHarness.Neighbour?[] ends = [harness.Below, harness.Above, harness.Target];
        AreaHarness.Neighbour[] all = [.. ends.OfType<AreaHarness.Neighbour>()];
        int[] served = new int[all.Length];
        IEnumerable<EmissionFrame> Lossy(IEnumerable<EmissionFrame> frames)
        {
            sent.AddRange(frames);
            if (harness.Progress.Awaited > 0 && random.Next(2) == 0)
                harness.Area.Tell(FramesStalled.Instance, harness.Clock.Probe);
            return frames.Concat(all.SelectMany(Repair).ToArray())
                .Where(_ => random.Next(3) > 0)
                .Select(f => f.Copy())
                .ToArray();
        }

        IEnumerable<EmissionFrame> Repair(AreaHarness.Neighbour neighbour, int index)
        {
            FrameRequest[] requests = [.. neighbour.Of<FrameRequest>().Skip(served[index])];
            served[index] += requests.Length;
            return requests.SelectMany(r => sent.Where(f => f.Kind == r.Kind && f.FirstTick + f.TickCount > r.Tick));
        }

        new ScriptedNeighbours(loop, harness, area, seed: 4) { Network = Lossy }.RunTo(End);
        Assert.NotEqual(0, served.Sum());
        AreaActorFixture.AssertLikeTheLoop(loop, harness, area, End);
    }

    private static void Look(AreaHarness harness, int times)
    {
        for (int look = 0; look < times; look++)
            harness.Area.Tell(FramesStalled.Instance, harness.Clock.Probe);
        harness.Settle();
    }
}
