using System.Numerics;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Areas.Toolkit.Batches;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Areas.Models.RateCells.Synapses;

/// <summary>Weights of a convolution: W and B [F, C, k, k].</summary>
internal sealed class ConvSynapses<T> : Synapses<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ConvShape _shape;
    private readonly ConvBatch<T> _weights;
    private readonly T _perPosition;

    /// <summary>Creates the products of an area.</summary>
    public ConvSynapses(RateAreaOptions options, int slots, RowSplit split)
    {
        _shape = new ConvShape(
            options.Below.Channels, options.Below.Height, options.Cells.Channels, options.Kernel);
        _weights = new ConvBatch<T>(_shape, slots, split);
        _perPosition = T.One / T.CreateTruncating(_shape.Positions);
    }

    /// <inheritdoc/>
    public override int FeedbackWeights => _shape.Weights;

    /// <inheritdoc/>
    public override int FeedbackRows => _shape.Filters;

    /// <inheritdoc/>
    public override void Forward(T[] weights, T[] biases, T[] x, T[] y) => _weights.Forward(weights, x, biases, y);

    /// <inheritdoc/>
    public override void Back(T[] feedback, T[] s, T[] q) => _weights.Back(feedback, s, q);

    /// <inheritdoc/>
    public override void Transport(T[] weights, T[] s, T[] q) => _weights.Back(weights, s, q);

    /// <inheritdoc/>
    public override void Learn(T[] weights, T decay, T scale, T[] e, T[] x) =>
        _weights.Update(weights, e, x, scale, decay);

    /// <inheritdoc/>
    public override void LearnBias(T[] biases, T decay, T scale, T[] e)
    {
        Decay(biases, decay);
        _weights.UpdateBias(biases, e, scale * _perPosition);
    }

    /// <inheritdoc/>
    public override void LearnFeedback(T[] feedback, T decay, T scale, T[] noise, T[] highPassed) =>
        _weights.Update(feedback, highPassed, noise, scale, decay);
}
