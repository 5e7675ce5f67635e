using System.Numerics;
using System.Runtime.InteropServices;
using PalActors.Areas.Models.RateCells.Parameters;
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

    /// <summary>Creates a pool whose state is zero.</summary>
    /// <param name="options">The area.</param>
    /// <param name="slots">Samples in parallel.</param>
    /// <param name="noise">Its noise; null without PAL.</param>
    public PoolStage(RateAreaOptions options, int slots, NoiseProcess<T>? noise)
    {
        _below = options.Cells;
        _side = options.Pool;
        _size = new BatchOf<T>(options.Output.Cells, slots);
        Noise = noise;
        (Rates, Derivatives, Errors, NoiseOut) =
            (_size.Allocate(), _size.Allocate(), _size.Allocate(), noise is null ? [] : _size.Allocate());
        _chosen = _size.Allocate();
        _window = [.. Enumerable.Range(0, _side * _side).Select(k => (k / _side * _below.Width) + (k % _side))];
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
        ReadOnlySpan<Vector<T>> from = Vectors(rates);
        Span<Vector<T>> largest = Vectors(Rates), chosen = Vectors(_chosen);
        int vectors = _size.Stride / Vector<T>.Count;
        for (int cell = 0, at = 0; cell < _size.Cells; cell++)
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

    /// <summary>Takes derivatives and noise at the positions, and adds noise to the rates.</summary>
    /// <param name="derivatives">d~ of the area.</param>
    /// <param name="noise">xi of the area in this step; null if it is zero.</param>
    /// <param name="acts">True if noise acts.</param>
    public void Step(T[] derivatives, T[]? noise, bool acts)
    {
        Take(derivatives, Derivatives);
        if (Noise is null)
            return;
        if (noise is null)
            Array.Clear(NoiseOut);
        else
            Take(noise, NoiseOut);
        if (!Noise.IsActive)
            return;
        BatchMath.Add<T>(NoiseOut, Noise.Next);
        if (acts)
            BatchMath.Add<T>(Rates, Noise.Next);
    }

    /// <summary>Puts the errors at positions; 0 elsewhere.</summary>
    /// <remarks>Windows cover all cells.</remarks>
    /// <param name="errors">Receives the errors of the area.</param>
    /// <param name="positions">The positions, as <see cref="Positions"/>.</param>
    public void Return(T[] errors, T[] positions)
    {
        Span<Vector<T>> to = Vectors(errors);
        ReadOnlySpan<Vector<T>> from = Vectors(Errors), chosen = Vectors(positions);
        int vectors = _size.Stride / Vector<T>.Count;
        for (int cell = 0, at = 0; cell < _size.Cells; cell++)
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

    // First cell of a window.
    private int FirstOf(int cell)
    {
        int width = _below.Width, pooled = width / _side;
        (int line, int column) = int.DivRem(cell, pooled);
        (int channel, int row) = int.DivRem(line, pooled);
        return (((channel * width) + (row * _side)) * width) + (column * _side);
    }

    private void Take(T[] values, T[] to)
    {
        ReadOnlySpan<Vector<T>> from = Vectors(values), chosen = Vectors(_chosen);
        Span<Vector<T>> taken = Vectors(to);
        int vectors = _size.Stride / Vector<T>.Count;
        for (int cell = 0, at = 0; cell < _size.Cells; cell++)
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
}
