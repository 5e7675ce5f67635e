using Akka.Actor;
using Akka.TestKit;
using PalActors.Areas.Actors;
using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Clustering.Nodes;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.Actors;

/// <summary>Messages of strangers, or invalid ones in the name of host or neighbours, change nothing.</summary>
public sealed class StrangerTests() : Akka.TestKit.Xunit2.TestKit(ActorSystems.Configuration(1, 1))
{
    private const long End = 72;

    [Theory]
    [InlineData("PAL", 1)]
    [InlineData("BP", 2)]
    [InlineData("PAL", 3)]
    public void AnAreaFollowsItsHostAndItsNeighboursOnly(string model, int area)
    {
        HistoryLoop loop = AreaActorFixture.Record(model, "0", "0", End);
        AreaHarness harness = new AreaHarness(this, loop.Network, area).Connect();
        TestProbe stranger = CreateTestProbe();
        int round = 0;
        new ScriptedNeighbours(loop, harness, area, seed: 4) { Delivered = Intrude }.RunTo(End);
        AreaActorFixture.AssertLikeTheLoop(loop, harness, area, End);
        stranger.ExpectNoMsg(TimeSpan.Zero);

        void Intrude()
        {
            round++;
            string path = stranger.Ref.Path.ToString();
            StateBlock[] blocks = [new StateBlock("W", 1, 1, [1]), new StateBlock("v_bas", 1, 1, [1])];
            AreaSample sample = new(1, area + 1, area, round, blocks);
            object[] messages =
            [
                new Horizon(1, End + 1000, 1),
                new CaptureState(1, 0, CapturePurpose.Final),
                new Connect(path, []),
                sample,
            ];
            // Without a sender, as such a message comes over the wire.
            foreach (object message in messages)
                harness.Area.Tell(message, ActorRefs.NoSender);
            // In the host's name, but invalid.
            harness.Area.Tell(new Connect("no path", [new Peer(Endpoint.Of(1), "akka://")]), harness.Clock.Probe);
            harness.Area.Tell(new Connect(path, [new Peer(Endpoint.Of(1), "\0")]), harness.Clock.Probe);
            harness.Area.Tell(sample, harness.Clock.Probe);
            // Unsolicited answers.
            string[] roles = ["area 1", "area 2", "area 3", "stimulus 0", "target 3", "host", "nonsense", ""];
            foreach (string role in roles)
                harness.Area.Tell(new HelloBack(role), stranger);
            harness.Area.Tell(new FrameRequest(1, (FrameKind)99, 1, 1), stranger);
            harness.Area.Tell(new FrameRequest(1, FrameKind.Up, area + 1, long.MinValue), stranger);
        }
    }

    [Fact]
    public void CreditForWhatWasNotSentIsNone()
    {
        PlannedNetwork network = new(SmallPlans.YinYang("PAL"));
        TestProbe consumer = CreateTestProbe(), host = CreateTestProbe(), stranger = CreateTestProbe();
        IActorRef source = Sys.ActorOf(SourceActor.Create(
            SmallPlans.Run, 0, 1, new Endpoint(EndpointKind.Stimulus, 0, 1), network.BuildStimulus(0),
            network.Schedule, 0));
        Peer peer = new(Endpoint.Of(1), consumer.Ref.Path.ToString());
        source.Tell(new Connect(host.Ref.Path.ToString(), [peer]), host);
        consumer.ExpectMsg<Hello>();
        source.Tell(new HelloBack("area 1"), stranger);
        source.Tell(new HelloBack("nonsense"), consumer);
        source.Tell(new HelloBack("area 1"), consumer);
        source.Tell(new HelloBack("host"), host);
        long[] sent = [.. consumer.ReceiveN(2).Cast<EmissionFrame>().Select(frame => frame.FirstTick)];
        Assert.Equal([1L, 21], sent);

        source.Tell(new PresentationsUsed(1) { ThroughTick = long.MaxValue }, stranger);
        source.Tell(new PresentationsUsed(1) { ThroughTick = 41 }, stranger);
        source.Tell(new FrameRequest(1, FrameKind.Stimulus, 1, long.MaxValue), stranger);
        source.Tell(new FrameRequest(1, FrameKind.Stimulus, 1, long.MinValue), stranger);
        Peer other = new(Endpoint.Of(1), stranger.Ref.Path.ToString());
        source.Tell(new Connect(host.Ref.Path.ToString(), [other]), ActorRefs.NoSender);
        source.Tell(new Hello("still there"), consumer);
        Assert.Equal(new HelloBack("still there"), consumer.ExpectMsg<object>());
        stranger.ExpectNoMsg(TimeSpan.Zero);
    }
}
