using System.Runtime.CompilerServices;

namespace PalActors.Areas.Toolkit.Numerics;

/// <content>Exponential function.</content>
// e^x = 2^n e^t with n = round(x / ln 2), |t| <= ln(2)/2. A power of two may lie outside the normal exponents though
// the result is representable, so 2^n is applied as two factors of half the exponent.
public static partial class PortableMath
{
    private const double Log2E = 1.4426950408889634;

    /// <summary>Computes e^x, with an error below 1.02 ulp.</summary>
    /// <remarks>It is infinity above 709.78 and zero below -745.13.</remarks>
    public static double Exp(double x) => Exp<double, ulong, Lanes1>(x);

    /// <summary>Computes e^x in every lane.</summary>
    /// <remarks>It is infinity above 709.78 and zero below -745.13.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Exp<TVector, TBits, TLanes>(TVector x)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        TVector t = ReduceExp<TVector, TBits, TLanes>(x, 2046, out TBits shifted);
        TVector p = ExpMinusOne<TVector, TBits, TLanes>(t);
        PowersOfTwo<TVector, TBits, TLanes>(shifted, out TVector scale, out TVector rest);
        TVector y = TLanes.Multiply(TLanes.Fma(p, scale, scale), rest);
        // Far outside the range the reduction is meaningless. A NaN takes neither branch and stays a NaN.
        y = TLanes.Select(TLanes.Greater(x, TLanes.Create(710.0)), TLanes.Create(double.PositiveInfinity), y);
        return TLanes.Select(TLanes.Greater(TLanes.Create(-746.0), x), TLanes.Create(0.0), y);
    }

    /// <summary>Computes e^x as an unevaluated sum for x &lt;= 0.</summary>
    /// <remarks>
    /// The result is the rounded value; <paramref name="low"/> is what its last rounding lost (meaningful where the
    /// value is normal).
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ExpOfNegative<TVector, TBits, TLanes>(TVector x, out TVector low)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        TVector t = ReduceExp<TVector, TBits, TLanes>(x, 2046, out TBits shifted);
        TVector p = ExpMinusOne<TVector, TBits, TLanes>(t);
        PowersOfTwo<TVector, TBits, TLanes>(shifted, out TVector scale, out TVector rest);
        TVector sum = TLanes.Fma(p, scale, scale);
        TVector lost = TLanes.Fma(p, scale, TLanes.Subtract(scale, sum));
        TBits vanished = TLanes.Greater(TLanes.Create(-746.0), x);
        low = TLanes.Select(vanished, TLanes.Create(0.0), TLanes.Multiply(lost, rest));
        return TLanes.Select(vanished, TLanes.Create(0.0), TLanes.Multiply(sum, rest));
    }

    /// <summary>Computes t = x - n ln 2.</summary>
    /// <remarks>n + <paramref name="offset"/> stands in the low 12 bits of <paramref name="shifted"/>.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ReduceExp<TVector, TBits, TLanes>(TVector x, int offset, out TBits shifted)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        TVector shift = TLanes.Create(RoundingShift + offset);
        TVector sum = TLanes.Fma(x, TLanes.Create(Log2E), shift);
        TVector n = TLanes.Subtract(sum, shift);
        shifted = TLanes.AsBits(sum);
        return TLanes.Fma(n, TLanes.Create(-Ln2Low), TLanes.Fma(n, TLanes.Create(-Ln2High), x));
    }

    /// <summary>Computes 2^floor(n/2) and 2^(n - floor(n/2)) from n + 2046 in the low 12 bits.</summary>
    /// <remarks>Each half is a biased exponent.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PowersOfTwo<TVector, TBits, TLanes>(TBits shifted, out TVector first, out TVector second)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        TBits half = TLanes.ShiftRight(shifted, 1);
        first = TLanes.AsDouble(TLanes.ShiftLeft(half, 52));
        second = TLanes.AsDouble(TLanes.ShiftLeft(TLanes.SubtractBits(shifted, half), 52));
    }

    /// <summary>Computes e^t - 1 = t + t^2 q(t) for |t| &lt;= ln(2)/2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ExpMinusOne<TVector, TBits, TLanes>(TVector t)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits> =>
        TLanes.Fma(TLanes.Multiply(t, t), ExpTail<TVector, TBits, TLanes>(t), t);

    /// <summary>Computes q(t) = (e^t - 1 - t) / t^2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ExpTail<TVector, TBits, TLanes>(TVector t)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        TVector t2 = TLanes.Multiply(t, t);
        TVector t4 = TLanes.Multiply(t2, t2);
        TVector q01 = TLanes.Fma(TLanes.Create(0.16666666666666685), t, TLanes.Create(0.5000000000000003));
        TVector q23 = TLanes.Fma(TLanes.Create(0.008333333333315226), t, TLanes.Create(0.041666666666586576));
        TVector q45 = TLanes.Fma(TLanes.Create(0.00019841269902204887), t, TLanes.Create(0.001388888892987969));
        TVector q67 = TLanes.Fma(TLanes.Create(2.7557228375589455e-06), t, TLanes.Create(2.4801506385722205e-05));
        TVector q89 = TLanes.Fma(TLanes.Create(2.511440712669188e-08), t, TLanes.Create(2.7625801408727855e-07));
        TVector q03 = TLanes.Fma(q23, t2, q01);
        TVector q47 = TLanes.Fma(q67, t2, q45);
        return TLanes.Fma(TLanes.Fma(q89, t4, q47), t4, q03);
    }
}
