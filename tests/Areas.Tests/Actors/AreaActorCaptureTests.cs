using PalActors.Clustering.Nodes;
using PalActors.Messages.Control;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.Actors;

/// <summary>States and measures of an area come at their ticks.</summary>
public sealed class AreaActorCaptureTests() : Akka.TestKit.Xunit2.TestKit(ActorSystems.Configuration(1, 1))
{
    [Fact]
    public void ACaptureComesAtItsTickWithThatTicksState()
    {
        HistoryLoop loop = AreaActorFixture.Record("PAL", ticks: 0);
        AreaState before = loop.Areas[1].Capture();
        AreaState at17 = loop.RunTo(17).Areas[1].Observe();
        loop.RunTo(40);
        AreaHarness harness = new AreaHarness(this, loop.Network, 2).Connect();
        harness.Area.Tell(new CaptureState(1, 0, CapturePurpose.Final), harness.Clock.Probe);
        harness.Area.Tell(new CaptureState(1, 17, CapturePurpose.Observe), harness.Clock.Probe);
        harness.Area.Tell(new CaptureState(9, 18, CapturePurpose.Observe), harness.Clock.Probe);
        new ScriptedNeighbours(loop, harness, 2, seed: 8).RunTo(40);
        Assert.Equal([0L, 17L], harness.Clock.Of<StateCaptured>().Select(c => c.State.Tick));
        Assert.True(before.SameBits(harness.Clock.Of<StateCaptured>()[0].State));
        Assert.True(at17.SameBits(harness.Clock.Of<StateCaptured>()[1].State));
        AreaActorFixture.AssertLikeTheLoop(loop, harness, 2, 40);
    }

    [Fact]
    public void TheTopAreaMeasuresAndEveryAreaRecordsAtAPhasesEnd()
    {
        // Phases end at ticks 24, 114 and 138; the first is an evaluation.
        HistoryLoop loop = AreaActorFixture.Record("PAL", ticks: 24);
        AreaHarness top = new AreaHarness(this, loop.Network, 3).Connect();
        new ScriptedNeighbours(loop, top, 3, seed: 9).RunTo(24);
        Assert.Equal(loop.Metrics.Where(m => m.Area is null), Measured(top));
        AreaSample sample = Assert.Single(top.Clock.Of<AreaSample>());
        Assert.Equal((3, 2, 24L), (sample.Area, sample.Receiver, sample.Tick));
        Assert.Equal(loop.Areas[2].Below.W.ToRowMajor(), sample.Blocks[0].Values);

        // The area below measures as soon as both weights are there, in either order.
        AreaHarness early = new AreaHarness(this, loop.Network, 2).Connect();
        AreaHarness late = new AreaHarness(this, loop.Network, 2).Connect();
        early.Area.Tell(sample, early.Above!.Probe);
        new ScriptedNeighbours(loop, early, 2, seed: 10).RunTo(24);
        new ScriptedNeighbours(loop, late, 2, seed: 10).RunTo(24);
        Assert.Empty(Measured(late));
        late.Area.Tell(sample with { Generation = 3 }, late.Above!.Probe);
        late.Area.Tell(sample, late.Above.Probe);
        late.Settle();
        Assert.Equal(loop.Metrics.Where(m => m.Area == 2), Measured(early));
        Assert.Equal(loop.Metrics.Where(m => m.Area == 2), Measured(late));

        static IEnumerable<Metric> Measured(AreaHarness harness) =>
            harness.Clock.Of<AreaMeasures>().SelectMany(measures => measures.Values);
    }
}
