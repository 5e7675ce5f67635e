using System.Globalization;

namespace PalActors.NetLab;

/// <summary>Histogram of delivery times after the intended ones, in steps of 10 us up to 20 ms.</summary>
internal sealed class Lateness
{
    private const int StepNanoseconds = 10_000;
    private readonly long[] _counts = new long[2001];
    private long _worst;

    /// <summary>Counts a frame.</summary>
    /// <param name="nanoseconds">Time after the intended one, ns.</param>
    public void Add(long nanoseconds)
    {
        _counts[Math.Min(nanoseconds / StepNanoseconds, _counts.Length - 1)]++;
        _worst = Math.Max(_worst, nanoseconds);
    }

    /// <summary>Gets the value that a share of all frames did not exceed, ms.</summary>
    /// <param name="share">Between 0 and 1.</param>
    public double Quantile(double share)
    {
        long wanted = (long)Math.Ceiling(share * _counts.Sum()), seen = 0;
        for (int step = 0; step < _counts.Length; step++)
        {
            seen += _counts[step];
            if (seen >= wanted)
                return Math.Min((step + 1) * StepNanoseconds, _worst) / 1e6;
        }

        return _worst / 1e6;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"late by {Quantile(0.5):F2} ms (median), {Quantile(0.99):F2} ms (99 %), {_worst / 1e6:F2} ms (worst)");
}
