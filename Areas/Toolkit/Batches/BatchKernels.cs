using System.Numerics;
using System.Runtime.Intrinsics;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Batches;

/// <summary>Kernels over batches in one precision, with vectors of some width.</summary>
/// <remarks>
/// Every result has one order of summation, which depends on nothing but the shapes: not on the width, on tiles or on
/// which thread computes it.
/// </remarks>
/// <typeparam name="T">double or float.</typeparam>
internal abstract class BatchKernels<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Kernels with the widest vectors of this machine.</summary>
    public static BatchKernels<T> Widest { get; } = BatchKernels.Create<T>(Vector512.IsHardwareAccelerated);

    /// <summary>Computes some rows of a product.</summary>
    /// <param name="product">The product.</param>
    /// <param name="first">First row.</param>
    /// <param name="end">End of the rows, exclusive.</param>
    public abstract void Multiply(in Product<T> product, int first, int end);

    /// <summary>Gets the number of columns of the tiles of a packed product: two vectors.</summary>
    public abstract int TileColumns { get; }

    /// <summary>Copies some columns of a matrix into an array where rows follow each other without a gap.</summary>
    /// <param name="x">The matrix.</param>
    /// <param name="start">Index of the first element.</param>
    /// <param name="stride">Elements from row to row.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="packed">Receives the columns.</param>
    /// <param name="packedStart">Index of the first element there.</param>
    /// <param name="columns">Number of columns, one vector or two.</param>
    public abstract void Pack(
        T[] x, int start, int stride, int rows, T[] packed, int packedStart, int columns);

    /// <summary>Computes the weight gradient of a convolution for some of its filters, into the weights.</summary>
    public abstract void Correlate(in Correlation<T> correlation, int first, int end);

    /// <summary>Computes b[i] += scale times the sum over the slots of row i, for some rows.</summary>
    /// <remarks>
    /// Slot s is added up in logical lane s mod <see cref="BatchLayout.Lanes"/>, in the order of positions, then slots;
    /// lanes are then added in halves.
    /// </remarks>
    /// <param name="b">Receives the sums.</param>
    /// <param name="first">First row.</param>
    /// <param name="end">End of the rows, exclusive.</param>
    /// <param name="e">Rows that are added up.</param>
    /// <param name="row">Elements from row to row of e.</param>
    /// <param name="runs">Slots of a row.</param>
    /// <param name="scale">Factor of the sums.</param>
    public abstract void AddRowSums(T[] b, int first, int end, T[] e, int row, in SlotRuns<T> runs, T scale);

    /// <summary>Computes y += scale x.</summary>
    public abstract void AddScaled(Span<T> y, T scale, ReadOnlySpan<T> x);
}

/// <summary>Factory of kernels.</summary>
internal static class BatchKernels
{
    /// <summary>Creates kernels with vectors of 512 or of 256 bits.</summary>
    /// <exception cref="NotSupportedException">T is neither double nor float.</exception>
    public static BatchKernels<T> Create<T>(bool wide)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        object? kernels = null;
        if (typeof(T) == typeof(float))
        {
            kernels = wide
                ? new BatchKernels<float, Vector512<float>, Singles512>()
                : new BatchKernels<float, Vector256<float>, Singles256>();
        }
        else if (typeof(T) == typeof(double))
        {
            kernels = wide
                ? new BatchKernels<double, Vector512<double>, Lanes512>()
                : new BatchKernels<double, Vector256<double>, Lanes256>();
        }

        return kernels as BatchKernels<T>
            ?? throw new NotSupportedException($"The precision is '{typeof(T).Name}'; valid is Double or Single.");
    }
}
