using Akka.TestKit;
using PalActors.Areas.Actors;
using PalActors.Clustering.Nodes;
using PalActors.Messages.Frames;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.Actors;

/// <summary>Frames leave whole where they fit a message, and else in pieces that make the frame.</summary>
public sealed class FrameSenderTests() : Akka.TestKit.Xunit2.TestKit(ActorSystems.Configuration(1, 1))
{
    private const int Width = 30;

    [Theory]
    [InlineData(0)]
    [InlineData(240)]
    [InlineData(1000)]
    public void AFrameThatFitsLeavesAsAReference(int pieceSize)
    {
        TestProbe receiver = CreateTestProbe();
        FrameSender sender = Sender(pieceSize, receiver);
        EmissionFrame frame = Frame(1);
        sender.Send(frame);
        Assert.Same(frame, receiver.ExpectMsg<EmissionFrame>());
        sender.SendCopy(frame);
        EmissionFrame copy = receiver.ExpectMsg<EmissionFrame>();
        Assert.NotSame(frame, copy);
        Assert.True(frame.SameBits(copy));
    }

    [Theory]
    [InlineData(239, 2)]
    [InlineData(128, 2)]
    [InlineData(127, 4)]
    [InlineData(1, 4)]
    public void ALargerOneLeavesInPiecesThatAreReusedWithIt(int pieceSize, int count)
    {
        TestProbe receiver = CreateTestProbe();
        FrameSender sender = Sender(pieceSize, receiver);
        EmissionFrame frame = Frame(1);
        sender.Send(frame);
        FramePiece[] first = Pieces(receiver, count);
        Assert.True(Frame(1).SameBits(first.Select(piece => piece.Copy()).Join()));

        (frame.FirstTick, frame.TickCount) = (2, 1);
        Frame(2).Part(2, 0).CopyTo(frame.Part(2, 0));
        sender.Send(frame);
        FramePiece[] second = Pieces(receiver, count);
        Assert.Equal<FramePiece>(first, second);
        Assert.True(Frame(2).SameBits(second.Join()));
    }

    [Fact]
    public void ACopyInPiecesIsNotTouchedByWhatComesLater()
    {
        TestProbe receiver = CreateTestProbe();
        FrameSender sender = Sender(64, receiver);
        EmissionFrame frame = Frame(1);
        sender.SendCopy(frame);
        FramePiece[] pieces = Pieces(receiver, 4);
        frame.FirstTick = 2;
        Array.Fill(frame.Values, double.NaN);
        sender.Send(frame);
        Assert.True(Frame(1).SameBits(pieces.Join()));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(240)]
    [InlineData(64)]
    public void OnceEveryFrameWasSentNothingIsAllocated(int pieceSize)
    {
        FrameSender sender = new(TestActor, new FrameCut(Width, 1, pieceSize));
        EmissionFrame[] frames = [Frame(1), Frame(2)];
        Allocated(sender, frames);
        // The least of several: a collection meanwhile counts the rest of the thread's buffer as allocated.
        Assert.Equal(0, Enumerable.Range(0, 10).Min(_ => Allocated(sender, frames)));
    }

    // To nobody: a mailbox allocates.
    private static long Allocated(FrameSender sender, EmissionFrame[] frames)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        foreach (EmissionFrame frame in frames)
        {
            frame.FirstTick += frames.Length;
            sender.Send(frame);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private FrameSender Sender(int pieceSize, TestProbe receiver)
    {
        FrameSender sender = new(TestActor, new FrameCut(Width, 1, pieceSize));
        sender.ConnectTo(receiver.Ref);
        return sender;
    }

    private static FramePiece[] Pieces(TestProbe probe, int count)
    {
        FramePiece[] pieces = [.. probe.ReceiveN(count).Cast<FramePiece>()];
        Assert.False(probe.HasMessages);
        return pieces;
    }

    // Over a ring of two ticks, as an outbox has it.
    private static EmissionFrame Frame(long tick)
    {
        EmissionFrame frame = new(FrameKind.Up, 1, 0, 1, 1, Width, 1, 2) { FirstTick = tick, TickCount = 1 };
        for (int i = 0; i < Width; i++)
            frame.Part(tick, 0)[i] = (100 * tick) + i;
        return frame;
    }
}
