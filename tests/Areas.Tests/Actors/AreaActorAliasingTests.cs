using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Clustering.Nodes;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.Actors;

/// <summary>Frames are reused buffers, which keep their content as long as a neighbour may read it.</summary>
/// <remarks>
/// With serialize-messages off (on would hide every mistake of this kind) a neighbour keeps the very frames that it
/// got, and their content stays until the neighbour's own frames prove that it needs them no more. Conversely the area
/// reads no frame that its neighbour may have reused.
/// </remarks>
public sealed class AreaActorAliasingTests() : Akka.TestKit.Xunit2.TestKit(ActorSystems.Configuration(1, 1))
{
    private const long End = 72;

    [Theory]
    [InlineData("0", "0")]
    [InlineData("1,0", "0,1")]
    [InlineData("4,7", "5,3")]
    [InlineData("12,0", "1,9")]
    public void AFramesContentStaysUntilTheProtocolAllowsItsReuse(string up, string down)
    {
        HistoryLoop loop = AreaActorFixture.Record("BP", up, down, End);
        MicrocircuitParameters p = loop.Network.Parameters;
        AreaHarness harness = new AreaHarness(this, loop.Network, 2).Connect();
        long fromBelow = 0, fromAbove = 0;
        ScriptedNeighbours neighbours = new(loop, harness, 2, seed: 1)
        {
            Network = frames =>
            {
                foreach (EmissionFrame frame in frames)
                {
                    long last = frame.FirstTick + frame.TickCount - 1;
                    if (frame.Kind == FrameKind.Up)
                        fromBelow = Math.Max(fromBelow, last);
                    else
                        fromAbove = Math.Max(fromAbove, last);
                }

                return frames;
            },
            Delivered = () =>
            {
                // A neighbour that has emitted tick n has integrated n - 1, so it needs only this area's ticks after
                // n - 1 - d.
                AssertUnchanged(harness.Below, fromBelow - 1 - p.Links.DelayDown.Values[0]);
                AssertUnchanged(harness.Above!, fromAbove - 1 - p.Links.DelayUp.Values[1]);
            },
        };
        neighbours.RunTo(End);
        AreaActorFixture.AssertLikeTheLoop(loop, harness, 2, End);

        // They are reused: no more buffers than the ring has ticks, so nothing is allocated per tick.
        (IReadOnlyList<int> ups, IReadOnlyList<int> downs) = (p.Links.DelayUp.Values, p.Links.DelayDown.Values);
        Assert.InRange(harness.Below.Frames.Distinct().Count(), 1, Ring(downs[0], ups[0]));
        Assert.InRange(harness.Above!.Frames.Distinct().Count(), 1, Ring(ups[1], downs[1]));

        static int Ring(int there, int back) =>
            EmissionFrame.RoundUpToPowerOfTwo(there + back + 2 + Math.Max(1, there) - 1);
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("1,0", "0,1")]
    [InlineData("4,7", "5,3")]
    [InlineData("12,0", "1,9")]
    public void TheAreaReadsNoFrameThatANeighbourMayHaveReused(string up, string down)
    {
        HistoryLoop loop = AreaActorFixture.Record("BP", up, down, End);
        MicrocircuitParameters p = loop.Network.Parameters;
        AreaHarness harness = new AreaHarness(this, loop.Network, 2).Connect();
        List<EmissionFrame> fed = [];
        ScriptedNeighbours neighbours = new(loop, harness, 2, seed: 2)
        {
            Network = frames =>
            {
                fed.AddRange(frames);
                return frames;
            },
            Delivered = () =>
            {
                // That this area emitted tick e proves that it integrated e - 1, which used the neighbour's tick
                // e - 1 - d. Overwrite those frames: reading one of them now gives NaN.
                foreach (EmissionFrame frame in fed.Where(f => f.FirstTick + f.TickCount - 1 <= (f.Kind == FrameKind.Up
                    ? harness.Below.EmittedTick - 1 - p.Links.DelayUp.Values[0]
                    : harness.Above!.EmittedTick - 1 - p.Links.DelayDown.Values[1])))
                {
                    Array.Fill(frame.Values, double.NaN);
                }
            },
        };
        neighbours.RunTo(End);
        AreaActorFixture.AssertLikeTheLoop(loop, harness, 2, End);
    }

    [Fact]
    public void APresentationsBufferIsReadOnlyUntilItsCredit()
    {
        HistoryLoop loop = AreaActorFixture.Record("PAL", ticks: End);
        AreaHarness harness = new AreaHarness(this, loop.Network, 1).Connect();
        List<EmissionFrame> fed = [];
        new ScriptedNeighbours(loop, harness, 1, seed: 3)
        {
            Network = frames =>
            {
                fed.AddRange(frames.Where(f => f.Kind == FrameKind.Stimulus));
                return frames;
            },
            Delivered = () =>
            {
                long used = harness.Below.Of<PresentationsUsed>().Select(u => u.ThroughTick).DefaultIfEmpty(0).Max();
                foreach (EmissionFrame frame in fed.Where(f => f.FirstTick + f.TickCount - 1 <= used))
                    Array.Fill(frame.Values, double.NaN);
            },
        }.RunTo(End);
        AreaActorFixture.AssertLikeTheLoop(loop, harness, 1, End);
    }

    private static void AssertUnchanged(AreaHarness.Neighbour neighbour, long doneThrough)
    {
        foreach ((EmissionFrame kept, EmissionFrame was) in neighbour.Frames.Zip(neighbour.Copies))
        {
            if (was.FirstTick + was.TickCount - 1 <= doneThrough)
                continue;
            Assert.Equal((was.FirstTick, was.TickCount), (kept.FirstTick, kept.TickCount));
            for (long tick = Math.Max(was.FirstTick, doneThrough + 1); tick < was.FirstTick + was.TickCount; tick++)
            {
                for (int part = 0; part < was.Parts; part++)
                {
                    Assert.True(
                        kept.Part(tick, part).SequenceEqual(was.Part(tick, part)),
                        $"tick {tick} was overwritten while the neighbour needed it");
                }
            }
        }
    }
}
