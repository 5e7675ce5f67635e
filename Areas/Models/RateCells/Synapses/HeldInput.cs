using System.Numerics;
using PalActors.Areas.Models.RateCells.Cells;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Areas.Toolkit.Batches;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Areas.Toolkit.States;

namespace PalActors.Areas.Models.RateCells.Synapses;

/// <summary>Forward weights of a dense area whose input X is held for a presentation.</summary>
/// <remarks>
/// With G = X^T X + 1 the drive a = W X + b advances by a += (dt eta_W / N) e G, and W and b learn the sum of the
/// errors once, when the next presentation begins: exact up to rounding (MODEL-DEEP section 5). So the weights are
/// touched twice in a presentation instead of twice in a tick. When that happens is a matter of ticks alone.
/// </remarks>
internal sealed class HeldInput<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly HeldBatch<T> _kernels;
    private readonly ForwardWeights<T> _weights;
    private readonly BatchOf<T> _inputs;
    private readonly BatchOf<T> _cells;
    private readonly T[] _x;
    private readonly T[] _gram;
    private readonly T[] _drive;
    private readonly T[] _errors;

    /// <summary>Creates the form for weights of an area.</summary>
    /// <param name="options">The area.</param>
    /// <param name="slots">Samples in parallel, N.</param>
    /// <param name="weights">W and b, of which this is another form.</param>
    /// <param name="x">Array of the input, which its owner fills between Complete and Begin.</param>
    /// <param name="split">Threads of large passes.</param>
    public HeldInput(RateAreaOptions options, int slots, ForwardWeights<T> weights, T[] x, RowSplit split)
    {
        (_inputs, _cells) = (new(options.Below.Cells, slots), new(options.Cells.Cells, slots));
        _kernels = new HeldBatch<T>(_inputs.Cells, _cells.Cells, slots, split);
        (_weights, _x) = (weights, x);
        _gram = new BatchOf<T>(slots, slots).Allocate();
        (_drive, _errors) = (_cells.Allocate(), _cells.Allocate());
    }

    /// <summary>True if it saves work: a sample costs N products per cell and tick instead of 2 per input.</summary>
    public static bool Pays(RateAreaOptions options, int slots) =>
        !options.IsConv && slots < 2 * options.Below.Cells;

    /// <summary>Teaches the weights what the presentation that ends has summed.</summary>
    public void Complete()
    {
        _weights.Learn(_errors, _x);
        Array.Clear(_errors);
    }

    /// <summary>Takes a new input.</summary>
    /// <param name="isFirst">True in the first tick of a presentation; false after a restore within one.</param>
    public void Begin(bool isFirst)
    {
        _kernels.Gram(_x, _gram);
        if (isFirst)
            _weights.Drive(_x, _drive);
    }

    /// <summary>Gives the drive W x + b.</summary>
    public void Drive(T[] y) => _drive.CopyTo(y, 0);

    /// <summary>Learns from the errors of a step.</summary>
    public void Learn(T[] errors)
    {
        _kernels.Step(_drive, errors, _gram, _weights.Scale);
        BatchMath.Add<T>(_errors, errors);
    }

    /// <summary>W brought up to date, row-major.</summary>
    public double[] Weights()
    {
        double[] w = new double[_cells.Cells * _inputs.Cells];
        for (int i = 0; i < w.Length; i++)
            w[i] = Weight(i / _inputs.Cells, i % _inputs.Cells);
        return w;
    }

    /// <summary>b brought up to date.</summary>
    public double[] Biases() => [.. Enumerable.Range(0, _cells.Cells).Select(Bias)];

    /// <summary>A weight brought up to date.</summary>
    public double Weight(int cell, int input)
    {
        T sum = T.Zero;
        for (int slot = 0; slot < _cells.Slots; slot++)
            sum += _errors[(cell * _cells.Stride) + slot] * _x[(input * _inputs.Stride) + slot];
        return double.CreateTruncating(_weights.Weights[(cell * _inputs.Cells) + input] + (_weights.Scale * sum));
    }

    /// <summary>A bias brought up to date.</summary>
    public double Bias(int cell)
    {
        T sum = T.Zero;
        for (int slot = 0; slot < _cells.Slots; slot++)
            sum += _errors[(cell * _cells.Stride) + slot];
        return double.CreateTruncating(_weights.Biases[cell] + (_weights.Scale * sum));
    }

    /// <summary>Adds input, drive and summed errors to a state.</summary>
    public void Describe(StateMap state)
    {
        _inputs.Describe("held_x", state, () => _x);
        _cells.Describe("held_a", state, () => _drive);
        _cells.Describe("held_e", state, () => _errors);
    }
}
