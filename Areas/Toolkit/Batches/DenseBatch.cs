using System.Numerics;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Areas.Toolkit.Batches;

/// <summary>Products and updates of a dense weight matrix W [n, m], row-major, with the states of a batch.</summary>
/// <remarks>
/// States are laid out as in <see cref="BatchLayout"/>. Sums over cells and over slots are one chain of fused
/// multiply-adds in ascending order. An object has buffers of its own: one call at a time.
/// </remarks>
/// <typeparam name="T">double or float.</typeparam>
public sealed class DenseBatch<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    // A cache line of either precision, so that no two threads write the same one.
    private const int TurnGrain = 16;

    private readonly int _rows;
    private readonly int _columns;
    private readonly int _slots;
    private readonly int _stride;
    private readonly ProductWork<T> _overRows;
    private readonly ProductWork<T> _overColumns;
    private readonly int _turnedStride;
    private readonly RangeWork _turn;
    private readonly SumWork<T> _sums;
    private T[] _turned = [];
    private T[] _turning = [];

    /// <summary>Creates kernels for a shape.</summary>
    /// <param name="rows">Rows n of the matrix.</param>
    /// <param name="columns">Columns m of the matrix.</param>
    /// <param name="slots">Slots of the batch.</param>
    /// <param name="split">Threads of large passes.</param>
    public DenseBatch(int rows, int columns, int slots, RowSplit split)
        : this(rows, columns, slots, split, BatchKernels<T>.Widest)
    {
    }

    internal DenseBatch(int rows, int columns, int slots, RowSplit split, BatchKernels<T> kernels)
    {
        _rows = BatchLayout.Positive(rows, nameof(rows));
        _columns = BatchLayout.Positive(columns, nameof(columns));
        _slots = BatchLayout.Positive(slots, nameof(slots));
        _stride = BatchLayout.Stride<T>(slots);
        _turnedStride = TurnKernels.Stride<T>(columns);
        _turn = new RangeWork(split, columns, _stride, Turn, TurnGrain);
        _sums = new SumWork<T>(kernels, split, rows, _stride, new SlotRuns<T>(1, slots));
        long multiplyAdds = (long)rows * columns * slots;
        _overRows = new ProductWork<T>(kernels, split, multiplyAdds, rows, slots);
        _overColumns = new ProductWork<T>(kernels, split, multiplyAdds, columns, slots);
    }

    /// <summary>Computes a = W r + b.</summary>
    /// <param name="w">W.</param>
    /// <param name="r">State of m cells.</param>
    /// <param name="b">Biases of n cells, the first values of the sums; null for none.</param>
    /// <param name="a">Receives a state of n cells; not r.</param>
    public void Forward(T[] w, T[] r, T[]? b, T[] a)
    {
        Check(w, a, r);
        if (b is not null)
            BatchLayout.Check(b, _rows, nameof(b));
        _overRows.Run(new Product<T>
        {
            A = w,
            ARow = _columns,
            X = r,
            C = a,
            CRow = _stride,
            Columns = _stride,
            Outer = TermLoop.Once,
            Middle = TermLoop.Once,
            Inner = new(_columns, 1, _stride),
            Start = b ?? Product<T>.Zero,
            StartRow = b is null ? 0 : 1,
        });
    }

    /// <summary>Computes a = W^T s.</summary>
    /// <param name="w">W.</param>
    /// <param name="s">State of n cells.</param>
    /// <param name="a">Receives a state of m cells; not s.</param>
    public void Back(T[] w, T[] s, T[] a)
    {
        Check(w, s, a);
        _overColumns.Run(new Product<T>
        {
            A = w,
            ARow = 1,
            X = s,
            C = a,
            CRow = _stride,
            Columns = _stride,
            Outer = TermLoop.Once,
            Middle = TermLoop.Once,
            Inner = new(_rows, _columns, _stride),
            Start = Product<T>.Zero,
        });
    }

    /// <summary>Computes W += scale sum of e r^T over the slots - decay W.</summary>
    /// <param name="w">W, or a matrix of low-passed updates.</param>
    /// <param name="e">State of n cells.</param>
    /// <param name="r">State of m cells.</param>
    /// <param name="scale">Factor of the sum.</param>
    /// <param name="decay">Share of the old W that is lost.</param>
    public void Update(T[] w, T[] e, T[] r, T scale, T decay)
    {
        Check(w, e, r);
        if (_turned.Length == 0)
            _turned = Padding.Align<T>(checked(_stride * _turnedStride));
        _turning = r;
        _turn.Run();
        _turning = [];
        _overRows.Run(new Product<T>
        {
            A = e,
            ARow = _stride,
            X = _turned,
            C = w,
            CRow = _columns,
            Columns = _columns,
            Outer = TermLoop.Once,
            Middle = TermLoop.Once,
            Inner = new(_slots, 1, _turnedStride),
            Start = Product<T>.Zero,
            IsScaled = true,
            Scale = scale,
            Decay = decay,
        });
    }

    /// <summary>Computes b[i] += scale sum of e[i] over the slots.</summary>
    public void UpdateBias(T[] b, T[] e, T scale)
    {
        BatchLayout.Check(b, _rows, nameof(b));
        BatchLayout.Check(e, (long)_rows * _stride, nameof(e));
        _sums.Run(b, e, scale);
    }

    private void Turn(int first, int end) =>
        TurnKernels.Turn(_turning, first, end, _columns, _stride, _turned, _turnedStride);

    private void Check(T[] w, T[] above, T[] below)
    {
        BatchLayout.Check(w, (long)_rows * _columns, nameof(w));
        BatchLayout.Check(above, (long)_rows * _stride, "the state of the rows");
        BatchLayout.Check(below, (long)_columns * _stride, "the state of the columns");
    }
}
