using System.Numerics;

namespace PalActors.Areas.Toolkit.Batches;

/// <summary>Steps over whole arrays.</summary>
public static class BatchArrays
{
    /// <summary>Computes y += scale x, each with one fused multiply-add.</summary>
    /// <remarks>With low-passed updates it brings them into the weights: W += eta D.</remarks>
    public static void AddScaled<T>(Span<T> y, T scale, ReadOnlySpan<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (x.Length != y.Length)
        {
            throw new ArgumentException(
                $"The lengths are '{y.Length} and {x.Length}'; valid is the same.", nameof(x));
        }

        BatchKernels<T>.Widest.AddScaled(y, scale, x);
    }
}
