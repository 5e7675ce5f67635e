using System.Numerics;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Areas.Toolkit.Batches;

/// <summary>Forward pass of a convolution, a product per row of the area's image.</summary>
/// <remarks>
/// Over a row of the image, positions and slots are contiguous in both states: the columns of a product.
/// </remarks>
/// <typeparam name="T">double or float.</typeparam>
internal sealed class ConvForwardWork<T>(BatchKernels<T> kernels, RowSplit split, ConvShape shape, int slots)
    : BatchWork(split, (long)shape.Weights * shape.Positions * slots, shape.OutputSide, 1)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int _stride = BatchLayout.Stride<T>(slots);
    private Product<T> _product;

    /// <summary>Computes potentials; the parameters are those of <see cref="ConvBatch{T}.Forward"/>.</summary>
    public void Run(T[] w, T[] r, T[]? b, T[] a)
    {
        int row = shape.Side * _stride;
        _product = new Product<T>
        {
            A = w,
            ARow = shape.FilterWeights,
            X = r,
            C = a,
            CRow = shape.Positions * _stride,
            Columns = shape.OutputSide * _stride,
            Outer = new(shape.Channels, shape.Kernel * shape.Kernel, shape.Side * row),
            Middle = new(shape.Kernel, shape.Kernel, row),
            Inner = new(shape.Kernel, 1, _stride),
            Start = b ?? Product<T>.Zero,
            StartRow = b is null ? 0 : 1,
        };
        Share();
        _product = default;
    }

    /// <inheritdoc/>
    protected override void Do(int first, int end)
    {
        Product<T> product = _product;
        for (int y = first; y < end; y++)
        {
            product.XStart = y * shape.Side * _stride;
            product.CStart = y * shape.OutputSide * _stride;
            kernels.Multiply(in product, 0, shape.Filters);
        }
    }
}
