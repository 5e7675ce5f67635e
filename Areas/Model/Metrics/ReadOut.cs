using PalActors.Areas.Model.Numerics;
using PalActors.Areas.Model.States;

namespace PalActors.Areas.Model.Metrics;

/// <summary>
/// The class that the top area reads out of a presentation: the largest mean prospective potential over four ticks, 21, 41, 61 and 81 of 100 (1-based;
/// in general 1 + k/5 of the presentation). It is right if the target is largest at the same neuron.
/// </summary>
public sealed class ReadOut
{
    private readonly int _size;
    private readonly int _presentationTicks;
    private readonly double[] _sum;

    /// <summary>A read-out over <paramref name="size"/> neurons.</summary>
    public ReadOut(int size, int presentationTicks)
    {
        _size = size;
        _presentationTicks = presentationTicks;
        _sum = Padding.Allocate(size);
    }

    /// <summary>Presentations read out since the last <see cref="Reset"/>.</summary>
    public long Total { get; private set; }

    /// <summary>Those of them that were right.</summary>
    public long Correct { get; private set; }

    /// <summary>Takes one tick of a presentation.</summary>
    /// <param name="presentationTick">1-based tick in the presentation.</param>
    /// <param name="prospective">Prospective potentials ub of the tick.</param>
    /// <param name="target">Target voltages of the presentation, whether or not they nudge.</param>
    public void Observe(int presentationTick, double[] prospective, double[] target)
    {
        if (presentationTick == 1)
            Array.Clear(_sum);
        // Tick 1 + k T/5, k = 1 to 4.
        int elapsed = (presentationTick - 1) * 5;
        if (elapsed > 0 && elapsed % _presentationTicks == 0)
        {
            for (int i = 0; i < _size; i++)
                _sum[i] += prospective[i];
        }

        if (presentationTick != _presentationTicks)
            return;
        Total++;
        if (Largest(_sum) == Largest(target))
            Correct++;
    }

    /// <summary>Forgets the counts.</summary>
    public void Reset() => (Total, Correct) = (0, 0);

    /// <summary>Names its state.</summary>
    public void Describe(StateMap state)
    {
        state.Vector("read_out_sum", _size, () => _sum);
        state.Scalar("read_out_total", () => Total, value => Total = (long)value);
        state.Scalar("read_out_correct", () => Correct, value => Correct = (long)value);
    }

    private int Largest(double[] values)
    {
        int best = 0;
        for (int i = 1; i < _size; i++)
        {
            if (values[i] > values[best])
                best = i;
        }

        return best;
    }
}
