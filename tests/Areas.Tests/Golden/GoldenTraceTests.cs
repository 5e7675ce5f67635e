using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Areas.Models.Microcircuit.Traces;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Messages.Control;
using Xunit.Abstractions;

namespace PalActors.Areas.Tests.Golden;

public sealed class GoldenTraceTests(ITestOutputHelper output)
{
    public static TheoryData<string> Cases => [.. TestKit.Golden.Names];

    [Fact]
    public void AllTwelveCasesAreHere() => Assert.Equal(12, TestKit.Golden.Paths.Count);

    [Theory]
    [MemberData(nameof(Cases))]
    public void ThePureModelReproducesTheTrace(string name)
    {
        GoldenTrace trace = TestKit.Golden.Load(name);
        TraceComparison comparison = new(trace);
        PlainLoop loop = new(new TracedNetwork(trace));
        foreach (TraceCheckpoint checkpoint in trace.Checkpoints)
        {
            loop.RunTo(checkpoint.Step);
            foreach (var area in loop.Areas)
                comparison.Compare(area.Observe());
        }

        Assert.True(comparison.Compared > 0);
        Assert.True(
            comparison.Worst <= GoldenTrace.Tolerance,
            $"{name}: {comparison.Worst} in {comparison.WorstQuantity} at step {comparison.WorstStep}");
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void CaptureAndRestoreInsideTheTraceChangeNoBit(string name)
    {
        GoldenTrace trace = TestKit.Golden.Load(name);
        TracedNetwork network = new(trace);
        PlainLoop whole = new(network);
        whole.RunTo(trace.TotalSteps);
        AreaState[] expected = whole.Capture();

        // Ticks inside segments, at their ends, and around the first noise.
        Random random = new(name.Length);
        long[] cuts =
        [
            .. Enumerable.Range(0, 6).Select(_ => random.NextInt64(1, trace.TotalSteps))
                .Append(trace.Schedule.Phases[0].LastTick).Append(1).Distinct().Order(),
        ];
        PlainLoop running = new(network);
        foreach (long cut in cuts)
        {
            running.RunTo(cut);
            running = new PlainLoop(network, running.Capture(), running.Learned);
        }

        running.RunTo(trace.TotalSteps);
        foreach ((AreaState a, AreaState b) in expected.Zip(running.Capture()))
            Assert.True(a.SameBits(b), $"{name}: area {a.Area} differs after restoring at {string.Join(", ", cuts)}");
    }

    // Single precision has a unit of 6e-8; the traces' few hundred steps of learning amplify it a little. Measured:
    // docs/performance.md.
    [Theory]
    [MemberData(nameof(Cases))]
    public void InSinglePrecisionItStaysNear(string name)
    {
        GoldenTrace trace = TestKit.Golden.Load(name);
        TraceComparison comparison = new(trace);
        PlainLoop loop = new(new TracedNetwork(trace, Precision.Single));
        foreach (TraceCheckpoint checkpoint in trace.Checkpoints)
        {
            loop.RunTo(checkpoint.Step);
            foreach (var area in loop.Areas)
                comparison.Compare(area.Observe());
        }

        output.WriteLine(
            $"{name}: {comparison.Worst:0.0e+0} in {comparison.WorstQuantity} at step {comparison.WorstStep}");
        Assert.InRange(comparison.Worst, 1e-9, 1e-4);
    }
}
