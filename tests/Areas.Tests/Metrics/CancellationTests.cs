using PalActors.Areas.Models.Microcircuit.Metrics;

namespace PalActors.Areas.Tests.Metrics;

public sealed class CancellationTests
{
    [Theory]
    [InlineData(new[] { -1.0, -2, 2, 4 }, 0)]
    [InlineData(new[] { 0.0, 0, 0, 0 }, 1)]
    [InlineData(new[] { 1.0, 2, -2, -4 }, 2)]
    [InlineData(new[] { -1.0, -2, 2, 1 }, 0.6)]
    public void WhatIsLeftIsRelativeToTheFeedbackWeights(double[] q, double expected)
    {
        Cancellation cancellation = Cancellation.Measure(q, [1, 2, -2, -4], [0]);
        Assert.Equal(expected, cancellation.WeightRatio, 1e-15);
    }

    [Fact]
    public void ApicalPotentialsCountBySquareWhateverTheirSign() =>
        Assert.Equal(Math.Sqrt(14.0 / 4), Cancellation.Measure([1], [1], [1, -2, 3, 0]).ApicalSize, 1e-15);
}
