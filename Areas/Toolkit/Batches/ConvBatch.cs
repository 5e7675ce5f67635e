using System.Numerics;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Areas.Toolkit.Batches;

/// <summary>Products and updates of convolutional weights [F, C, k, k] with the states of a batch.</summary>
/// <remarks>
/// States are laid out as in <see cref="BatchLayout"/>. Sums over cells are one chain of fused multiply-adds in the
/// order of the weights; those over positions and slots have a chain per logical lane, slot s in lane s mod
/// <see cref="BatchLayout.Lanes{T}"/>, and lanes are then added in halves. One call at a time.
/// </remarks>
/// <typeparam name="T">double or float.</typeparam>
public sealed class ConvBatch<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly ConvShape _shape;
    private readonly int _stride;
    private readonly SumWork<T> _sums;
    private readonly ConvForwardWork<T> _forward;
    private readonly ConvBackWork<T> _back;
    private readonly CorrelationWork<T> _update;

    /// <summary>Creates kernels for a shape.</summary>
    /// <param name="shape">Shape of the convolution.</param>
    /// <param name="slots">Slots of the batch.</param>
    /// <param name="split">Threads of large passes.</param>
    public ConvBatch(ConvShape shape, int slots, RowSplit split)
        : this(shape, slots, split, BatchKernels<T>.Widest)
    {
    }

    internal ConvBatch(ConvShape shape, int slots, RowSplit split, BatchKernels<T> kernels)
    {
        _shape = shape;
        BatchLayout.Positive(slots, nameof(slots));
        _stride = BatchLayout.Stride<T>(slots);
        _sums = new SumWork<T>(
            kernels, split, shape.Filters, shape.Positions * _stride, new SlotRuns<T>(shape.Positions, slots));
        _forward = new ConvForwardWork<T>(kernels, split, shape, slots);
        _back = new ConvBackWork<T>(kernels, split, shape, slots);
        _update = new CorrelationWork<T>(kernels, split, shape, slots);
    }

    /// <summary>Computes a[f, y, x] = b[f] + sum of w[f, c, i, j] r[c, y+i, x+j].</summary>
    /// <param name="w">Weights.</param>
    /// <param name="r">State of the image below.</param>
    /// <param name="b">Biases of the filters, the first values of the sums; null for none.</param>
    /// <param name="a">Receives a state of the area.</param>
    public void Forward(T[] w, T[] r, T[]? b, T[] a)
    {
        Check(w, a, r);
        if (b is not null)
            BatchLayout.Check(b, _shape.Filters, nameof(b));
        _forward.Run(w, r, b, a);
    }

    /// <summary>Computes a[c, y, x] = sum of w[f, c, i, j] s[f, y-i, x-j]; terms outside s are absent.</summary>
    /// <param name="w">Weights.</param>
    /// <param name="s">State of the area.</param>
    /// <param name="a">Receives a state of the image below.</param>
    public void Back(T[] w, T[] s, T[] a)
    {
        Check(w, s, a);
        _back.Run(w, s, a);
    }

    /// <summary>Computes w[f, c, i, j] += scale sum of e[f, y, x] r[c, y+i, x+j] - decay w.</summary>
    /// <param name="w">Weights, or low-passed updates.</param>
    /// <param name="e">State of the area.</param>
    /// <param name="r">State of the image below.</param>
    /// <param name="scale">Factor of the sum over positions and slots.</param>
    /// <param name="decay">Share of the old w that is lost.</param>
    public void Update(T[] w, T[] e, T[] r, T scale, T decay)
    {
        Check(w, e, r);
        _update.Run(w, e, r, scale, decay);
    }

    /// <summary>Computes b[f] += scale sum of e[f] over positions and slots.</summary>
    public void UpdateBias(T[] b, T[] e, T scale)
    {
        BatchLayout.Check(b, _shape.Filters, nameof(b));
        BatchLayout.Check(e, (long)_shape.Cells * _stride, nameof(e));
        _sums.Run(b, e, scale);
    }

    private void Check(T[] w, T[] above, T[] below)
    {
        BatchLayout.Check(w, _shape.Weights, nameof(w));
        BatchLayout.Check(above, (long)_shape.Cells * _stride, "the state of the area");
        BatchLayout.Check(below, (long)_shape.CellsBelow * _stride, "the state below");
    }
}
