using System.Numerics;

namespace PalActors.Areas.Models.RateCells.Cells;

/// <summary>White noise of a batch of cells, wn_sigma w.</summary>
internal sealed class WhiteNoise<T>(BatchOf<T> size, double sigma, INormals normals)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly double[] _w = new double[size.Cells * size.Slots];

    /// <summary>Noise of the tick that was prepared.</summary>
    public T[] Next { get; } = size.Allocate();

    /// <summary>Prepares the noise of a tick.</summary>
    public void Prepare(long tick)
    {
        normals.Draw(tick, _w);
        for (int i = 0; i < _w.Length; i++)
            _w[i] *= sigma;
        BatchMath.Spread<T>(_w, Next, size.Slots, size.Stride);
    }
}
