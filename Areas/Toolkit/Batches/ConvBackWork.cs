using System.Numerics;
using System.Runtime.CompilerServices;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Areas.Toolkit.Batches;

/// <summary>Transport of errors through a convolution, products per row of the image below.</summary>
/// <remarks>
/// Positions with the same columns of the kernel over the area's image make one product; only near the two edges has
/// each position columns of its own.
/// </remarks>
/// <typeparam name="T">double or float.</typeparam>
internal sealed class ConvBackWork<T>(BatchKernels<T> kernels, RowSplit split, ConvShape shape, int slots)
    : BatchWork(split, (long)shape.Weights * shape.Positions * slots, shape.Side, 1)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // Errors that meet a row of the image below, of some filters: they stay in the second-level cache for the row.
    private const int BlockBytes = 128 << 10;

    private readonly int _stride = BatchLayout.Stride<T>(slots);
    private readonly int _filters = Math.Max(
        1, BlockBytes / (shape.Kernel * shape.OutputSide * BatchLayout.Stride<T>(slots) * Unsafe.SizeOf<T>()));
    private T[] _w = [];
    private T[] _s = [];
    private T[] _a = [];

    /// <summary>Computes transported errors; the parameters are those of <see cref="ConvBatch{T}.Back"/>.</summary>
    public void Run(T[] w, T[] s, T[] a)
    {
        (_w, _s, _a) = (w, s, a);
        Share();
        (_w, _s, _a) = ([], [], []);
    }

    /// <inheritdoc/>
    protected override void Do(int first, int end)
    {
        int kernel = shape.Kernel, output = shape.OutputSide;
        for (int y = first; y < end; y++)
        {
            for (int f = 0; f < shape.Filters; f += _filters)
            {
                for (int x = 0; x < shape.Side;)
                {
                    bool isInside = x >= kernel - 1 && x < output;
                    int next = isInside ? output : x + 1;
                    Multiply(y, x, next - x, f, Math.Min(_filters, shape.Filters - f));
                    x = next;
                }
            }
        }
    }

    // Adds the terms of some filters to positions x to x + count - 1 of row y.
    private void Multiply(int y, int x, int count, int f, int filters)
    {
        int kernel = shape.Kernel, output = shape.OutputSide, row = output * _stride;
        // Terms (f, i, j) with 0 <= y - i < output and 0 <= x - j < output.
        int firstI = Math.Max(0, y - output + 1), firstJ = Math.Max(0, x - output + 1);
        int endI = Math.Min(kernel, y + 1), endJ = Math.Min(kernel, x + 1);
        Product<T> product = new()
        {
            A = _w,
            AStart = (f * shape.FilterWeights) + (firstI * kernel) + firstJ,
            ARow = kernel * kernel,
            X = _s,
            XStart = (((f * output) + y - firstI) * row) + ((x - firstJ) * _stride),
            C = _a,
            CStart = ((y * shape.Side) + x) * _stride,
            CRow = shape.Side * shape.Side * _stride,
            Columns = count * _stride,
            Outer = new(filters, shape.FilterWeights, output * row),
            Middle = new(endI - firstI, kernel, -row),
            Inner = new(endJ - firstJ, 1, -_stride),
            Start = Product<T>.Zero,
            GoesOn = f > 0,
        };
        kernels.Multiply(in product, 0, shape.Channels);
    }
}
