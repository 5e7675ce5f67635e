using System.Numerics;
using System.Runtime.InteropServices;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Areas.Toolkit.Batches;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Areas.Toolkit.States;

namespace PalActors.Areas.Models.RateCells.Cells;

/// <summary>Pool over the cells of a convolution (FORMAT section 4): the largest rate of each window, a step later.
/// </summary>
/// <remarks>
/// k is the position of the largest r~ in a window, the first in row-major order if several are equal. r = r~[k] + xi
/// if noise acts, d = d~[k], xo = xo_below[k] + xi. Errors come back to the positions k of the same step. Slots
/// are done in vectors, with the number of k in its window for each slot, so that nothing is gathered.
/// </remarks>
internal sealed class PoolStage<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly AreaShape _below;
    private readonly int _side;
    private readonly BatchOf<T> _size;
    private readonly T[] _chosen;
    private readonly int[] _window;
    private readonly RangeWork _choose;
    private readonly RangeWork _step;
    private readonly RangeWork _return;
    // Arguments of the pass that is being done.
    private T[] _rates = [];
    private (T[] Derivatives, T[]? Noise, bool Acts) _stepped;
    private (T[] Slopes, T[] Arriving, T[] Errors, T[] Positions) _returned;

    /// <summary>Creates a pool whose state is zero.</summary>
    /// <param name="options">The area.</param>
    /// <param name="slots">Samples in parallel.</param>
    /// <param name="noise">Its noise; null without PAL.</param>
    /// <param name="split">Threads of large passes.</param>
    public PoolStage(RateAreaOptions options, int slots, NoiseProcess<T>? noise, RowSplit split)
    {
        _below = options.Cells;
        _side = options.Pool;
        _size = new BatchOf<T>(options.Output.Cells, slots);
        Noise = noise;
        (Rates, Derivatives, Errors, NoiseOut) =
            (_size.Allocate(), _size.Allocate(), _size.Allocate(), noise is null ? [] : _size.Allocate());
        _chosen = _size.Allocate();
        _window = [.. Enumerable.Range(0, _side * _side).Select(k => (k / _side * _below.Width) + (k % _side))];
        (_choose, _step, _return) = (Over(Choose, split), Over(Step, split), Over(Return, split));
    }

    /// <summary>Cells and slots.</summary>
    public BatchOf<T> Size => _size;

    /// <summary>Its noise; null without PAL.</summary>
    public NoiseProcess<T>? Noise { get; }

    /// <summary>Rates r.</summary>
    public T[] Rates { get; }

    /// <summary>Derivatives d.</summary>
    public T[] Derivatives { get; }

    /// <summary>Errors e.</summary>
    public T[] Errors { get; }

    /// <summary>Noise that the feedback rule sees, xo.</summary>
    public T[] NoiseOut { get; }

    /// <summary>Positions k of this step: numbers within the windows.</summary>
    public T[] Positions => _chosen;

    /// <summary>Finds the positions k of this step from the rates of the step before, and takes those rates.</summary>
    public void Choose(T[] rates)
    {
        _rates = rates;
        _choose.Run();
        _rates = [];
    }

    /// <summary>Takes derivatives and noise at the positions, and adds noise to the rates.</summary>
    /// <param name="derivatives">d~ of the area.</param>
    /// <param name="noise">xi of the area in this step; null if it is zero.</param>
    /// <param name="acts">True if noise acts.</param>
    public void Step(T[] derivatives, T[]? noise, bool acts)
    {
        _stepped = (derivatives, noise, acts);
        _step.Run();
        _stepped = default;
    }

    /// <summary>Computes the errors e = d q, and puts them at positions; 0 elsewhere.</summary>
    /// <remarks>Windows cover all cells.</remarks>
    /// <param name="slopes">d.</param>
    /// <param name="arriving">q, from above.</param>
    /// <param name="errors">Receives the errors of the area.</param>
    /// <param name="positions">The positions, as <see cref="Positions"/>.</param>
    public void Return(T[] slopes, T[] arriving, T[] errors, T[] positions)
    {
        _returned = (slopes, arriving, errors, positions);
        _return.Run();
        _returned = default;
    }

    /// <summary>Adds the pool to a state.</summary>
    /// <param name="state">The state.</param>
    public void Describe(StateMap state)
    {
        _size.Describe("r_pool", state, () => Rates);
        _size.Describe("d_pool", state, () => Derivatives);
        _size.Describe("e_pool", state, () => Errors);
        if (Noise is null)
            return;
        Noise.Describe("xi_pool", state);
        _size.Describe("xo_pool", state, () => NoiseOut);
    }

    private static Span<Vector<T>> Vectors(T[] values) => MemoryMarshal.Cast<T, Vector<T>>(values.AsSpan());

    private static Vector<T> Number(int k) => new(T.CreateTruncating(k));

    // Each value of a pool is the outcome of as many cells as a window has.
    private RangeWork Over(Action<int, int> pass, RowSplit split) =>
        new(split, _size.Cells, _size.Stride, pass, weight: _window.Length);

    // First cell of a window.
    private int FirstOf(int cell)
    {
        int width = _below.Width, pooled = width / _side;
        (int line, int column) = int.DivRem(cell, pooled);
        (int channel, int row) = int.DivRem(line, pooled);
        return (((channel * width) + (row * _side)) * width) + (column * _side);
    }

    private void Choose(int start, int end)
    {
        ReadOnlySpan<Vector<T>> from = Vectors(_rates);
        Span<Vector<T>> largest = Vectors(Rates), chosen = Vectors(_chosen);
        int vectors = _size.Stride / Vector<T>.Count;
        for (int cell = start, at = start * vectors; cell < end; cell++)
        {
            int first = FirstOf(cell);
            for (int v = 0; v < vectors; v++, at++)
            {
                Vector<T> best = from[(first * vectors) + v], which = Vector<T>.Zero;
                for (int k = 1; k < _window.Length; k++)
                {
                    Vector<T> rate = from[((first + _window[k]) * vectors) + v];
                    Vector<T> isLarger = Vector.GreaterThan(rate, best);
                    best = Vector.ConditionalSelect(isLarger, rate, best);
                    which = Vector.ConditionalSelect(isLarger, Number(k), which);
                }

                (largest[at], chosen[at]) = (best, which);
            }
        }
    }

    private void Step(int first, int end)
    {
        Take(_stepped.Derivatives, Derivatives, first, end);
        if (Noise is null)
            return;
        Span<T> noise = _size.Of(NoiseOut, first, end);
        if (_stepped.Noise is null)
            noise.Clear();
        else
            Take(_stepped.Noise, NoiseOut, first, end);
        if (!Noise.IsActive)
            return;
        ReadOnlySpan<T> next = _size.Of(Noise.Next, first, end);
        BatchMath.Add(noise, next);
        if (_stepped.Acts)
            BatchMath.Add(_size.Of(Rates, first, end), next);
    }

    private void Take(T[] values, T[] to, int start, int end)
    {
        ReadOnlySpan<Vector<T>> from = Vectors(values), chosen = Vectors(_chosen);
        Span<Vector<T>> taken = Vectors(to);
        int vectors = _size.Stride / Vector<T>.Count;
        for (int cell = start, at = start * vectors; cell < end; cell++)
        {
            int first = FirstOf(cell);
            for (int v = 0; v < vectors; v++, at++)
            {
                Vector<T> value = from[(first * vectors) + v], which = chosen[at];
                for (int k = 1; k < _window.Length; k++)
                {
                    value = Vector.ConditionalSelect(
                        Vector.Equals(which, Number(k)), from[((first + _window[k]) * vectors) + v], value);
                }

                taken[at] = value;
            }
        }
    }

    private void Return(int start, int end)
    {
        BatchMath.Multiply<T>(
            _size.Of(Errors, start, end), _size.Of(_returned.Slopes, start, end),
            _size.Of(_returned.Arriving, start, end));
        Span<Vector<T>> to = Vectors(_returned.Errors);
        ReadOnlySpan<Vector<T>> from = Vectors(Errors), chosen = Vectors(_returned.Positions);
        int vectors = _size.Stride / Vector<T>.Count;
        for (int cell = start, at = start * vectors; cell < end; cell++)
        {
            int first = FirstOf(cell);
            for (int v = 0; v < vectors; v++, at++)
            {
                Vector<T> error = from[at], which = chosen[at];
                for (int k = 0; k < _window.Length; k++)
                {
                    to[((first + _window[k]) * vectors) + v] =
                        Vector.ConditionalSelect(Vector.Equals(which, Number(k)), error, Vector<T>.Zero);
                }
            }
        }
    }
}
