using PalActors.Areas.Actors;

namespace PalActors.Areas.Tests.Actors;

/// <summary>Requests for frames in pieces: soon after a loss, seldom over a slow link.</summary>
public sealed class RequestPacingTests
{
    [Fact]
    public void TheFirstLookAsksAndEachFurtherRequestWaitsTwiceAsLong()
    {
        RequestPacing pacing = new();
        int[] asked = [.. Enumerable.Range(1, 40).Where(_ => pacing.IsDue())];
        Assert.Equal([1, 3, 7, 15, 31], asked);
    }

    [Fact]
    public void WhilePiecesComeNoFrameIsAskedForAgain()
    {
        // Each piece takes three looks of the watchdog, a frame has ten of them.
        RequestPacing pacing = new();
        int requests = 0, late = 0;
        for (int frame = 0; frame < 100; frame++)
        {
            for (int piece = 0; piece < 10; piece++)
            {
                for (int look = 0; look < 3; look++)
                {
                    bool isDue = pacing.IsDue();
                    requests += isDue ? 1 : 0;
                    late += isDue && frame > 1 ? 1 : 0;
                }

                pacing.Heard(isRepeated: false);
            }

            pacing.Completed();
        }

        Assert.InRange(requests, 1, 3);
        Assert.Equal(0, late);
    }

    [Fact]
    public void WhereEveryFrameLosesPiecesTheFirstLookAsks()
    {
        RequestPacing pacing = new();
        for (int frame = 0; frame < 100; frame++)
        {
            pacing.Heard(isRepeated: false);
            Assert.True(pacing.IsDue());
            // The answer repeats what is here before it brings what was lost.
            pacing.Heard(isRepeated: true);
            pacing.Heard(isRepeated: false);
            pacing.Completed();
        }
    }

    [Fact]
    public void AFrameThatComesUnaskedTakesTheWaitBackToAQuarter()
    {
        RequestPacing pacing = new();
        // Requests at looks 1, 3 and 7: the next one would follow 8 looks later.
        int[] asked = [.. Enumerable.Range(1, 7).Where(_ => pacing.IsDue())];
        Assert.Equal([1, 3, 7], asked);
        pacing.Completed();

        // A frame without a request, whose pieces come after a look, allows a request after 2 * 1 + 1 looks, and a
        // quarter of 8 is less.
        Assert.False(pacing.IsDue());
        pacing.Heard(isRepeated: false);
        pacing.Completed();

        Assert.Equal(3, LooksUntilDue(pacing));
    }

    [Fact]
    public void NoRequestIsQuickerThanTwiceTheSilencesWithinFrames()
    {
        RequestPacing pacing = new();
        while (LooksUntilDue(pacing) < 16)
        {
        }

        pacing.Completed();
        for (int frame = 0; frame < 100; frame++)
        {
            for (int look = 0; look < 4; look++)
                Assert.False(pacing.IsDue());
            pacing.Heard(isRepeated: false);
            pacing.Completed();
        }

        Assert.Equal((2 * 4) + 1, LooksUntilDue(pacing));
    }

    [Fact]
    public void WhereAThirdOfAllFramesIsLostTheWaitStaysShort()
    {
        // Whole frames: nothing repeated proves a loss. Without losses a frame comes at once.
        Random random = new(1);
        RequestPacing pacing = new(RequestPacing.OfWhole);
        long looks = 0;
        for (int frame = 0; frame < 1000; frame++)
        {
            for (bool isLost = random.Next(3) == 0; isLost; isLost = random.Next(3) == 0)
                looks += LooksUntilDue(pacing);
            pacing.Heard(isRepeated: false);
            pacing.Completed();
        }

        // Half a loss a frame.
        Assert.InRange(looks / 500.0, 1, 6);
    }

    [Fact]
    public void NoSilenceIsLongerThanTenSeconds()
    {
        RequestPacing pacing = new();
        int longest = 0;
        for (int look = 0, silence = 0; look < 10_000; look++)
        {
            silence++;
            if (!pacing.IsDue())
                continue;
            longest = Math.Max(longest, silence);
            silence = 0;
        }

        Assert.Equal(500, longest);
    }

    private static int LooksUntilDue(RequestPacing pacing)
    {
        int looks = 1;
        while (!pacing.IsDue())
            looks++;
        return looks;
    }
}
