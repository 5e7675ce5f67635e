using System.Runtime.CompilerServices;

namespace PalActors.Areas.Toolkit.Numerics;

/// <summary>Transfer functions of floats with the same bits on every processor.</summary>
/// <remarks>
/// They are to floats what <see cref="PortableMath"/> is to doubles: one fixed sequence of IEEE operations, without
/// branches on data. The coefficients interpolate (e^t - 1 - t) / t^2 at the Chebyshev nodes of |t| &lt;= ln(2)/2.
/// </remarks>
public static class PortableSingles
{
    private const uint SignBit = 0x8000_0000;

    /// <summary>Addend that rounds a float of modulus below 2^21 to an integer, which its low bits then hold.</summary>
    private const float RoundingShift = 12582912f;

    private const float Log2E = 1.44269504f;

    // ln 2 cut to 15 bits, so that its product with an exponent is exact, and the rest.
    private const float Ln2High = 0.693145752f;
    private const float Ln2Low = 1.42860677e-6f;

    /// <summary>Computes 1 / (1 + e^-x).</summary>
    /// <remarks>Below x = -87, where the result would soon be subnormal, it is 0.</remarks>
    public static float Logistic(float x) => Logistic<float, uint, Singles1>(x);

    /// <summary>Computes the hyperbolic tangent.</summary>
    public static float Tanh(float x) => Tanh<float, uint, Singles1>(x);

    /// <summary>Computes 1 / (1 + e^-x) in every lane; 0 below x = -87.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Logistic<TVector, TBits, TLanes>(TVector x)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ISingleLanes<TVector, TBits>
    {
        // 1 / d with d = 1 + e^-x = (1 + 2^n) + 2^n (e^t - 1): no rounding of its own for e^-x.
        TVector one = TLanes.Create(1f);
        TVector minusX = TLanes.AsSingle(TLanes.Xor(TLanes.AsBits(x), TLanes.CreateBits(SignBit)));
        TVector p = ExpMinusOne<TVector, TBits, TLanes>(minusX, out TVector scale);
        TVector y = TLanes.Divide(one, TLanes.Fma(p, scale, TLanes.Add(scale, one)));
        y = TLanes.Select(TLanes.Greater(x, TLanes.Create(87f)), one, y);
        return TLanes.Select(TLanes.Greater(TLanes.Create(-87f), x), TLanes.Create(0f), y);
    }

    /// <summary>Computes the hyperbolic tangent in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Tanh<TVector, TBits, TLanes>(TVector x)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ISingleLanes<TVector, TBits>
    {
        // With m = e^(-2|x|) - 1 it is m / (-2 - m), up to the sign of x. m = (2^n - 1) + 2^n (e^t - 1) cancels
        // nowhere.
        TVector one = TLanes.Create(1f);
        TVector y = TLanes.Multiply(TLanes.Abs(x), TLanes.Create(-2f));
        TVector p = ExpMinusOne<TVector, TBits, TLanes>(y, out TVector scale);
        TVector m = TLanes.Fma(scale, p, TLanes.Subtract(scale, one));
        TVector ratio = TLanes.Divide(m, TLanes.Subtract(TLanes.Create(-2f), m));
        // At 10 the result is within 2^-27 of one already, and far beyond it the reduction is meaningless.
        TVector modulus = TLanes.Select(TLanes.Greater(TLanes.Create(-20f), y), one, TLanes.Abs(ratio));
        TBits sign = TLanes.And(TLanes.AsBits(x), TLanes.CreateBits(SignBit));
        return TLanes.AsSingle(TLanes.Or(TLanes.AsBits(modulus), sign));
    }

    /// <summary>Computes e^t - 1 and 2^n for e^x = 2^n e^t, |t| &lt;= ln(2)/2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ExpMinusOne<TVector, TBits, TLanes>(TVector x, out TVector scale)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ISingleLanes<TVector, TBits>
    {
        TVector shift = TLanes.Create(RoundingShift + 127);
        TVector sum = TLanes.Fma(x, TLanes.Create(Log2E), shift);
        TVector n = TLanes.Subtract(sum, shift);
        scale = TLanes.AsSingle(TLanes.ShiftLeft(TLanes.AsBits(sum), 23));
        TVector t = TLanes.Fma(n, TLanes.Create(-Ln2Low), TLanes.Fma(n, TLanes.Create(-Ln2High), x));
        TVector t2 = TLanes.Multiply(t, t);
        TVector q01 = TLanes.Fma(TLanes.Create(0.16666667f), t, TLanes.Create(0.5f));
        TVector q23 = TLanes.Fma(TLanes.Create(0.00833331048f), t, TLanes.Create(0.0416664667f));
        TVector q45 = TLanes.Fma(TLanes.Create(0.00019890991f), t, TLanes.Create(0.00139336498f));
        TVector q = TLanes.Fma(TLanes.Fma(q45, t2, q23), t2, q01);
        return TLanes.Fma(t2, q, t);
    }
}
