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
    public void EachFastFrameMakesTheNextRequestOneLookQuicker()
    {
        RequestPacing pacing = new();
        // Requests at looks 1, 3 and 7: the next one would follow 8 looks later.
        int[] asked = [.. Enumerable.Range(1, 7).Where(_ => pacing.IsDue())];
        Assert.Equal([1, 3, 7], asked);
        pacing.Completed();

        // Three frames without a request, whose pieces come after a look: that alone would allow a request after
        // 2 * 1 + 1 looks.
        for (int frame = 0; frame < 3; frame++)
        {
            Assert.False(pacing.IsDue());
            pacing.Heard(isRepeated: false);
            pacing.Completed();
        }

        Assert.Equal(8 - 3, LooksUntilDue(pacing));
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
