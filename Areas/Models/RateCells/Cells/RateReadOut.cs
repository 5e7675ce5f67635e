using System.Numerics;
using PalActors.Areas.Contract;
using PalActors.Areas.Toolkit.States;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.RateCells.Cells;

/// <summary>Read-out of the top area at the last tick of a presentation: classes, and distance from target.</summary>
/// <remarks>The class of a sample is its largest rate; it is right if the target is largest at the same cell.</remarks>
/// <param name="cells">Cells of the area.</param>
/// <param name="output">Its target.</param>
/// <param name="presentationTicks">Ticks of a presentation.</param>
/// <param name="classifies">True if an evaluation counts classes.</param>
internal sealed class RateReadOut<T>(
    Population<T> cells, OutputError<T> output, int presentationTicks, bool classifies)
    where T : unmanaged, IFloatingPointIeee754<T>
{
    private long _samples;
    private long _correct;
    private double _squares;

    /// <summary>Share of samples whose class was right, since the last reset.</summary>
    public double Accuracy => (double)_correct / _samples;

    /// <summary>Mean squared error per cell, since the last reset.</summary>
    public double MeanSquare => _squares / ((double)_samples * cells.Size.Cells);

    /// <summary>Number of samples since the last reset.</summary>
    public long Samples => _samples;

    /// <summary>Counts of the current evaluation, or of the last one; null where no classes are.</summary>
    public DecisionCounts? Decisions { get; } = classifies ? new DecisionCounts(cells.Size.Cells) : null;

    /// <summary>Takes a tick that is complete.</summary>
    public void Take(in TickContext tick)
    {
        if ((tick.Flags & TickFlags.ReadOut) == 0 || tick.PresentationTick != presentationTicks)
            return;
        BatchOf<T> size = cells.Size;
        if (_samples == 0)
            Decisions?.Clear();
        for (int slot = 0; slot < size.Slots; slot++)
        {
            _samples++;
            int read = Largest(cells.Rates, slot), label = Largest(output.Target, slot);
            Decisions?.Add((label - slot) / size.Stride, (read - slot) / size.Stride);
            if (read == label)
                _correct++;
            for (int at = slot; at < size.Length; at += size.Stride)
            {
                double difference = double.CreateTruncating(output.Target[at] - cells.Rates[at]);
                _squares += difference * difference;
            }
        }
    }

    /// <summary>Begins anew.</summary>
    public void Reset() => (_samples, _correct, _squares) = (0, 0, 0);

    /// <summary>Adds the counts to a state.</summary>
    public void Describe(StateMap state)
    {
        state.Scalar("read_out_samples", () => _samples, value => _samples = (long)value);
        state.Scalar("read_out_correct", () => _correct, value => _correct = (long)value);
        state.Scalar("read_out_squares", () => _squares, value => _squares = value);
    }

    private int Largest(T[] values, int slot)
    {
        int stride = cells.Size.Stride, best = slot;
        for (int at = slot + stride; at < cells.Size.Length; at += stride)
        {
            if (values[at] > values[best])
                best = at;
        }

        return best;
    }
}
