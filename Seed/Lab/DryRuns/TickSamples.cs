using System.Diagnostics;

namespace PalActors.Lab.DryRuns;

/// <summary>Durations of an area's ticks, by what is done in them.</summary>
/// <remarks>
/// A tick in which a presentation or a block of ticks begins takes longer, and comes once per presentation or block. So
/// the time per tick does not depend on how many ticks there was time for. Of each kind the means of stretches are
/// kept: a stretch holds what is done once in many ticks, as drawing noise for all of them, and other work on the
/// machine makes some stretches longer, and none shorter.
/// </remarks>
internal sealed class TickSamples
{
    private const int Kinds = 4;
    private const int StretchTicks = 128;
    private const double StretchSeconds = 0.005;

    private readonly List<double>[] _means = [.. Enumerable.Range(0, Kinds).Select(_ => new List<double>())];
    private readonly long[] _sum = new long[Kinds];
    private readonly int[] _count = new int[Kinds];
    private readonly int[] _period = [1, 1, 1, 1];

    /// <summary>Adds a tick.</summary>
    /// <param name="duration">Its duration, in units of <see cref="Stopwatch"/>.</param>
    /// <param name="presentation">Ticks of the presentation that it begins, or 1.</param>
    /// <param name="block">Ticks of the block that it begins, or 1.</param>
    public void Add(long duration, int presentation, int block)
    {
        int kind = (presentation > 1 ? 1 : 0) + (block > 1 ? 2 : 0);
        _period[kind] = presentation * block;
        _sum[kind] += duration;
        _count[kind]++;
        if (_count[kind] < (kind == 0 ? StretchTicks : 1) && _sum[kind] < StretchSeconds * Stopwatch.Frequency)
            return;
        _means[kind].Add((double)_sum[kind] / _count[kind]);
        (_sum[kind], _count[kind]) = (0, 0);
    }

    /// <summary>Forgets all ticks.</summary>
    public void Clear()
    {
        Array.ForEach(_means, means => means.Clear());
        Array.Clear(_sum);
        Array.Clear(_count);
    }

    /// <summary>Seconds per tick: the first quartile of each kind, in its share of the ticks.</summary>
    /// <param name="overhead">Duration of looking at the clock, which each tick holds.</param>
    public double PerTick(long overhead)
    {
        double plain = Quartile(0, overhead), sum = plain;
        for (int kind = 1; kind < Kinds; kind++)
        {
            if (_means[kind].Count + _count[kind] > 0)
                sum += (Quartile(kind, overhead) - plain) / _period[kind];
        }

        return Math.Max(sum, 0) / Stopwatch.Frequency;
    }

    // An unfinished stretch counts where there is no other.
    private double Quartile(int kind, long overhead)
    {
        double[] sorted = [.. _means[kind].Order()];
        double mean = sorted.Length > 0
            ? sorted[sorted.Length / 4]
            : _count[kind] > 0 ? (double)_sum[kind] / _count[kind] : 0;
        return Math.Max(0, mean - overhead);
    }
}
