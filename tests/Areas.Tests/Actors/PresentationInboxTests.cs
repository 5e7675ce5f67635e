using CsCheck;
using PalActors.Areas.Actors;
using PalActors.Messages.Frames;

namespace PalActors.Areas.Tests.Actors;

/// <summary>The inbox of presentations against a list.</summary>
/// <remarks>
/// A source sends at most two ahead of what is used, a network may repeat and reorder those two, and each must be found
/// as soon as its ticks are integrated.
/// </remarks>
public sealed class PresentationInboxTests
{
    [Fact]
    public void FindsWhateverHasArrived() => Gen.Select(Gen.Int[1, 6].Array[2, 12], Gen.Int).Sample(
        (lengths, seed) =>
        {
            Random random = new(seed);
            List<EmissionFrame> frames = [];
            long next = 1;
            foreach (int length in lengths)
            {
                frames.Add(Frame(next, length));
                next += length;
            }

            PresentationInbox inbox = new();
            HashSet<long> arrived = [];
            int current = 0;
            for (long tick = 1; tick < next;)
            {
                // What may be on its way: the presentation in use and the one after it, and any earlier one again.
                int index = Math.Min(random.Next(0, current + 2), lengths.Length - 1);
                inbox.Accept(frames[index].Copy(), tick);
                if (index >= current)
                    arrived.Add(index);
                if (!arrived.Contains(current) || random.Next(3) == 0)
                    continue;
                EmissionFrame? found = inbox.Find(tick);
                Assert.True(
                    found is not null && found.Holds(tick),
                    $"presentation {current} had arrived and is not found at tick {tick}");
                tick++;
                if (tick >= frames[current].FirstTick + frames[current].TickCount)
                    current++;
            }
        },
        iter: 1000);

    [Fact]
    public void ARepeatAtAPresentationsFirstTickDoesNotBlockTheNextOne()
    {
        PresentationInbox inbox = new();
        inbox.Accept(Frame(1, 10), 1);
        inbox.Accept(Frame(11, 10), 1);
        Assert.NotNull(inbox.Find(10));

        // The area stands at its horizon, tick 10 complete, and the second presentation comes once more.
        inbox.Accept(Frame(11, 10), 11);
        Assert.NotNull(inbox.Find(11));
        inbox.Accept(Frame(21, 10), 12);
        Assert.NotNull(inbox.Find(21));
    }

    [Fact]
    public void WhatIsOverIsNotTaken()
    {
        PresentationInbox inbox = new();
        inbox.Accept(Frame(1, 10), 11);
        Assert.Null(inbox.Find(5));
        Assert.Null(inbox.Find(11));
    }

    [Fact]
    public void NothingIsFoundBeforeItArrives()
    {
        PresentationInbox inbox = new();
        Assert.Null(inbox.Find(1));
        inbox.Accept(Frame(11, 10), 1);
        Assert.Null(inbox.Find(1));
        Assert.NotNull(inbox.Find(11));
    }

    private static EmissionFrame Frame(long first, int count) =>
        new(FrameKind.Stimulus, 1, 0, 1, 0, 2, 1, 1) { FirstTick = first, TickCount = count };
}
