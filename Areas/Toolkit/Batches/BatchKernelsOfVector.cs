using System.Numerics;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Batches;

/// <summary>Kernels with a chosen vector.</summary>
/// <typeparam name="T">double or float.</typeparam>
/// <typeparam name="TVector">The vector.</typeparam>
/// <typeparam name="TElements">Its operations.</typeparam>
internal sealed class BatchKernels<T, TVector, TElements> : BatchKernels<T>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TVector : struct
    where TElements : struct, IElements<T, TVector>
{
    /// <inheritdoc/>
    public override void Multiply(in Product<T> product, int first, int end) =>
        ProductKernels.Multiply<T, TVector, TElements>(in product, first, end);

    /// <inheritdoc/>
    public override void Correlate(in Correlation<T> correlation, int first, int end) =>
        CorrelationKernels.Correlate<T, TVector, TElements>(in correlation, first, end);

    /// <inheritdoc/>
    public override void AddRowSums(T[] b, int rows, T[] e, int positions, int slots, T scale) =>
        SumKernels.AddRowSums<T, TVector, TElements>(b, rows, e, positions, slots, scale);

    /// <inheritdoc/>
    public override void AddScaled(Span<T> y, T scale, ReadOnlySpan<T> x) =>
        SumKernels.AddScaled<T, TVector, TElements>(y, scale, x);
}
