using System.Numerics;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Areas.Models.RateCells.Cells;

/// <summary>White noise of a batch of cells, wn_sigma w.</summary>
internal sealed class WhiteNoise<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly BatchOf<T> _size;
    private readonly double _sigma;
    private readonly NormalBatch<T> _normals;

    /// <summary>Creates noise that is zero so far.</summary>
    /// <param name="size">Cells and slots.</param>
    /// <param name="sigma">Scale wn_sigma.</param>
    /// <param name="normals">Source of w.</param>
    /// <param name="split">Threads of large passes.</param>
    public WhiteNoise(BatchOf<T> size, double sigma, INormals normals, RowSplit split)
    {
        (_size, _sigma, Next) = (size, sigma, size.Allocate());
        _normals = new NormalBatch<T>(size, normals, Scale, split);
    }

    /// <summary>Noise of the tick that was prepared.</summary>
    public T[] Next { get; }

    /// <summary>Prepares the noise of a tick.</summary>
    public void Prepare(long tick) => _normals.Run(tick);

    private void Scale(int first, int end)
    {
        Span<double> w = _normals.Of(first, end);
        for (int i = 0; i < w.Length; i++)
            w[i] *= _sigma;
        BatchMath.Spread(w, _size.Of(Next, first, end), _size.Slots, _size.Stride);
    }
}
