using System.Numerics;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Areas.Toolkit.Batches;

/// <summary>Pass over the rows of a product.</summary>
/// <typeparam name="T">double or float.</typeparam>
internal sealed class ProductWork<T>(BatchKernels<T> kernels, RowSplit split, long multiplyAdds, int rows, int slots)
    : BatchWork(split, multiplyAdds, rows, Grain)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int Grain = 10;

    // A state of no more tiles spreads well enough over the caches' sets.
    private const int LeastTiles = 4;

    private readonly SlotTiles<T> _tiles = new(kernels, slots, 1, SlotTiles<T>.Terms, 0);
    private readonly int _stride = BatchLayout.Stride<T>(slots);
    private readonly bool _mayPack = SlotTiles<T>.PaysFor(kernels, slots, rows, LeastTiles);
    private Product<T> _product;

    /// <summary>Computes a product; returns when it is done.</summary>
    public void Run(in Product<T> product)
    {
        _product = product;
        if (_mayPack && !product.IsScaled)
            _tiles.Reserve();
        Share();
        // Release the arrays: a copy made for observation must not live longer because of this.
        _product = default;
    }

    /// <inheritdoc/>
    protected override void Do(int first, int end)
    {
        // The right factor of a scaled product is no state, or so small that packing gains nothing.
        if (!_product.IsScaled && SlotTiles<T>.PaysFor(kernels, slots, end - first, LeastTiles))
            Tiles(first, end);
        else
            kernels.Multiply(in _product, first, end);
    }

    private void Tiles(int first, int end)
    {
        Product<T> block = _product;
        while (block.TakeBlock(in _product, SlotTiles<T>.Terms))
        {
            for (int slot = 0; slot < _stride; slot += _tiles.Width(slot))
            {
                int width = _tiles.Width(slot);
                Product<T> tile = block;
                tile.X = _tiles.Pack(block.X, block.XStart / _stride, block.Inner.Count, 1, 0, slot);
                tile.XStart = 0;
                tile.CStart = block.CStart + slot;
                tile.Columns = width;
                tile.TileColumns = width;
                tile.Inner = block.Inner with { X = width };
                kernels.Multiply(in tile, first, end);
            }
        }
    }
}
