using System.Numerics;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Models.RateCells.Synapses;

/// <summary>Products of an area's weights with batches: fwd and back of FORMAT section 4, and the gradients.</summary>
/// <remarks>It holds no weights, so that W, D and B of an area share it.</remarks>
internal abstract class Synapses<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Number of weights of B from this area to the one below.</summary>
    public abstract int FeedbackWeights { get; }

    /// <summary>Rows of B as a block of a state.</summary>
    public abstract int FeedbackRows { get; }

    /// <summary>Computes y = fwd(x) = W x + b.</summary>
    public abstract void Forward(T[] weights, T[] biases, T[] x, T[] y);

    /// <summary>Computes q = back(s) with B.</summary>
    public abstract void Back(T[] feedback, T[] s, T[] q);

    /// <summary>Computes q = back(s) with the transpose of W.</summary>
    public abstract void Transport(T[] weights, T[] s, T[] q);

    /// <summary>Computes w += scale times the sum over the samples of e x^T - decay w.</summary>
    public abstract void Learn(T[] weights, T decay, T scale, T[] e, T[] x);

    /// <summary>Computes b += scale times the sum over samples of e - decay b; e is a mean over positions.</summary>
    public abstract void LearnBias(T[] biases, T decay, T scale, T[] e);

    /// <summary>Computes B += scale times the sum over the samples of noise hp^T - decay B.</summary>
    /// <param name="feedback">B.</param>
    /// <param name="decay">Share of the old B that is lost.</param>
    /// <param name="scale">Factor of the sum.</param>
    /// <param name="noise">Noise of the area below.</param>
    /// <param name="highPassed">High-passed rates of this area.</param>
    public abstract void LearnFeedback(T[] feedback, T decay, T scale, T[] noise, T[] highPassed);

    /// <summary>Computes b -= decay b.</summary>
    protected static void Decay(T[] biases, T decay)
    {
        if (decay == T.Zero)
            return;
        for (int i = 0; i < biases.Length; i++)
            biases[i] = Fused.MultiplyAdd(-decay, biases[i], biases[i]);
    }
}
