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
    private readonly SlotTiles<T> _tiles = new(
        kernels, slots, shape.Channels * shape.Side, shape.Side, shape.Kernel - 1);
    private readonly bool _isPacked =
        shape.FilterWeights >= SlotTiles<T>.Terms && SlotTiles<T>.PaysFor(kernels, slots, shape.Filters, 1);
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
        if (_isPacked)
            _tiles.Reserve();
        Share();
        _product = default;
    }

    /// <inheritdoc/>
    protected override void Do(int first, int end)
    {
        if (_isPacked)
        {
            for (int y = first; y < end; y += _tiles.Rows)
                Tiles(y, Math.Min(y + _tiles.Rows, end));
            return;
        }

        Product<T> product = _product;
        for (int y = first; y < end; y++)
        {
            product.XStart = y * shape.Side * _stride;
            product.CStart = y * shape.OutputSide * _stride;
            kernels.Multiply(in product, 0, shape.Filters);
        }
    }

    // Computes rows of the area's image from packed tiles of slots of the rows that they see.
    private void Tiles(int first, int end)
    {
        int side = shape.Side, cells = (end - first + shape.Kernel - 1) * side;
        Product<T> product = _product;
        product.CTile = _stride;
        for (int slot = 0; slot < _stride; slot += _tiles.Width(slot))
        {
            int width = _tiles.Width(slot);
            product.X = _tiles.Pack(_product.X, first * side, cells, shape.Channels, side * side, slot);
            product.Columns = shape.OutputSide * width;
            product.TileColumns = width;
            product.Middle = new(shape.Kernel, shape.Kernel, side * width);
            product.Inner = new(shape.Kernel, 1, width);
            for (int y = first; y < end; y++)
            {
                product.CStart = (y * shape.OutputSide * _stride) + slot;
                Row(ref product, (y - first) * side * width, cells * width);
            }
        }
    }

    // Computes a row of the image for the slots of a tile; rates begin at an index, and so far apart are channels.
    private void Row(ref Product<T> product, int start, int step)
    {
        int weights = shape.Kernel * shape.Kernel, block = Math.Max(1, SlotTiles<T>.Terms / weights);
        for (int channel = 0; channel < shape.Channels; channel += block)
        {
            product.AStart = channel * weights;
            product.XStart = start + (channel * step);
            product.Outer = new(Math.Min(block, shape.Channels - channel), weights, step);
            product.GoesOn = channel > 0;
            kernels.Multiply(in product, 0, shape.Filters);
        }
    }
}
