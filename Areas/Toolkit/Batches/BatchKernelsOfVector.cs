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
        ProductKernels<T, TVector, TElements>.Multiply(in product, first, end);

    /// <inheritdoc/>
    public override int TileColumns => 2 * TElements.Count;

    /// <inheritdoc/>
    public override void Pack(
        T[] x, int start, int stride, int rows, T[] packed, int packedStart, int columns) =>
        PackKernels<T, TVector, TElements>.Pack(x, start, stride, rows, packed, packedStart, columns);

    /// <inheritdoc/>
    public override void Correlate(in Correlation<T> correlation, int first, int end) =>
        CorrelationKernels<T, TVector, TElements>.Correlate(in correlation, first, end);

    /// <inheritdoc/>
    public override void AddRowSums(
        T[] b, int first, int end, T[] e, int row, in SlotRuns<T> runs, T scale) =>
        SumKernels<T, TVector, TElements>.AddRowSums(b, first, end, e, row, in runs, scale);

    /// <inheritdoc/>
    public override void AddScaled(Span<T> y, T scale, ReadOnlySpan<T> x) =>
        SumKernels<T, TVector, TElements>.AddScaled(y, scale, x);
}
