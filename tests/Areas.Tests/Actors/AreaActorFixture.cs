using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Messages.Control;
using PalActors.Messages.Frames;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.Actors;

/// <summary>A network with its recorded run, and the comparison of an area with it.</summary>
internal static class AreaActorFixture
{
    /// <summary>Records a run of a small network.</summary>
    /// <remarks>With presentations of 6 ticks, so that phases and presentations change often.</remarks>
    public static HistoryLoop Record(string model, string up = "0", string down = "0", long ticks = 120)
    {
        string[] options = [$"delay_up={up}", $"delay_down={down}"];
        NetworkPlan plan = SmallPlans.YinYang(model, train: 15, validation: 4, ticks: 6, options: options);
        return new HistoryLoop(new PlannedNetwork(plan)).RunTo(ticks);
    }

    /// <summary>Asserts that the area sent exactly the loop's frames up to a tick, and ended in its state.</summary>
    /// <remarks>Each tick once and in order.</remarks>
    public static void AssertLikeTheLoop(HistoryLoop loop, AreaHarness harness, int area, long end)
    {
        if (area > 1)
            AssertFrames(harness.Below, (first, ticks) => loop.Down(area, first, ticks), end);
        if (harness.Above is not null)
            AssertFrames(harness.Above, (first, ticks) => loop.Up(area, first, ticks), end);
        if (loop.Tick != end)
            return;
        harness.Area.Tell(new CaptureState(harness.Generation, end, CapturePurpose.Final), harness.Clock.Probe);
        harness.Settle();
        StateCaptured captured = harness.Clock.Of<StateCaptured>()[^1];
        Assert.True(
            loop.Areas[area - 1].Capture().SameBits(captured.State), $"area {area} is in another state at tick {end}");
    }

    private static void AssertFrames(AreaHarness.Neighbour neighbour, Func<long, int, EmissionFrame> expected, long end)
    {
        long next = 1;
        foreach (EmissionFrame frame in neighbour.Copies)
        {
            Assert.Equal(next, frame.FirstTick);
            Assert.True(
                frame.SameBits(expected(frame.FirstTick, frame.TickCount)),
                $"the frame of tick {frame.FirstTick} differs");
            next += frame.TickCount;
        }

        Assert.Equal(end + 1, next);
    }
}
