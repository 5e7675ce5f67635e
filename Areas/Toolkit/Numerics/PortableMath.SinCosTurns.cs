using System.Runtime.CompilerServices;

namespace PalActors.Areas.Toolkit.Numerics;

/// <content>Sine and cosine of an angle in turns.</content>
// In turns the reduction is exact: u = q/4 + r with |r| <= 1/8 is one fused multiply-add without rounding.
public static partial class PortableMath
{
    private const double TwoPi = 6.283185307179586;
    private const double TwoPiLow = 2.4492935982947064e-16;

    /// <summary>Computes sin(2 pi u) and cos(2 pi u) for |u| &lt;= 2^48.</summary>
    /// <remarks>The error is below 1.17 ulp; the sign of a zero is unspecified.</remarks>
    public static (double Sin, double Cos) SinCosTurns(double u)
    {
        SinCosTurns<double, ulong, Lanes1>(u, out double sin, out double cos);
        return (sin, cos);
    }

    /// <summary>Computes sin(2 pi u) and cos(2 pi u) in every lane, for |u| &lt;= 2^48.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SinCosTurns<TVector, TBits, TLanes>(TVector u, out TVector sin, out TVector cos)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        TVector shift = TLanes.Create(RoundingShift);
        TVector shifted = TLanes.Fma(u, TLanes.Create(4.0), shift);
        TVector r = TLanes.Fma(TLanes.Subtract(shifted, shift), TLanes.Create(-0.25), u);
        TVector z = TLanes.Multiply(r, r);
        TVector z2 = TLanes.Multiply(z, z);
        TVector s = SinPolynomial<TVector, TBits, TLanes>(r, z, z2);
        TVector c = CosPolynomial<TVector, TBits, TLanes>(z, z2);

        // Quarter 0: (s, c), 1: (c, -s), 2: (-s, -c), 3: (-c, s). Bit 0 of q swaps, bit 1 and bit 1 of q + 1 are the
        // signs.
        TBits q = TLanes.AsBits(shifted);
        TBits signBit = TLanes.CreateBits(SignBit);
        TBits swap = TLanes.SubtractBits(TLanes.CreateBits(0), TLanes.And(q, TLanes.CreateBits(1)));
        TBits sinSign = TLanes.And(TLanes.ShiftLeft(q, 62), signBit);
        TBits cosSign = TLanes.And(TLanes.ShiftLeft(TLanes.AddBits(q, TLanes.CreateBits(1)), 62), signBit);
        sin = TLanes.AsDouble(TLanes.Xor(TLanes.AsBits(TLanes.Select(swap, c, s)), sinSign));
        cos = TLanes.AsDouble(TLanes.Xor(TLanes.AsBits(TLanes.Select(swap, s, c)), cosSign));
    }

    /// <summary>Computes sin(2 pi r) with z = r^2, z2 = r^4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector SinPolynomial<TVector, TBits, TLanes>(TVector r, TVector z, TVector z2)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        TVector p01 = TLanes.Fma(TLanes.Create(81.60524927599363), z, TLanes.Create(-41.341702240399705));
        TVector p23 = TLanes.Fma(TLanes.Create(42.058686300607135), z, TLanes.Create(-76.70585971547598));
        TVector p45 = TLanes.Fma(TLanes.Create(3.782268659686951), z, TLanes.Create(-15.093872917670572));
        TVector p = TLanes.Fma(TLanes.Fma(p45, z2, p23), z2, p01);
        TVector tail = TLanes.Multiply(r, TLanes.Fma(p, z, TLanes.Create(TwoPiLow)));
        return TLanes.Fma(r, TLanes.Create(TwoPi), tail);
    }

    /// <summary>Computes cos(2 pi r) with z = r^2, z2 = r^4.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector CosPolynomial<TVector, TBits, TLanes>(TVector z, TVector z2)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        TVector p01 = TLanes.Fma(TLanes.Create(64.9393940226681), z, TLanes.Create(-19.739208802178716));
        TVector p23 = TLanes.Fma(TLanes.Create(60.24464133745196), z, TLanes.Create(-85.45681720657339));
        TVector p45 = TLanes.Fma(TLanes.Create(7.9031253750751285), z, TLanes.Create(-26.426251667811417));
        TVector p46 = TLanes.Fma(TLanes.Create(-1.6974417607823302), z2, p45);
        TVector p = TLanes.Fma(TLanes.Fma(p46, z2, p23), z2, p01);
        return TLanes.Fma(p, z, TLanes.Create(1.0));
    }
}
