using System.Numerics;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Areas.Toolkit.Batches;

/// <summary>Sums over the slots of rows, for the gradient of biases.</summary>
/// <typeparam name="T">double or float.</typeparam>
/// <param name="kernels">Kernels that add.</param>
/// <param name="split">Threads of large passes.</param>
/// <param name="rows">Number of rows.</param>
/// <param name="row">Elements from row to row.</param>
/// <param name="runs">Slots of a row.</param>
internal sealed class SumWork<T>(BatchKernels<T> kernels, RowSplit split, int rows, int row, SlotRuns<T> runs)
    : BatchWork(split, split.TeamForElements((long)rows * row), rows, Grain)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // Rows that the kernels add up together.
    private const int Grain = 5;

    private readonly SlotRuns<T> _runs = runs;
    private T[] _b = [];
    private T[] _e = [];
    private T _scale;

    /// <summary>Computes b[i] += scale times the sum over the slots of row i of e.</summary>
    public void Run(T[] b, T[] e, T scale)
    {
        (_b, _e, _scale) = (b, e, scale);
        Share();
        (_b, _e) = ([], []);
    }

    /// <inheritdoc/>
    protected override void Do(int first, int end) =>
        kernels.AddRowSums(_b, first, end, _e, row, in _runs, _scale);
}
