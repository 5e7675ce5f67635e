using System.Numerics;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Areas.Toolkit.Batches;

/// <summary>Steps of a dense area whose input X is held, without touching its weights.</summary>
/// <remarks>
/// With G = X^T X + 1 [slots, slots], once per presentation, an update W += scale e X^T, b += scale e 1 changes the
/// potentials W X + b by scale e G. Sums are one chain of fused multiply-adds in ascending order; that of G begins
/// with 1.
/// </remarks>
/// <typeparam name="T">double or float.</typeparam>
public sealed class HeldBatch<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly int _inputs;
    private readonly int _cells;
    private readonly int _slots;
    private readonly int _stride;
    private readonly ProductWork<T> _overSlots;
    private readonly ProductWork<T> _overCells;

    /// <summary>Creates kernels for a shape.</summary>
    /// <param name="inputs">Cells of the input.</param>
    /// <param name="cells">Cells of the area.</param>
    /// <param name="slots">Slots of the batch.</param>
    /// <param name="split">Threads of large passes.</param>
    public HeldBatch(int inputs, int cells, int slots, RowSplit split)
        : this(inputs, cells, slots, split, BatchKernels<T>.Widest)
    {
    }

    internal HeldBatch(int inputs, int cells, int slots, RowSplit split, BatchKernels<T> kernels)
    {
        _inputs = BatchLayout.Positive(inputs, nameof(inputs));
        _cells = BatchLayout.Positive(cells, nameof(cells));
        _slots = BatchLayout.Positive(slots, nameof(slots));
        _stride = BatchLayout.Stride<T>(slots);
        _overSlots = new ProductWork<T>(kernels, split, (long)slots * slots * inputs, slots, slots);
        _overCells = new ProductWork<T>(kernels, split, (long)slots * slots * cells, cells, slots);
    }

    /// <summary>Computes G = X^T X + 1.</summary>
    /// <param name="x">State of the input.</param>
    /// <param name="g">Receives G, an array [slot, slot] laid out like a state.</param>
    public void Gram(T[] x, T[] g)
    {
        BatchLayout.Check(x, (long)_inputs * _stride, nameof(x));
        BatchLayout.Check(g, (long)_slots * _stride, nameof(g));
        _overSlots.Run(new Product<T>
        {
            A = x,
            ARow = 1,
            X = x,
            C = g,
            CRow = _stride,
            Columns = _stride,
            Outer = TermLoop.Once,
            Middle = TermLoop.Once,
            Inner = new(_inputs, _stride, _stride),
            Start = Product<T>.One,
        });
    }

    /// <summary>Computes a += scale e G.</summary>
    /// <param name="a">Potentials of the area.</param>
    /// <param name="e">Errors of the area.</param>
    /// <param name="g">G.</param>
    /// <param name="scale">Factor of the update of the weights.</param>
    public void Step(T[] a, T[] e, T[] g, T scale)
    {
        BatchLayout.Check(a, (long)_cells * _stride, nameof(a));
        BatchLayout.Check(e, (long)_cells * _stride, nameof(e));
        BatchLayout.Check(g, (long)_slots * _stride, nameof(g));
        _overCells.Run(new Product<T>
        {
            A = e,
            ARow = _stride,
            X = g,
            C = a,
            CRow = _stride,
            Columns = _stride,
            Outer = TermLoop.Once,
            Middle = TermLoop.Once,
            Inner = new(_slots, 1, _stride),
            Start = Product<T>.Zero,
            IsScaled = true,
            Scale = scale,
            Decay = T.Zero,
        });
    }
}
