using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Areas.Toolkit.Batches;

/// <summary>Pass element by element over the cells of a batch, range by range.</summary>
/// <remarks>
/// The ranges are so short that what one operation of a pass writes is in the first-level cache for the next one.
/// </remarks>
internal sealed class RangeWork : BatchWork
{
    private const int RangeElements = 2048;

    private readonly int _range;
    private readonly Action<int, int> _pass;

    /// <summary>Creates a pass.</summary>
    /// <param name="split">Threads of large passes.</param>
    /// <param name="cells">Number of cells.</param>
    /// <param name="elements">Elements of a cell.</param>
    /// <param name="pass">Does the cells from one up to another, exclusive; to be made once.</param>
    /// <param name="grain">Number of cells that ranges must be whole multiples of, but for the last.</param>
    /// <param name="weight">How often an element counts: 1 if the pass does no more than read, add and write.</param>
    public RangeWork(
        RowSplit split, int cells, int elements, Action<int, int> pass, int grain = 1, int weight = 1)
        : base(split, split.TeamForElements((long)cells * elements * weight), cells, grain)
    {
        _range = Math.Max(1, RangeElements / (elements * grain)) * grain;
        _pass = pass;
    }

    /// <summary>Does all cells; returns when they are done.</summary>
    public void Run() => Share();

    /// <inheritdoc/>
    protected override void Do(int first, int end)
    {
        for (int at = first; at < end; at += _range)
            _pass(at, Math.Min(at + _range, end));
    }
}
