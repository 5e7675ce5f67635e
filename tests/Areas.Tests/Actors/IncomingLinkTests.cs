using CsCheck;
using PalActors.Areas.Actors;
using PalActors.Areas.Contract.Links;
using PalActors.Areas.Toolkit.Delays;
using PalActors.Messages.Frames;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Tests.Actors;

/// <summary>The emission that a tick uses, against a set of what has arrived.</summary>
public sealed class IncomingLinkTests
{
    private static readonly Pathway s_pathway = AreaGraph.Chain([2, 2, 2]).Pathways[1];

    private const int Ticks = 120;

    [Fact]
    public void ABlockWaitsForAllOfItsRatesAndAsksForTheFirstThatIsMissing()
    {
        IncomingLink link = new(new LinkTiming(6, 2, 0, 0), jitter: null, free: false, inOrder: false, completed: 0);
        // Tick 1 and the 3 after it use the state before tick 1; tick 5 and the 3 after it use emissions up to 2.
        Assert.True(link.Choose(1, ahead: 3));
        for (long tick = 1; tick < 5; tick++)
        {
            Assert.True(link.Choose(tick));
            link.Complete(tick);
        }

        link.Accept(Frame(2));
        Assert.True(link.Choose(5));
        Assert.False(link.Choose(5, ahead: 3));
        Assert.Equal(1, link.Lacked(5, ahead: 3));
        link.Accept(Frame(1));
        Assert.True(link.Choose(5, ahead: 3));
        Assert.Equal(0, link.Lacked(5, ahead: 3));
        link.Choose(5, ahead: 3);
        Assert.Equal(Frame(2).Part(2, 0).ToArray(), link.Part(2, 0).ToArray());
        Assert.False(link.Choose(5, ahead: 4));
        Assert.Equal(3, link.Lacked(5, ahead: 4));
    }

    [Fact]
    public void FreeRunningItIsTheNewestThatIsDueAndNoOlderThanAllowed() => Gen.Select(
        Gen.Int[0, 6], Gen.Int[0, 6], Gen.Int[0, 9], Gen.Bool, Gen.Int).Sample(
        (delay, back, slack, inOrder, seed) =>
        {
            Random random = new(seed);
            LinkTiming timing = new(delay, back, slack, slack);
            IncomingLink link = new(timing, jitter: null, free: true, inOrder, completed: 0);
            HashSet<long> arrived = [0];
            long before = 0;
            long[] histogram = new long[slack + 1];
            for (long tick = 1; tick <= Ticks; tick++)
            {
                long due = tick - delay;
                while (true)
                {
                    // What a correct neighbour can have sent: it is at most a tick ahead of what it gets from here.
                    long emission = random.NextInt64(Math.Max(1, due - slack), tick + 1 + back + slack + 1);
                    if (random.Next(3) > 0)
                    {
                        link.Accept(Frame(emission));
                        arrived.Add(emission);
                    }

                    long expected = inOrder
                        ? Math.Min(due, Enumerable.Range(0, Ticks + 40).First(e => !arrived.Contains(e + 1)))
                        : arrived.Where(e => e <= due).DefaultIfEmpty(due).Max();
                    bool may = Math.Max(0, expected) >= due - slack;
                    Assert.Equal(may, link.Choose(tick));
                    if (!may)
                    {
                        // What it asks for then is what it lacks.
                        long lacked = link.Lacked(tick);
                        Assert.DoesNotContain(lacked, arrived);
                        link.Accept(Frame(lacked));
                        arrived.Add(lacked);
                        continue;
                    }

                    Assert.Equal(Math.Max(0, expected), link.Chosen);
                    Assert.Equal(link.Chosen > 0, link.Frame is not null && link.Frame.Holds(link.Chosen));
                    break;
                }

                Assert.InRange(link.Chosen, Math.Max(0, Math.Max(before, due - slack)), Math.Max(0, due));
                before = link.Chosen;
                if (due >= 1)
                    histogram[due - link.Chosen]++;
                link.Complete(tick);
            }

            Assert.Equal(histogram, link.Staleness);
        },
        iter: 300);

    [Fact]
    public void InLockstepItIsTheOneThatDelayAndJitterSay() => Gen.Select(
        Gen.Int[0, 6], Gen.Int[0, 6], Gen.Int[0, 9], Gen.Int).Sample(
        (delay, back, largest, seed) =>
        {
            Random random = new(seed);
            LinkJitter? jitter = largest == 0
                ? null
                : new LinkJitter(new Jitter("uniform", 8, largest), (ulong)seed, s_pathway, up: true);
            LinkTiming timing = new(delay, back, largest, largest);
            IncomingLink link = new(timing, jitter, free: false, inOrder: false, completed: 0);
            HashSet<long> arrived = [];
            int repeated = 0, backwards = 0;
            for (long tick = 1; tick <= Ticks; tick++)
            {
                long expected = Math.Max(0, tick - delay - (jitter?.At(tick) ?? 0));
                while (!link.Choose(tick))
                {
                    Assert.False(expected == 0 || arrived.Contains(expected));
                    long emission = random.NextInt64(Math.Max(1, tick - delay - largest), tick + 1);
                    link.Accept(Frame(emission));
                    arrived.Add(emission);
                }

                Assert.Equal(expected, link.Chosen);
                Assert.Equal(expected > 0, link.Frame is not null && link.Frame.Holds(expected));
                repeated += expected == link.Used ? 1 : 0;
                backwards += expected < link.Used ? 1 : 0;
                link.Complete(tick);
                Assert.Empty(link.Staleness);
            }

            // So drawn, it steps back and stands still; without jitter it does neither, once it has begun.
            if (largest > 3)
                Assert.True(backwards > 0 && repeated > 0, $"{backwards} times back, {repeated} times the same");
            else if (largest == 0)
                Assert.Equal((delay, 0), (repeated, backwards));
        },
        iter: 200);

    private static EmissionFrame Frame(long tick) =>
        new(FrameKind.Up, 1, 0, 1, 1, 3, 1, 1) { FirstTick = tick, TickCount = 1 };
}
