using PalActors.Clustering.Nodes;
using PalActors.Messages.Frames;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.Actors;

/// <summary>An area fed by hand emits exactly the frames of the plain loop, whatever frames it gets.</summary>
public sealed class AreaActorFrameTests() : Akka.TestKit.Xunit2.TestKit(ActorSystems.Configuration(1, 1))
{
    private const long End = 72;

    public static TheoryData<string, int, string, string> Areas
    {
        get
        {
            TheoryData<string, int, string, string> data = [];
            foreach (string model in new[] { "PAL", "BP" })
            {
                for (int area = 1; area <= 3; area++)
                {
                    data.Add(model, area, "0", "0");
                    data.Add(model, area, "1,4", "5,2");
                    data.Add(model, area, "9,0", "0,8");
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public void FramesInOrderGiveTheLoopsFrames(string model, int area, string up, string down)
    {
        HistoryLoop loop = AreaActorFixture.Record(model, up, down, End);
        AreaHarness harness = new AreaHarness(this, loop.Network, area).Connect();
        new ScriptedNeighbours(loop, harness, area, seed: 1).RunTo(End);
        AreaActorFixture.AssertLikeTheLoop(loop, harness, area, End);
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public void FramesTwiceAndInAnyOrderGiveTheSame(string model, int area, string up, string down)
    {
        HistoryLoop loop = AreaActorFixture.Record(model, up, down, End);
        AreaHarness harness = new AreaHarness(this, loop.Network, area).Connect();
        FrameShuffler shuffler = new(seed: area);
        new ScriptedNeighbours(loop, harness, area, seed: 2) { Network = shuffler.Shuffle }.RunTo(End);
        AreaActorFixture.AssertLikeTheLoop(loop, harness, area, End);
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public void ForeignFramesAreIgnored(string model, int area, string up, string down)
    {
        HistoryLoop loop = AreaActorFixture.Record(model, up, down, End);
        AreaHarness harness = new AreaHarness(this, loop.Network, area).Connect();
        new ScriptedNeighbours(loop, harness, area, seed: 3)
        {
            Network = frames => frames.SelectMany(WithForeigners),
        }.RunTo(End);
        AreaActorFixture.AssertLikeTheLoop(loop, harness, area, End);
    }

    [Fact]
    public void FactorsTravelUnderBPAndOnlyThen()
    {
        HistoryLoop loop = AreaActorFixture.Record("BP", ticks: End);
        AreaHarness harness = new AreaHarness(this, loop.Network, 2).Connect();
        new ScriptedNeighbours(loop, harness, 2, seed: 4).RunTo(End);
        Assert.All(harness.Below.Copies, frame => Assert.Equal(2, frame.Parts));
        Assert.All(harness.Above!.Copies, frame => Assert.Equal(1, frame.Parts));

        // The factors of the update of tick t - 1 travel with tick t; training begins at tick 25.
        for (long tick = 26; tick <= End; tick++)
        {
            EmissionFrame frame = harness.Below.Copies[(int)tick - 1];
            Assert.Equal(loop.Factors[1][(int)tick].AsSpan(0, 7), frame.Part(tick, 1)[..7]);
            Assert.Contains(frame.Part(tick, 1)[..7].ToArray(), value => value != 0);
        }

        HistoryLoop pal = AreaActorFixture.Record("PAL", ticks: End);
        AreaHarness other = new AreaHarness(this, pal.Network, 2).Connect();
        new ScriptedNeighbours(pal, other, 2, seed: 4).RunTo(End);
        Assert.All(other.Below.Copies, frame => Assert.Equal(1, frame.Parts));
    }

    // Before each frame, frames of the same tick that are not for this area: their values would ruin everything.
    private static IEnumerable<EmissionFrame> WithForeigners(EmissionFrame frame) =>
    [
        frame.As(run: frame.Run + 1),
        frame.As(network: frame.Network + 1),
        frame.As(generation: frame.Generation + 1),
        frame.As(generation: frame.Generation - 1),
        frame.As(width: frame.Width + 1),
        frame.As(parts: 3 - frame.Parts),
        frame.As(
            kind: frame.Kind == FrameKind.Up ? FrameKind.Stimulus : FrameKind.Up,
            width: frame.Kind == FrameKind.Up ? frame.Width : frame.Width + 5),
        frame,
    ];
}
