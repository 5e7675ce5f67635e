using System.Runtime.CompilerServices;

namespace PalActors.Areas.Toolkit.Numerics;

/// <content>Transfer functions.</content>
// These functions take e^x apart once more than Exp does, to keep what its last rounding would lose: an exponential off
// by one unit is off by two after a quotient that falls just below a power of two. The logistic, which every rate
// passes through in every tick, does without a correction of its quotient: that would cost a fifth of its time.
public static partial class PortableMath
{
    /// <summary>Computes 1 / (1 + e^-x), with an error below 2.3 ulp.</summary>
    /// <remarks>
    /// The error is above 1.5 ulp only about x = -36. Below x = -709, where the result would be subnormal, it is 0.
    /// </remarks>
    public static double Logistic(double x) => Logistic<double, ulong, Lanes1>(x);

    /// <summary>Computes the hyperbolic tangent, with an error below 1.42 ulp.</summary>
    public static double Tanh(double x) => Tanh<double, ulong, Lanes1>(x);

    /// <summary>Computes ln(1 + e^x), a smooth rectifier, with an error below 1.15 ulp.</summary>
    public static double SoftPlus(double x) => SoftPlus<double, ulong, Lanes1>(x);

    /// <summary>Computes 1 / (1 + e^-x) in every lane; 0 below x = -709.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Logistic<TVector, TBits, TLanes>(TVector x)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        // 1 / d with d = 1 + e^-x = (1 + 2^n) + 2^n (e^t - 1): no rounding of its own for e^-x. The offset sets the
        // sign bit above the exponent, so that -2^n and from it -d cost nothing.
        TVector one = TLanes.Create(1.0);
        TVector minusX = TLanes.AsDouble(TLanes.Xor(TLanes.AsBits(x), TLanes.CreateBits(SignBit)));
        TVector t = ReduceExp<TVector, TBits, TLanes>(minusX, 1023 + 2048, out TBits shifted);
        TVector p = ExpMinusOne<TVector, TBits, TLanes>(t);
        TVector minusScale = TLanes.AsDouble(TLanes.ShiftLeft(shifted, 52));
        TVector minusD = TLanes.Fma(p, minusScale, TLanes.Subtract(minusScale, one));
        TVector y = TLanes.Divide(TLanes.Create(-1.0), minusD);
        y = TLanes.Select(TLanes.Greater(x, TLanes.Create(709.0)), one, y);
        return TLanes.Select(TLanes.Greater(TLanes.Create(-709.0), x), TLanes.Create(0.0), y);
    }

    /// <summary>Computes the hyperbolic tangent in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Tanh<TVector, TBits, TLanes>(TVector x)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        // With m = e^(-2|x|) - 1 it is -m / (2 + m), up to the sign of x. m = (2^n - 1) + 2^n (e^t - 1) cancels
        // nowhere.
        TVector one = TLanes.Create(1.0);
        TVector half = TLanes.Create(0.5);
        TVector two = TLanes.Create(2.0);
        TVector y = TLanes.Multiply(TLanes.Abs(x), TLanes.Create(-2.0));
        TVector t = ReduceExp<TVector, TBits, TLanes>(y, 1023, out TBits shifted);
        TVector scale = TLanes.AsDouble(TLanes.ShiftLeft(shifted, 52));
        TVector t2 = TLanes.Multiply(t, t);
        TVector q = ExpTail<TVector, TBits, TLanes>(t);
        TVector p = TLanes.Fma(t2, q, t);
        TVector pLow = TLanes.Fma(t2, q, TLanes.Subtract(t, p));
        TVector c = TLanes.Subtract(scale, one);
        TVector m = TLanes.Fma(scale, p, c);
        TVector mLow = TLanes.Fma(scale, pLow, TLanes.Fma(scale, p, TLanes.Subtract(c, m)));
        TVector d = TLanes.Add(two, m);
        TVector dLow = TLanes.Add(TLanes.Add(TLanes.Subtract(two, d), m), mLow);
        // A Newton step with what both roundings lost; 1 / d is (1 - ratio) / 2.
        TVector minusRatio = TLanes.Divide(m, TLanes.Subtract(TLanes.Create(-2.0), m));
        TVector residual = TLanes.Fma(minusRatio, dLow, TLanes.Add(TLanes.Fma(minusRatio, d, m), mLow));
        TVector ratio = TLanes.Fma(
            residual, TLanes.Fma(minusRatio, half, half), TLanes.Subtract(TLanes.Create(0.0), minusRatio));
        // At 20 the result is within 2^-57 of one already, and far beyond it the reduction is meaningless.
        TVector modulus = TLanes.Select(TLanes.Greater(TLanes.Create(-40.0), y), one, TLanes.Abs(ratio));
        TBits sign = TLanes.And(TLanes.AsBits(x), TLanes.CreateBits(SignBit));
        return TLanes.AsDouble(TLanes.Or(TLanes.AsBits(modulus), sign));
    }

    /// <summary>Computes ln(1 + e^x) in every lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector SoftPlus<TVector, TBits, TLanes>(TVector x)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        // max(x, 0) + ln(1 + e^-|x|)
        TVector e = ExpOfNegative<TVector, TBits, TLanes>(Negative<TVector, TBits, TLanes>(x), out TVector low);
        TVector zero = TLanes.Create(0.0);
        TVector positive = TLanes.Select(TLanes.Greater(x, zero), x, zero);
        return TLanes.Add(positive, Log1p<TVector, TBits, TLanes>(e, low));
    }

    /// <summary>Computes -|x|.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Negative<TVector, TBits, TLanes>(TVector x)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits> =>
        TLanes.AsDouble(TLanes.Or(TLanes.AsBits(x), TLanes.CreateBits(SignBit)));
}
