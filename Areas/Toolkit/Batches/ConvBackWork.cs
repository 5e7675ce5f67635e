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
    // Errors of some filters that meet a row of the image below: they stay in the second-level cache for the row.
    private const int BlockBytes = 128 << 10;

    private readonly bool _isPacked = SlotTiles<T>.PaysFor(kernels, slots, shape.Channels, 1);
    private readonly int _stride = BatchLayout.Stride<T>(slots);
    private readonly SlotTiles<T> _tiles = new(
        kernels, slots, shape.Filters * shape.OutputSide, shape.OutputSide, shape.Kernel - 1);
    private T[] _w = [];
    private T[] _s = [];
    private T[] _a = [];

    /// <summary>Computes transported errors; the parameters are those of <see cref="ConvBatch{T}.Back"/>.</summary>
    public void Run(T[] w, T[] s, T[] a)
    {
        (_w, _s, _a) = (w, s, a);
        if (_isPacked)
            _tiles.Reserve();
        Share();
        (_w, _s, _a) = ([], [], []);
    }

    /// <inheritdoc/>
    protected override void Do(int first, int end)
    {
        Product<T> product = new()
        {
            A = _w,
            ARow = shape.Kernel * shape.Kernel,
            C = _a,
            CRow = shape.Side * shape.Side * _stride,
            CTile = _stride,
            Start = Product<T>.Zero,
        };
        if (_isPacked)
        {
            for (int y = first; y < end; y += _tiles.Rows)
                Tiles(ref product, y, Math.Min(y + _tiles.Rows, end));
            return;
        }

        product.X = _s;
        for (int y = first; y < end; y++)
            Row(ref product, y, 0, shape.Positions, _stride, 0);
    }

    // Computes rows of the image below from packed tiles of slots of the errors that meet them.
    private void Tiles(ref Product<T> product, int first, int end)
    {
        int output = shape.OutputSide, row = Math.Max(0, first - shape.Kernel + 1);
        int cells = (Math.Min(end, output) - row) * output;
        for (int slot = 0; slot < _stride; slot += _tiles.Width(slot))
        {
            product.X = _tiles.Pack(_s, row * output, cells, shape.Filters, shape.Positions, slot);
            product.TileColumns = _tiles.Width(slot);
            for (int y = first; y < end; y++)
                Row(ref product, y, row, cells, product.TileColumns, slot);
        }
    }

    // Computes row y of the image below for some slots. X holds the errors from a row of the area's image on, so many
    // cells apart from filter to filter, and so many elements from cell to cell.
    private void Row(ref Product<T> product, int y, int row, int cells, int step, int slot)
    {
        int kernel = shape.Kernel, output = shape.OutputSide;
        int block = Math.Max(1, BlockBytes / (kernel * output * step * Unsafe.SizeOf<T>()));
        // Terms (f, i, j) with 0 <= y - i < output and 0 <= x - j < output.
        int i = Math.Max(0, y - output + 1), rows = Math.Min(kernel, y + 1) - i;
        product.Middle = new(rows, kernel, -output * step);
        for (int f = 0; f < shape.Filters; f += block)
        {
            product.Outer = new(Math.Min(block, shape.Filters - f), shape.FilterWeights, cells * step);
            product.GoesOn = f > 0;
            for (int x = 0; x < shape.Side;)
            {
                bool isInside = x >= kernel - 1 && x < output;
                int next = isInside ? output : x + 1, j = Math.Max(0, x - output + 1);
                product.AStart = (f * shape.FilterWeights) + (i * kernel) + j;
                product.XStart = ((f * cells) + ((y - i - row) * output) + x - j) * step;
                product.CStart = (((y * shape.Side) + x) * _stride) + slot;
                product.Columns = (next - x) * step;
                product.Inner = new(Math.Min(kernel, x + 1) - j, 1, -step);
                kernels.Multiply(in product, 0, shape.Channels);
                x = next;
            }
        }
    }
}
