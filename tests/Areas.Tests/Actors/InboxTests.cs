using CsCheck;
using PalActors.Areas.Actors;
using PalActors.Messages.Frames;

namespace PalActors.Areas.Tests.Actors;

/// <summary>The inbox against a set of ticks: in any order and number, it holds exactly what has arrived.</summary>
public sealed class InboxTests
{
    [Fact]
    public void HoldsExactlyWhatArrivedInReach() => Gen.Select(Gen.Int[1, 12], Gen.Long[1, 40], Gen.Int).Sample(
        (reach, first, seed) =>
        {
            Random random = new(seed);
            Inbox inbox = new(reach, first);
            HashSet<long> arrived = [];
            long next = first;
            for (int step = 0; step < 200; step++)
            {
                // A correct neighbour is at most reach - 1 ticks ahead of what is needed next.
                long from = next + random.Next(-3, reach);
                int count = random.Next(1, 4);
                if (from < 1 || from + count - 1 >= next + reach)
                    continue;
                long missing = inbox.Accept(Frame(from, count));
                for (long tick = Math.Max(from, next); tick < from + count; tick++)
                    arrived.Add(tick);
                if (missing != 0)
                {
                    // What it asks for is really the first that is missing, and a later one is here.
                    Assert.Equal(FirstMissing(arrived, next), missing);
                    Assert.True(missing < from);
                }

                for (long tick = next; tick < next + reach; tick++)
                    Assert.Equal(arrived.Contains(tick), inbox.Peek(tick) is { } frame && frame.Holds(tick));
                while (inbox.Peek(next) is not null && random.Next(3) > 0)
                    inbox.Release(++next);
                Assert.Equal(next, inbox.Next);
            }
        },
        iter: 500);

    [Fact]
    public void JunkTicksFarAwayDisplaceNothing() => Gen.Select(Gen.Int[1, 12], Gen.Int).Sample(
        (reach, seed) =>
        {
            Random random = new(seed);
            Inbox inbox = new(reach, 100);
            inbox.Accept(Frame(100, 1));
            long ignored = inbox.Ignored;
            int ring = EmissionFrame.RoundUpToPowerOfTwo(reach);
            long[] junk =
            [
                1, 99, 100 - ring, 100 + ring, 100 + (4L * ring), long.MaxValue - 10,
                random.NextInt64(100 + ring, long.MaxValue - 10),
            ];
            random.Shuffle(junk);
            foreach (long tick in junk.Where(t => t >= 1))
                Assert.Equal(0, inbox.Accept(Frame(tick, 1)));
            Assert.Equal(ignored + junk.Count(t => t >= 1), inbox.Ignored);
            Assert.Equal(100, inbox.Peek(100)!.FirstTick);
            inbox.Release(101);
            Assert.Null(inbox.Peek(101));
        },
        iter: 200);

    [Fact]
    public void ADuplicateIsIgnoredAndTheFirstIsKept()
    {
        Inbox inbox = new(4, 1);
        EmissionFrame first = Frame(1, 1);
        inbox.Accept(first);
        inbox.Accept(Frame(1, 1));
        Assert.Same(first, inbox.Peek(1));
        Assert.Equal(1, inbox.Ignored);
        inbox.Release(2);
        inbox.Accept(Frame(1, 1));
        Assert.Equal(2, inbox.Ignored);
        Assert.Null(inbox.Peek(1));
    }

    [Fact]
    public void WhatIsReleasedIsLetGoWithAllBeforeIt()
    {
        Inbox inbox = new(8, 1);
        inbox.Accept(Frame(1, 2));
        inbox.Accept(Frame(4, 2));
        Assert.Equal(3, inbox.FirstMissing());
        inbox.Release(5);
        Assert.Equal(5, inbox.Next);
        Assert.Equal(6, inbox.FirstMissing());
        Assert.All(new long[] { 6, 7, 8, 9, 10, 11, 12 }, tick => Assert.Null(inbox.Peek(tick)));
        // One that comes after all is no news.
        inbox.Accept(Frame(3, 1));
        Assert.Equal(1, inbox.Ignored);
        Assert.Null(inbox.Peek(11));
    }

    [Fact]
    public void AFullInboxLacksOnlyWhatIsBeyondIt()
    {
        Inbox inbox = new(8, 1);
        inbox.Accept(Frame(1, 8));
        Assert.Equal(9, inbox.FirstMissing());
    }

    [Fact]
    public void AGapIsNoticedOnceAndThenOnlyIfItGrows()
    {
        Inbox inbox = new(8, 1);
        Assert.Equal(0, inbox.Accept(Frame(1, 2)));
        Assert.Equal(3, inbox.Accept(Frame(4, 1)));
        Assert.Equal(0, inbox.Accept(Frame(5, 1)));
        Assert.Equal(3, inbox.Accept(Frame(7, 1)));
        Assert.Equal(0, inbox.Accept(Frame(3, 1)));
        Assert.Equal(0, inbox.Accept(Frame(8, 1)));
    }

    [Fact]
    public void AFrameThatOverlapsFillsOnlyWhatIsMissing()
    {
        Inbox inbox = new(8, 1);
        EmissionFrame single = Frame(2, 1), wide = Frame(1, 3);
        inbox.Accept(single);
        inbox.Accept(wide);
        Assert.Same(wide, inbox.Peek(1));
        Assert.Same(single, inbox.Peek(2));
        Assert.Same(wide, inbox.Peek(3));
    }

    private static long FirstMissing(HashSet<long> arrived, long next)
    {
        while (arrived.Contains(next))
            next++;
        return next;
    }

    private static EmissionFrame Frame(long first, int count) =>
        new(FrameKind.Up, 1, 0, 1, 1, 2, 1, count) { FirstTick = first, TickCount = count };
}
