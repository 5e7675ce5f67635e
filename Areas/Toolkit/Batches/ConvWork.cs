using System.Numerics;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Areas.Toolkit.Batches;

/// <summary>Forward pass of a convolution, a product per row of the area's image.</summary>
/// <remarks>Over a row of the image, positions and slots are contiguous in both states: the columns of a product.</remarks>
/// <typeparam name="T">double or float.</typeparam>
internal sealed class ConvForwardWork<T>(BatchKernels<T> kernels, RowSplit split, ConvShape shape, int slots)
    : BatchWork(split, (long)shape.Weights * shape.Positions * slots, shape.OutputSide, 1)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int _stride = BatchLayout.Stride<T>(slots);
    private readonly T[] _zero = [T.Zero];
    private Product<T> _product;

    /// <summary>Computes potentials; the parameters are those of <see cref="ConvBatch{T}.Forward"/>.</summary>
    public void Run(T[] w, T[] r, T[]? b, T[] a)
    {
        int row = shape.Side * _stride;
        _product = new Product<T>
        {
            A = w, ARow = shape.FilterWeights, X = r, C = a, CRow = shape.Positions * _stride,
            Columns = shape.OutputSide * _stride,
            Outer = new(shape.Channels, shape.Kernel * shape.Kernel, shape.Side * row),
            Middle = new(shape.Kernel, shape.Kernel, row),
            Inner = new(shape.Kernel, 1, _stride),
            Start = b ?? _zero, StartRow = b is null ? 0 : 1,
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
    private readonly int _stride = BatchLayout.Stride<T>(slots);
    private readonly T[] _zero = [T.Zero];
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
            for (int x = 0; x < shape.Side;)
            {
                bool isInside = x >= kernel - 1 && x < output;
                int next = isInside ? output : x + 1;
                Multiply(y, x, next - x);
                x = next;
            }
        }
    }

    // Positions x to x + count - 1 of row y.
    private void Multiply(int y, int x, int count)
    {
        int kernel = shape.Kernel, output = shape.OutputSide, row = output * _stride;
        // Terms (f, i, j) with 0 <= y - i < output and 0 <= x - j < output.
        int firstI = Math.Max(0, y - output + 1), firstJ = Math.Max(0, x - output + 1);
        int endI = Math.Min(kernel, y + 1), endJ = Math.Min(kernel, x + 1);
        Product<T> product = new()
        {
            A = _w, AStart = (firstI * kernel) + firstJ, ARow = kernel * kernel,
            X = _s, XStart = ((y - firstI) * row) + ((x - firstJ) * _stride),
            C = _a, CStart = ((y * shape.Side) + x) * _stride, CRow = shape.Side * shape.Side * _stride,
            Columns = count * _stride,
            Outer = new(shape.Filters, shape.FilterWeights, output * row),
            Middle = new(endI - firstI, kernel, -row),
            Inner = new(endJ - firstJ, 1, -_stride),
            Start = _zero,
        };
        kernels.Multiply(in product, 0, shape.Channels);
    }
}

/// <summary>Weight gradient of a convolution, shared by filters.</summary>
/// <typeparam name="T">double or float.</typeparam>
internal sealed class CorrelationWork<T>(BatchKernels<T> kernels, RowSplit split, ConvShape shape, int slots)
    : BatchWork(split, (long)shape.Weights * shape.Positions * slots, shape.Filters, 5)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int _stride = BatchLayout.Stride<T>(slots);
    private readonly SlotRuns<T> _runs = new(shape.OutputSide, slots);
    private readonly T[] _sums = Padding.Align<T>(checked(shape.Filters * Correlation<T>.SumsOfFilter(shape)));
    private Correlation<T> _correlation;

    /// <summary>Changes the weights; the parameters are those of <see cref="ConvBatch{T}.Update"/>.</summary>
    public void Run(T[] w, T[] e, T[] r, T scale, T keep)
    {
        _correlation = new Correlation<T>
        {
            Shape = shape, Stride = _stride, Runs = _runs, W = w, E = e, R = r, Scale = scale, Keep = keep,
            Sums = _sums,
        };
        Share();
        _correlation = default;
    }

    /// <inheritdoc/>
    protected override void Do(int first, int end) => kernels.Correlate(in _correlation, first, end);
}
