using System.Runtime.CompilerServices;

namespace PalActors.Areas.Toolkit.Numerics;

/// <content>Natural logarithm.</content>
// ln x = k ln 2 + ln(1 + f) with 1 + f in [sqrt(1/2), sqrt(2)). With s = f / (2 + f) the logarithm is 2 atanh(s), and
// as 2 s = f - s f = f - f^2/2 + s f^2/2, it is f - (f^2/2 - s (f^2/2 + s^2 P(s^2))): the large term f is exact.
public static partial class PortableMath
{
    private const ulong SqrtHalfBits = 0x3FE6_A09E_667F_3BCD;
    private const ulong OneBits = 0x3FF0_0000_0000_0000;
    private const ulong MantissaMask = 0x000F_FFFF_FFFF_FFFF;

    /// <summary>Bits of 2^52, which or-ed with an integer below 2^52 make 2^52 + that integer.</summary>
    private const ulong IntegerBits = 0x4330_0000_0000_0000;

    /// <summary>Difference between the double 2^52 + (k + 1023) and k.</summary>
    internal const double ExponentOffset = 4503599627370496.0 + 1023;

    /// <summary>Computes the natural logarithm, with an error below 0.82 ulp.</summary>
    /// <remarks>It is -infinity at 0, NaN below.</remarks>
    public static double Log(double x) => Log<double, ulong, Lanes1>(x);

    /// <summary>Computes the natural logarithm in every lane: -infinity at 0, NaN below.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Log<TVector, TBits, TLanes>(TVector x)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        TVector zero = TLanes.Create(0.0);
        TBits subnormal = TLanes.Greater(TLanes.Create(2.2250738585072014e-308), x);
        TVector scaled = TLanes.Select(subnormal, TLanes.Multiply(x, TLanes.Create(18014398509481984.0)), x);
        TVector y = LogOfNormal<TVector, TBits, TLanes>(
            scaled, TLanes.Select(subnormal, TLanes.Create(ExponentOffset + 54), TLanes.Create(ExponentOffset)));
        y = TLanes.Select(TLanes.Greater(x, TLanes.Create(double.MaxValue)), x, y);
        // 0 - infinity is the logarithm of zero, and keeps a NaN.
        TVector other = TLanes.Select(
            TLanes.Greater(zero, x), TLanes.Create(double.NaN),
            TLanes.Subtract(x, TLanes.Create(double.PositiveInfinity)));
        return TLanes.Select(TLanes.Greater(x, zero), y, other);
    }

    /// <summary>
    /// Computes ln x for positive normal x, with <paramref name="offset"/> = <see cref="ExponentOffset"/>.
    /// </summary>
    /// <remarks>Any excess of the offset over that counts as further powers of two to divide x by.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector LogOfNormal<TVector, TBits, TLanes>(TVector x, TVector offset)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        // Counted from sqrt(1/2), the exponent field is k + 1023, and the mantissa field is x / 2^k less sqrt(1/2).
        TBits bits = TLanes.AddBits(TLanes.AsBits(x), TLanes.CreateBits(OneBits - SqrtHalfBits));
        TVector exponent = TLanes.AsDouble(TLanes.Or(TLanes.ShiftRight(bits, 52), TLanes.CreateBits(IntegerBits)));
        TVector k = TLanes.Subtract(exponent, offset);
        TBits fraction = TLanes.AddBits(
            TLanes.And(bits, TLanes.CreateBits(MantissaMask)), TLanes.CreateBits(SqrtHalfBits));
        TVector f = TLanes.Subtract(TLanes.AsDouble(fraction), TLanes.Create(1.0));

        TVector tail = LogTail<TVector, TBits, TLanes>(f, TLanes.Multiply(k, TLanes.Create(Ln2Low)), out _);
        TVector ln2High = TLanes.Create(Ln2High);
        TVector sum = TLanes.Fma(k, ln2High, f);
        TVector lost = TLanes.Add(TLanes.Subtract(TLanes.Multiply(k, ln2High), sum), f);
        return TLanes.Add(sum, TLanes.Add(tail, lost));
    }

    /// <summary>Computes ln(1 + f) - f + <paramref name="addend"/> and s = f / (2 + f).</summary>
    /// <remarks>1 + f is in [sqrt(1/2), sqrt(2)].</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector LogTail<TVector, TBits, TLanes>(TVector f, TVector addend, out TVector s)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        s = TLanes.Divide(f, TLanes.Add(f, TLanes.Create(2.0)));
        TVector z = TLanes.Multiply(s, s);
        TVector z2 = TLanes.Multiply(z, z);
        TVector p01 = TLanes.Fma(TLanes.Create(0.39999999999611885), z, TLanes.Create(0.6666666666666698));
        TVector p23 = TLanes.Fma(TLanes.Create(0.22222202139523992), z, TLanes.Create(0.28571428703866825));
        TVector p45 = TLanes.Fma(TLanes.Create(0.15318097015063326), z, TLanes.Create(0.18183394158583316));
        TVector p46 = TLanes.Fma(TLanes.Create(0.14757975786549038), z2, p45);
        TVector p = TLanes.Fma(TLanes.Fma(p46, z2, p23), z2, p01);
        TVector halfSquare = TLanes.Multiply(TLanes.Multiply(f, TLanes.Create(0.5)), f);
        TVector inner = TLanes.Fma(s, TLanes.Fma(z, p, halfSquare), addend);
        return TLanes.Subtract(inner, halfSquare);
    }
}
