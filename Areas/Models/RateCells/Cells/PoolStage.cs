using System.Numerics;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Areas.Toolkit.States;

namespace PalActors.Areas.Models.RateCells.Cells;

/// <summary>Pool over the cells of a convolution (FORMAT section 4): the largest rate of each window, a step later.
/// </summary>
/// <remarks>
/// k is the position of the largest r~ in a window, the first in row-major order if several are equal. r = r~[k] + xi
/// if noise acts, d = d~[k], xo = xo_below[k] + xi. Errors come back to the positions k of the same step.
/// </remarks>
internal sealed class PoolStage<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly AreaShape _below;
    private readonly int _side;
    private readonly BatchOf<T> _size;
    private readonly int[] _positions;

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
        _positions = new int[_size.Length];
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

    /// <summary>Finds the positions k of this step from the rates of the step before.</summary>
    public void Choose(T[] rates)
    {
        int width = _below.Width, stride = _size.Stride, pooled = width / _side;
        for (int cell = 0; cell < _size.Cells; cell++)
        {
            int channel = cell / (pooled * pooled), row = cell / pooled % pooled, column = cell % pooled;
            int first = (channel * width * width) + (row * _side * width) + (column * _side);
            for (int slot = 0; slot < _size.Slots; slot++)
                _positions[(cell * stride) + slot] = Largest(rates, first, slot);
        }
    }

    /// <summary>Takes rates, derivatives and noise at the positions.</summary>
    /// <param name="rates">r~ of the area.</param>
    /// <param name="derivatives">d~ of the area.</param>
    /// <param name="noise">xi of the area in this step; null without PAL.</param>
    /// <param name="acts">True if noise acts.</param>
    public void Step(T[] rates, T[] derivatives, T[]? noise, bool acts)
    {
        Gather(rates, Rates);
        Gather(derivatives, Derivatives);
        if (Noise is null)
            return;
        Gather(noise!, NoiseOut);
        if (!Noise.IsActive)
            return;
        BatchMath.Add<T>(NoiseOut, Noise.Next);
        if (acts)
            BatchMath.Add<T>(Rates, Noise.Next);
    }

    /// <summary>Puts the errors at the positions; 0 elsewhere.</summary>
    public void Return(T[] errors)
    {
        Array.Clear(errors);
        int stride = _size.Stride;
        for (int row = 0; row < _size.Length; row += stride)
        {
            for (int slot = 0; slot < _size.Slots; slot++)
                errors[_positions[row + slot] + slot] = Errors[row + slot];
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

    // The row offset of the largest value.
    private int Largest(T[] rates, int first, int slot)
    {
        int stride = _size.Stride, best = first * stride;
        for (int i = 0; i < _side; i++)
        {
            for (int j = 0; j < _side; j++)
            {
                int at = (first + (i * _below.Width) + j) * stride;
                if (rates[at + slot] > rates[best + slot])
                    best = at;
            }
        }

        return best;
    }

    private void Gather(T[] from, T[] to)
    {
        int stride = _size.Stride;
        for (int row = 0; row < _size.Length; row += stride)
        {
            for (int slot = 0; slot < _size.Slots; slot++)
                to[row + slot] = from[_positions[row + slot] + slot];
        }
    }
}
