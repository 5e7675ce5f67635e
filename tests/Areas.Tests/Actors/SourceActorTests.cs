using Akka.Actor;
using Akka.TestKit;
using PalActors.Areas.Actors;
using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Clustering.Nodes;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.Actors;

/// <summary>A source shows the schedule's presentations in order, two ahead at most.</summary>
public sealed class SourceActorTests() : Akka.TestKit.Xunit2.TestKit(ActorSystems.Configuration(1, 1))
{
    private static readonly NetworkPlan s_plan = SmallPlans.YinYang("PAL", train: 4, validation: 2, ticks: 5);

    [Theory]
    [InlineData(FrameKind.Stimulus)]
    [InlineData(FrameKind.Target)]
    public void ShowsEachPresentationOnceOnCredit(FrameKind kind)
    {
        HistoryLoop loop = new HistoryLoop(new PlannedNetwork(s_plan)).RunTo(40);
        (IActorRef source, TestProbe consumer) = Start(kind, 0);
        for (int i = 0; i < 8; i++)
        {
            // Two are there; the third only when the first is used.
            EmissionFrame frame = consumer.ExpectMsg<EmissionFrame>();
            Assert.True(frame.SameBits(kind == FrameKind.Stimulus ? loop.Stimulus(i) : loop.Target(i)));
            if (i == 0)
                continue;
            AssertNothing(source, consumer);
            source.Tell(Used(5 * i), consumer);
        }

        source.Tell(Used(40), consumer);
        AssertNothing(source, consumer);
    }

    [Fact]
    public void ABufferIsReusedOnlyAfterItsCredit()
    {
        (IActorRef source, TestProbe consumer) = Start(FrameKind.Stimulus, 0);
        EmissionFrame first = consumer.ExpectMsg<EmissionFrame>(), second = consumer.ExpectMsg<EmissionFrame>();
        Assert.NotSame(first, second);
        Assert.Equal((1L, 6L), (first.FirstTick, second.FirstTick));
        source.Tell(Used(4), consumer);
        AssertNothing(source, consumer);
        source.Tell(Used(5), consumer);
        Assert.Same(first, consumer.ExpectMsg<EmissionFrame>());
        Assert.Equal((11L, 6L), (first.FirstTick, second.FirstTick));
    }

    [Fact]
    public void CreditsAreIdempotentAndMonotone()
    {
        (IActorRef source, TestProbe consumer) = Start(FrameKind.Stimulus, 0);
        consumer.ReceiveN(2);
        source.Tell(Used(5), consumer);
        source.Tell(Used(5), consumer);
        source.Tell(Used(0), consumer);
        Assert.Equal(11, consumer.ExpectMsg<EmissionFrame>().FirstTick);
        AssertNothing(source, consumer);
        source.Tell(new PresentationsUsed(2) { ThroughTick = 10 }, consumer);
        AssertNothing(source, consumer);
    }

    [Fact]
    public void ARequestBringsACopyAndCountsAsCredit()
    {
        (IActorRef source, TestProbe consumer) = Start(FrameKind.Target, 0);
        EmissionFrame first = consumer.ExpectMsg<EmissionFrame>(), second = consumer.ExpectMsg<EmissionFrame>();
        source.Tell(new FrameRequest(1, FrameKind.Target, 3, 3), consumer);
        EmissionFrame again = consumer.ExpectMsg<EmissionFrame>();
        Assert.NotSame(first, again);
        Assert.True(first.SameBits(again));

        // The credit of tick 5 was lost, and the presentation of tick 6: the request stands for both.
        source.Tell(new FrameRequest(1, FrameKind.Target, 3, 6), consumer);
        Assert.Equal(11, consumer.ExpectMsg<EmissionFrame>().FirstTick);
        Assert.True(second.SameBits(consumer.ExpectMsg<EmissionFrame>()));
        source.Tell(new FrameRequest(1, FrameKind.Stimulus, 3, 6), consumer);
        source.Tell(new FrameRequest(2, FrameKind.Target, 3, 6), consumer);
        AssertNothing(source, consumer);
    }

    [Theory]
    [InlineData(5, 6)]
    [InlineData(7, 6)]
    [InlineData(10, 11)]
    [InlineData(34, 31)]
    public void AfterARestartItShowsThePresentationThatHoldsTheNextTick(long startTick, long firstTick)
    {
        (_, TestProbe consumer) = Start(FrameKind.Stimulus, startTick);
        Assert.Equal(firstTick, consumer.ExpectMsg<EmissionFrame>().FirstTick);
        Assert.Equal(firstTick + 5, consumer.ExpectMsg<EmissionFrame>().FirstTick);
    }

    private (IActorRef Source, TestProbe Consumer) Start(FrameKind kind, long startTick)
    {
        PlannedNetwork network = new(s_plan);
        TestProbe consumer = CreateTestProbe(), clock = CreateTestProbe();
        Endpoint own = kind == FrameKind.Target ? new(EndpointKind.Target, 3) : new(EndpointKind.Stimulus, 0, 1);
        IActorRef source = Sys.ActorOf(SourceActor.Create(
            SmallPlans.Run, 0, 1, own,
            kind == FrameKind.Target ? network.BuildTarget(3) : network.BuildStimulus(0), network.Schedule, startTick));
        Peer peer = new(Endpoint.Of(kind == FrameKind.Target ? 3 : 1), consumer.Ref.Path.ToString());
        source.Tell(new Connect(clock.Ref.Path.ToString(), [peer]), clock);
        foreach (TestProbe probe in new[] { consumer, clock })
        {
            Hello hello = probe.ExpectMsg<Hello>();
            probe.Reply(new HelloBack(hello.Role));
        }

        Assert.Equal(new Connected(1, own), clock.ExpectMsg<Connected>());
        return (source, consumer);
    }

    private static PresentationsUsed Used(long tick) => new(1) { ThroughTick = tick };

    // Messages keep their order: when the greeting is back, nothing else was on its way.
    private static void AssertNothing(IActorRef source, TestProbe consumer)
    {
        source.Tell(new Hello("nothing"), consumer);
        Assert.Equal(new HelloBack("nothing"), consumer.ExpectMsg<object>());
    }
}
