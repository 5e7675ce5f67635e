using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.States;
using PalActors.Messages.Control;

namespace PalActors.Areas.Models.Microcircuit.Cells;

/// <summary>Class that the top area reads out of a presentation: the largest mean potential of four ticks.</summary>
/// <remarks>
/// The potential is the prospective one.
/// The ticks are 1 + floor(k T/5 + 1/2), k = 1 to 4 (1-based), of a presentation of T ticks: 21, 41, 61 and 81 of 100.
/// They are four different ticks of it for T of <see cref="LeastTicks"/> and more.
/// The class is right if the target is largest at the same neuron.
/// </remarks>
public sealed class ReadOut
{
    /// <summary>Fewest ticks of a presentation that can be read out.</summary>
    public const int LeastTicks = 5;

    private readonly int _size;
    private readonly int _presentationTicks;
    private readonly int[] _sampled;
    private readonly double[] _sum;

    /// <summary>Creates a read-out over <paramref name="size"/> neurons.</summary>
    public ReadOut(int size, int presentationTicks)
    {
        _size = size;
        _presentationTicks = presentationTicks;
        _sampled = [.. Enumerable.Range(1, 4).Select(k => SampledTick(k, presentationTicks))];
        _sum = Padding.Allocate(size);
        Decisions = new DecisionCounts(size);
    }

    /// <summary>Number of presentations read out since the last <see cref="Reset"/>.</summary>
    public long Total { get; private set; }

    /// <summary>Number of presentations that were read out right.</summary>
    public long Correct { get; private set; }

    /// <summary>Counts of the current evaluation, or of the last one.</summary>
    public DecisionCounts Decisions { get; }

    /// <summary>Computes the tick of the k-th sample, 1-based: 1 + floor(k T/5 + 1/2) in whole numbers.</summary>
    /// <param name="k">1 to 4.</param>
    /// <param name="presentationTicks">T, ticks of a presentation.</param>
    public static int SampledTick(int k, int presentationTicks) => (int)(1 + (((2L * k * presentationTicks) + 5) / 10));

    /// <summary>Adds one tick of a presentation.</summary>
    /// <param name="presentationTick">1-based tick in the presentation.</param>
    /// <param name="prospective">Prospective potentials ub of the tick.</param>
    /// <param name="target">Target voltages of the presentation, whether or not they nudge.</param>
    public void Observe(int presentationTick, double[] prospective, double[] target)
    {
        if (presentationTick == 1)
            Array.Clear(_sum);
        if (Array.IndexOf(_sampled, presentationTick) >= 0)
        {
            for (int i = 0; i < _size; i++)
                _sum[i] += prospective[i];
        }

        if (presentationTick != _presentationTicks)
            return;
        if (Total == 0)
            Decisions.Clear();
        Total++;
        int read = Largest(_sum), label = Largest(target);
        Decisions.Add(label, read);
        if (read == label)
            Correct++;
    }

    /// <summary>Mean potential of a neuron over the ticks of the presentation that were read.</summary>
    public double Mean(int neuron) => _sum[neuron] / _sampled.Length;

    /// <summary>Resets the counts.</summary>
    public void Reset() => (Total, Correct) = (0, 0);

    /// <summary>Adds its state to the map.</summary>
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
