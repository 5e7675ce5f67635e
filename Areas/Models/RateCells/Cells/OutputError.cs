using System.Numerics;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Areas.Toolkit.Batches;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Areas.Models.RateCells.Cells;

/// <summary>Error of the output g, from the output as the step before left it (FORMAT section 4, point 1).</summary>
internal sealed class OutputError<T>
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private readonly Population<T> _cells;
    private readonly TargetType _type;
    private readonly T _beta;
    private readonly T[] _target;
    private readonly RangeWork _work;
    private T[] _error = [];

    /// <summary>Creates the error of some cells.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="type">What is compared with the target.</param>
    /// <param name="beta">Factor of the error.</param>
    /// <param name="split">Threads of large passes.</param>
    public OutputError(Population<T> cells, TargetType type, double beta, RowSplit split)
    {
        _work = new RangeWork(split, cells.Size.Cells, cells.Size.Stride, Compute);
        _cells = cells;
        _type = type;
        _beta = T.CreateTruncating(beta);
        _target = cells.Size.Allocate();
    }

    /// <summary>Target y of this presentation, [cell, slot].</summary>
    public T[] Target => _target;

    /// <summary>Takes the targets of a presentation, sample by sample.</summary>
    public void Present(ReadOnlySpan<double> samples) => _cells.Size.FromSamples(samples, _target);

    /// <summary>Computes g.</summary>
    /// <param name="error">Receives g.</param>
    /// <param name="acts">False: g is 0.</param>
    public void Compute(T[] error, bool acts)
    {
        if (!acts)
        {
            Array.Clear(error);
            return;
        }

        if (_type is not (TargetType.Mse or TargetType.Rate))
            Softmax(error);
        _error = error;
        _work.Run();
        _error = [];
    }

    private void Compute(int first, int end)
    {
        BatchOf<T> size = _cells.Size;
        Span<T> error = size.Of(_error, first, end), target = size.Of(_target, first, end);
        switch (_type)
        {
            case TargetType.Mse:
                BatchMath.Difference<T>(error, _beta, target, size.Of(_cells.Potentials, first, end));
                break;
            case TargetType.Rate:
                BatchMath.Difference<T>(
                    error, _beta, target, size.Of(_cells.Rates, first, end), size.Of(_cells.Derivatives, first, end));
                break;
            default:
                BatchMath.Difference<T>(error, _beta, target, error);
                break;
        }
    }

    // Exponents relative to the largest potential of each sample.
    private void Softmax(T[] to)
    {
        (int cells, int slots, int stride) = (_cells.Size.Cells, _cells.Size.Slots, _cells.Size.Stride);
        T[] ub = _cells.Potentials;
        for (int slot = 0; slot < slots; slot++)
        {
            T largest = ub[slot], sum = T.Zero;
            for (int cell = 1; cell < cells; cell++)
                largest = T.Max(largest, ub[(cell * stride) + slot]);
            for (int at = slot; at < cells * stride; at += stride)
            {
                to[at] = T.CreateTruncating(PortableMath.Exp(double.CreateTruncating(ub[at] - largest)));
                sum += to[at];
            }

            for (int at = slot; at < cells * stride; at += stride)
                to[at] /= sum;
        }
    }
}
