using Akka.Actor;
using Akka.TestKit;
using PalActors.Areas.Actors;
using PalActors.Areas.Contract;
using PalActors.Clustering.Nodes;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.Actors;

/// <summary>A source whose area lives on another node sends large presentations in pieces.</summary>
public sealed class SourcePieceTests() : Akka.TestKit.Xunit2.TestKit(ActorSystems.Configuration(1, 1))
{
    private const int Width = 30;
    private const int Ticks = 5;
    private const int Pieces = 4;

    [Fact]
    public void EachPresentationComesOnceOnCreditAndAgainOnRequest()
    {
        TestProbe consumer = CreateTestProbe();
        IActorRef source = Start(consumer);
        Assert.Equal([0, 1], Shown(consumer, 2));

        source.Tell(new PresentationsUsed(1) { ThroughTick = Ticks }, consumer);
        Assert.Equal([2], Shown(consumer, 1));

        source.Tell(new FrameRequest(1, FrameKind.Stimulus, 1, Ticks + 2), consumer);
        Assert.Equal([1], Shown(consumer, 1));
        source.Tell(new Hello("nothing"), consumer);
        Assert.Equal(new HelloBack("nothing"), consumer.ExpectMsg<object>());
    }

    private IActorRef Start(TestProbe consumer)
    {
        TestProbe host = CreateTestProbe();
        IActorRef source = Sys.ActorOf(SourceActor.Create(
            SmallPlans.Run, 0, 1, new Endpoint(EndpointKind.Stimulus, 0, 1), new Numbers(),
            SmallPlans.Schedule(4, 2, Ticks), 0,
            pieceSize: 64));
        source.Tell(
            new Connect(host.Ref.Path.ToString(), [new Peer(Endpoint.Of(1), consumer.Ref.Path.ToString())]), host);
        foreach (TestProbe probe in new[] { consumer, host })
            probe.Reply(new HelloBack(probe.ExpectMsg<Hello>().Role));
        return source;
    }

    // Numbers of the presentations, each of whole pieces with its ticks and values.
    private static IEnumerable<int> Shown(TestProbe consumer, int count)
    {
        for (int i = 0; i < count; i++)
        {
            EmissionFrame frame = consumer.ReceiveN(Pieces).Cast<FramePiece>().Select(piece => piece.Copy()).Join();
            Assert.Equal(Ticks, frame.TickCount);
            int presentation = (int)((frame.FirstTick - 1) / Ticks);
            double[] expected = [.. Enumerable.Range(0, Width).Select(k => Numbers.Value(presentation, k))];
            Assert.Equal(expected, frame.Part(frame.FirstTick, 0)[..Width].ToArray());
            yield return presentation;
        }
    }

    private sealed class Numbers : IPresentations
    {
        public int Width => SourcePieceTests.Width;

        public static double Value(int presentation, int k) => (100 * presentation) + k + 1;

        public void Fill(int phase, int presentation, Span<double> values)
        {
            // The first phase has two presentations.
            for (int k = 0; k < values.Length; k++)
                values[k] = Value((2 * phase) + presentation, k);
        }
    }
}
