using Akka.TestKit;
using CsCheck;
using PalActors.Areas.Actors;
using PalActors.Clustering.Nodes;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;

namespace PalActors.Areas.Tests.Actors;

/// <summary>The outbox against a list of everything ever emitted.</summary>
public sealed class OutboxTests() : Akka.TestKit.Xunit2.TestKit(ActorSystems.Configuration(1, 1))
{
    private const int Width = 3;

    [Fact]
    public void SendsEveryTickOnceInFramesOfAtMostAWindow() => Gen.Select(Gen.Int[0, 6], Gen.Int[0, 6], Gen.Int).Sample(
        (delay, back, seed) =>
        {
            Random random = new(seed);
            int window = Math.Max(1, delay / 2);
            TestProbe receiver = CreateTestProbe();
            Outbox outbox = Make(delay + back + 2, window, receiver);
            long expected = 1;
            for (long tick = 1; tick <= 60; tick++)
            {
                Emit(outbox, tick);
                if (random.Next(3) == 0)
                    outbox.Flush();
                while (receiver.HasMessages)
                {
                    EmissionFrame frame = receiver.ExpectMsg<EmissionFrame>();
                    Assert.InRange(frame.TickCount, 1, window);
                    Assert.Equal(expected, frame.FirstTick);
                    AssertValues(frame);
                    expected += frame.TickCount;
                }

                // No more than a window may be held back, and a full one never.
                Assert.InRange(tick + 1 - expected, 0, window - 1);
            }

            outbox.Flush();
            outbox.Flush();
        },
        iter: 60, threads: 1);

    [Fact]
    public void SendsAgainWhatANeighbourMayStillAskFor() => Gen.Select(Gen.Int[0, 6], Gen.Int[0, 6], Gen.Int).Sample(
        (delay, back, seed) =>
        {
            Random random = new(seed);
            int reach = delay + back + 2;
            TestProbe receiver = CreateTestProbe();
            Outbox outbox = Make(reach, Math.Max(1, delay / 2), receiver);
            int last = random.Next(1, 40);
            for (long tick = 1; tick <= last; tick++)
            {
                Emit(outbox, tick);
                if (random.Next(3) == 0)
                    outbox.Flush();
            }

            // Having emitted tick t, it retains at least t - reach + 1 to t.
            long wanted = Math.Max(1, last - random.Next(0, reach));
            Drain(receiver);
            outbox.Resend(wanted);
            List<EmissionFrame> frames = Drain(receiver);
            for (long tick = wanted; tick <= last; tick++)
                Assert.Contains(frames, f => f.Holds(tick));
            foreach (EmissionFrame frame in frames)
                AssertValues(frame);

            // Copies: what comes later does not change them.
            for (long tick = last + 1; tick <= last + (2 * reach) + 8; tick++)
                Emit(outbox, tick);
            foreach (EmissionFrame frame in frames.Where(f => f.FirstTick + f.TickCount - 1 < last))
                AssertValues(frame);
        },
        iter: 60, threads: 1);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    [InlineData(long.MaxValue)]
    [InlineData(1000)]
    public void AJunkRequestSendsNothingFalse(long tick)
    {
        TestProbe receiver = CreateTestProbe();
        Outbox outbox = Make(2, 1, receiver);
        outbox.Resend(tick);
        Assert.Empty(Drain(receiver));
        for (long t = 1; t <= 20; t++)
            Emit(outbox, t);
        Drain(receiver);
        outbox.Resend(tick);
        foreach (EmissionFrame frame in Drain(receiver))
            AssertValues(frame);
    }

    [Fact]
    public void BuffersAreReused()
    {
        TestProbe receiver = CreateTestProbe();
        Outbox outbox = Make(2, 1, receiver);
        for (long tick = 1; tick <= 100; tick++)
            Emit(outbox, tick);
        List<EmissionFrame> frames = Drain(receiver);
        Assert.Equal(100, frames.Count);
        Assert.Equal(2, frames.Distinct().Count());
    }

    private Outbox Make(int reach, int window, TestProbe receiver, int delay = 0)
    {
        Outbox outbox = new(
            ring => new EmissionFrame(FrameKind.Up, 1, 0, 1, 1, Width, 1, ring),
            EmissionFrame.RoundUpToAlignment(Width),
            delay,
            reach,
            window,
            TestActor);
        outbox.ConnectTo(receiver.Ref);
        return outbox;
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(3, 20)]
    [InlineData(8, 5)]
    public void ARestoredDelayLineIsSentAgain(int delay, int tick)
    {
        TestProbe first = CreateTestProbe(), second = CreateTestProbe();
        Outbox outbox = Make(delay + 2, Math.Max(1, delay / 2), first, delay);
        for (long t = 1; t <= tick; t++)
            Emit(outbox, t);
        StateBlock line = outbox.Line("up", tick)!;
        Assert.Equal(Math.Min(delay, tick), line.Rows);

        Outbox restored = Make(delay + 2, Math.Max(1, delay / 2), second, delay);
        restored.Restore(line, tick);
        restored.ConnectTo(second.Ref);
        Drain(second);
        restored.Resend(tick + 1 - line.Rows);
        long[] ticks =
        [
            .. Drain(second).SelectMany(frame =>
                Enumerable.Range(0, frame.TickCount).Select(k => frame.FirstTick + k)),
        ];
        Assert.Equal(Enumerable.Range(tick + 1 - line.Rows, line.Rows).Select(t => (long)t), ticks.Distinct().Order());
        Assert.Equal(line.Values, restored.Line("up", tick)!.Values);
    }

    [Fact]
    public void WithoutADelayThereIsNoLine() => Assert.Null(Make(2, 1, CreateTestProbe()).Line("up", 0));

    private static void Emit(Outbox outbox, long tick)
    {
        outbox.Open(tick).Part(tick, 0)[..Width].Fill(tick);
        outbox.Close();
    }

    private static void AssertValues(EmissionFrame frame)
    {
        for (long tick = frame.FirstTick; tick < frame.FirstTick + frame.TickCount; tick++)
            Assert.All(frame.Part(tick, 0)[..Width].ToArray(), value => Assert.Equal(tick, value));
    }

    // The probe's mailbox runs on this thread, so all that was sent is there.
    private static List<EmissionFrame> Drain(TestProbe probe)
    {
        List<EmissionFrame> frames = [];
        while (probe.HasMessages)
            frames.Add(probe.ExpectMsg<EmissionFrame>());
        return frames;
    }
}
