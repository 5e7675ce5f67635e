using System.Numerics;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Areas.Toolkit.Batches;

/// <summary>Pass over the rows of a product.</summary>
/// <typeparam name="T">double or float.</typeparam>
internal sealed class ProductWork<T>(
    BatchKernels<T> kernels, RowSplit split, long multiplyAdds, int rows) : BatchWork(split, multiplyAdds, rows, Grain)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private const int Grain = 10;

    private Product<T> _product;

    /// <summary>Computes a product; returns when it is done.</summary>
    public void Run(in Product<T> product)
    {
        _product = product;
        Share();
        // Release the arrays: a copy made for observation must not live longer because of this.
        _product = default;
    }

    /// <inheritdoc/>
    protected override void Do(int first, int end) => kernels.Multiply(in _product, first, end);
}
