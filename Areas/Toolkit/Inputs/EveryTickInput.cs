using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Areas.Toolkit.Inputs;

/// <summary>Projection that passes over its matrices in every tick.</summary>
/// <param name="projection">The projection.</param>
public sealed class EveryTickInput(PlasticProjection projection) : ForwardInput
{
    /// <inheritdoc/>
    public override void Pass(
        long tick, ReadOnlySpan<double> before, ReadOnlySpan<double> rates, bool isHeld, double[] y) =>
        projection.Pass(rates, y);

    /// <inheritdoc/>
    public override (WeightMatrix W, WeightMatrix? D) Current(ReadOnlySpan<double> rates) =>
        (projection.Weights, projection.LowPassed);
}
