using System.Runtime.CompilerServices;

namespace PalActors.Areas.Toolkit.Projections;

/// <summary>Powers of the low-pass after updates of nothing.</summary>
/// <remarks>
/// After m of them a low-passed update D is q^m D, and W has gained g_m D, g_m = q + q^2 + ... + q^m. Both come by
/// doubling, g_2m = g_m (1 + q^m), which cancels nowhere and, unlike a library's power, has the same bits everywhere.
/// </remarks>
/// <param name="keep">q = 1 - dt/tau_LO.</param>
internal sealed class LowPassPowers(double keep)
{
    private long _last = -1;
    private (double Keep, double Gain) _value;

    /// <summary>Factor q.</summary>
    public double Base => keep;

    /// <summary>Computes q^m and g_m.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (double Keep, double Gain) Of(long m)
    {
        // Most columns were last touched in the same tick.
        if (m != _last)
            Compute(m);
        return _value;
    }

    private void Compute(long m)
    {
        double power = 1, gain = 0;
        for (int bit = 63 - System.Numerics.BitOperations.LeadingZeroCount((ulong)m); bit >= 0; bit--)
        {
            gain *= 1 + power;
            power *= power;
            if (((m >> bit) & 1) == 0)
                continue;
            gain = keep * (1 + gain);
            power *= keep;
        }

        (_last, _value) = (m, (power, gain));
    }
}
