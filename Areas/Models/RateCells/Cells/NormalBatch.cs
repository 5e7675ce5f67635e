using System.Numerics;
using PalActors.Areas.Toolkit.Batches;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Areas.Models.RateCells.Cells;

/// <summary>Pass that draws the standard normals of a batch, and does something with them cell by cell.</summary>
/// <remarks>Where the source can be drawn by ranges, the threads that share the pass draw too.</remarks>
/// <typeparam name="T">double or float.</typeparam>
internal sealed class NormalBatch<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // Drawing a normal takes as long as a plain pass over some ten values.
    private const int DrawWeight = 10;

    private readonly BatchOf<T> _size;
    private readonly INormals _normals;
    private readonly IRangedNormals? _ranged;
    private readonly Action<int, int> _pass;
    private readonly RangeWork _work;
    private readonly double[] _z;
    private long _tick;

    /// <summary>Creates a pass.</summary>
    /// <param name="size">Cells and slots.</param>
    /// <param name="normals">Source of the normals.</param>
    /// <param name="pass">Takes the cells from one up to another, exclusive, whose normals are drawn.</param>
    /// <param name="split">Threads of large passes.</param>
    public NormalBatch(BatchOf<T> size, INormals normals, Action<int, int> pass, RowSplit split)
    {
        (_size, _normals, _ranged, _pass) = (size, normals, normals as IRangedNormals, pass);
        _z = new double[size.Cells * size.Slots];
        int grain = IRangedNormals.Group / (int)BigInteger.GreatestCommonDivisor(IRangedNormals.Group, size.Slots);
        _work = new RangeWork(split, size.Cells, size.Stride, Do, grain, _ranged is null ? 1 : DrawWeight);
    }

    /// <summary>Draws the normals of a tick, and does the pass.</summary>
    public void Run(long tick)
    {
        _tick = tick;
        if (_ranged is null)
            _normals.Draw(tick, _z);
        _work.Run();
    }

    /// <summary>Gets the normals of some cells, [cell, slot] without padding, within the pass.</summary>
    public Span<double> Of(int first, int end) =>
        _z.AsSpan(first * _size.Slots, (end - first) * _size.Slots);

    private void Do(int first, int end)
    {
        _ranged?.Draw(_tick, first * _size.Slots, Of(first, end));
        _pass(first, end);
    }
}
