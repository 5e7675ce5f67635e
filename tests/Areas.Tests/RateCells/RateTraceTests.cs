using PalActors.Areas.Contract;
using PalActors.Areas.Contract.Models;
using PalActors.Areas.Models.Traces;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;
using PalActors.TestKit;
using Kit = PalActors.TestKit.Golden;

namespace PalActors.Areas.Tests.RateCells;

public sealed class RateTraceTests
{
    public static TheoryData<string> Letters =>
        [.. Kit.DeepPaths.Select(path => Path.GetFileName(path)[..1])];

    [Fact]
    public void AllThirteenTracesAreHere() => Assert.Equal(13, Kit.DeepPaths.Count);

    [Theory]
    [MemberData(nameof(Letters))]
    public void EveryCheckpointIsReproduced(string letter)
    {
        ITrace trace = Kit.LoadDeep(letter);
        AreaLoop loop = Loop(trace);
        ITraceComparison comparison = trace.Compare();
        foreach (long tick in trace.Ticks)
        {
            loop.RunTo(tick);
            foreach (AreaState state in loop.Capture(CaptureKind.Observed))
                comparison.Compare(state);
        }

        Deviations found = comparison.Deviations;
        Assert.True(found.Compared > 1000);
        Assert.True(
            found.Worst <= trace.Tolerance, $"{found.Worst} in {found.WorstQuantity} at step {found.WorstStep}");
    }

    [Theory]
    [MemberData(nameof(Letters))]
    public void ARestoredNetworkGoesOnWithTheSameBits(string letter)
    {
        ITrace trace = Kit.LoadDeep(letter);
        long end = Math.Min(trace.Plan.Schedule.EndTick, 60);
        AreaLoop whole = Loop(trace), straight = Loop(trace);
        straight.RunTo(end);
        AreaState[] expected = straight.Capture();
        for (long tick = 0; tick < end; tick += Math.Max(1, end / 12))
        {
            whole.RunTo(tick);
            AreaState[] states = whole.Capture();
            AreaLoop resumed = Loop(trace, states);
            resumed.RunTo(end);
            Assert.All(resumed.Capture().Zip(expected), pair => Assert.True(pair.First.SameBits(pair.Second)));
        }
    }

    [Theory]
    [MemberData(nameof(Letters))]
    public void CapturingChangesNothing(string letter)
    {
        ITrace trace = Kit.LoadDeep(letter);
        long end = Math.Min(trace.Plan.Schedule.EndTick, 60);
        AreaLoop watched = Loop(trace), alone = Loop(trace);
        for (long tick = 1; tick <= end; tick++)
        {
            watched.RunTo(tick);
            watched.Capture();
        }

        alone.RunTo(end);
        Assert.All(watched.Capture().Zip(alone.Capture()), pair => Assert.True(pair.First.SameBits(pair.Second)));
    }

    private static AreaLoop Loop(ITrace trace, AreaState[]? states = null)
    {
        NetworkPlan plan = trace.Plan;
        return new AreaLoop(trace.Registry.Bind(plan, SpareThreads.None), plan.Schedule, plan.Top, states);
    }
}
