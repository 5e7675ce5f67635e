using System.Numerics;
using PalActors.Areas.Toolkit.Batches;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Areas.Models.RateCells.Synapses;

/// <summary>Dense weights: W [n, m], and B [m, n] with a row per cell of the area below.</summary>
internal sealed class DenseSynapses<T>(int cells, int below, int slots, RowSplit split) : Synapses<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly DenseBatch<T> _weights = new(cells, below, slots, split);
    private readonly DenseBatch<T> _feedback = new(below, cells, slots, split);

    /// <inheritdoc/>
    public override int FeedbackWeights => cells * below;

    /// <inheritdoc/>
    public override int FeedbackRows => below;

    /// <inheritdoc/>
    public override void Forward(T[] weights, T[] biases, T[] x, T[] y) => _weights.Forward(weights, x, biases, y);

    /// <inheritdoc/>
    public override void Back(T[] feedback, T[] s, T[] q) => _feedback.Forward(feedback, s, null, q);

    /// <inheritdoc/>
    public override void Transport(T[] weights, T[] s, T[] q) => _weights.Back(weights, s, q);

    /// <inheritdoc/>
    public override void Learn(T[] weights, T decay, T scale, T[] e, T[] x) =>
        _weights.Update(weights, e, x, scale, decay);

    /// <inheritdoc/>
    public override void LearnBias(T[] biases, T decay, T scale, T[] e)
    {
        Decay(biases, decay);
        _weights.UpdateBias(biases, e, scale);
    }

    /// <inheritdoc/>
    public override void LearnFeedback(T[] feedback, T decay, T scale, T[] noise, T[] highPassed) =>
        _feedback.Update(feedback, noise, highPassed, scale, decay);
}
