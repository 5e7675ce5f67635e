using CsCheck;
using PalActors.Lab.DryRuns;

namespace PalActors.Seed.Tests.DryRuns;

/// <summary>The period of areas that wait for each other, against one that is counted out.</summary>
public sealed class CycleTimeTests
{
    [Fact]
    public void WithoutACycleNobodyWaits()
    {
        Assert.Equal(0, CycleTime.Longest(2, []));
        Assert.Equal(0, CycleTime.Longest(2, [new CycleEdge(0, 1, 5, 1)]), 9);
    }

    [Theory]
    // A message of 100 µs each way and 3 and 5 µs of computing: 104 µs per tick, or per 101 ticks.
    [InlineData(100, 3, 5, 0, 104)]
    [InlineData(100, 3, 5, 100, 104 / 101.0)]
    public void TwoAreasTakeTurns(double message, double one, double other, int delay, double expected)
    {
        CycleEdge[] edges = [new(0, 1, message + other, delay + 1), new(1, 0, message + one, delay + 1)];
        Assert.Equal(expected, CycleTime.Longest(2, edges), 6);
    }

    [Fact]
    public void ItIsTheSlowestCycle() => Gen.Select(
        Gen.Int[2, 5],
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 4], Gen.Int[1, 20], Gen.Int[1, 4]).Array[1, 9]).Sample(
        (areas, drawn) =>
        {
            CycleEdge[] edges =
                [.. drawn.Select(one => new CycleEdge(one.Item1 % areas, one.Item2 % areas, one.Item3, one.Item4))];
            Assert.Equal(CountedOut(areas, edges), CycleTime.Longest(areas, edges), 6);
        },
        iter: 500);

    // The largest ratio over all simple cycles.
    private static double CountedOut(int areas, CycleEdge[] edges)
    {
        double largest = 0;
        for (int start = 0; start < areas; start++)
            Walk(start, start, 0, 0, 1 << start);
        return largest;

        void Walk(int start, int at, double seconds, double ticks, int seen)
        {
            foreach (CycleEdge edge in edges.Where(edge => edge.From == at))
            {
                if (edge.To == start)
                    largest = Math.Max(largest, (seconds + edge.Seconds) / (ticks + edge.Ticks));
                else if ((seen >> edge.To & 1) == 0)
                    Walk(start, edge.To, seconds + edge.Seconds, ticks + edge.Ticks, seen | (1 << edge.To));
            }
        }
    }
}
