using System.Runtime.CompilerServices;

namespace PalActors.Areas.Toolkit.Numerics;

/// <content>Natural logarithm of 1 + x.</content>
public static partial class PortableMath
{
    /// <summary>Computes ln(1 + x) for 0 &lt;= x &lt;= 1 only, with an error below 0.81 ulp.</summary>
    public static double Log1p(double x) => Log1p<double, ulong, Lanes1>(x);

    /// <summary>Computes ln(1 + x) in every lane, for 0 &lt;= x &lt;= 1 only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Log1p<TVector, TBits, TLanes>(TVector x)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits> =>
        Log1p<TVector, TBits, TLanes>(x, TLanes.Create(0.0));

    /// <summary>Computes ln(1 + x + <paramref name="low"/>) for 0 &lt;= x &lt;= 1.</summary>
    /// <remarks>|low| is not above the last place of x.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Log1p<TVector, TBits, TLanes>(TVector x, TVector low)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        // Above sqrt(2) - 1 take 1 + x = 2 (1 + f), with what the rounding of f loses.
        TVector half = TLanes.Create(0.5);
        TVector zero = TLanes.Create(0.0);
        TBits large = TLanes.Greater(x, TLanes.Create(0.41421356237309503));
        TVector halved = TLanes.Fma(x, half, TLanes.Create(-0.5));
        TVector halvedLow = TLanes.Fma(low, half, TLanes.Fma(x, half, TLanes.Subtract(TLanes.Create(-0.5), halved)));
        TVector f = TLanes.Select(large, halved, x);
        TVector fLow = TLanes.Select(large, halvedLow, low);

        TVector tail = LogTail<TVector, TBits, TLanes>(
            f, TLanes.Select(large, TLanes.Create(Ln2Low), zero), out TVector s);
        // ln(1 + f + fLow) - ln(1 + f) is fLow / (1 + f), and 1 / (1 + f) nearly 1 - 2 s + 2 s^2.
        TVector slope = TLanes.Fma(TLanes.Add(s, s), TLanes.Subtract(s, TLanes.Create(1.0)), TLanes.Create(1.0));
        TVector k = TLanes.Select(large, TLanes.Create(Ln2High), zero);
        TVector sum = TLanes.Add(k, f);
        TVector lost = TLanes.Add(TLanes.Subtract(k, sum), f);
        return TLanes.Add(sum, TLanes.Add(TLanes.Fma(fLow, slope, tail), lost));
    }
}
