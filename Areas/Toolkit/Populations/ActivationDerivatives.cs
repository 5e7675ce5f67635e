using System.Runtime.CompilerServices;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Populations;

/// <summary>Computes phi'(x) = 1.</summary>
internal readonly struct OneFunction : IUnaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TVector, TBits, TLanes>(TVector x)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits> => TLanes.Create(1);
}

/// <summary>Computes phi'(x) = 1 if x &gt; 0, else 0.</summary>
internal readonly struct StepFunction : IUnaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TVector, TBits, TLanes>(TVector x)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        TVector zero = TLanes.Create(0);
        return TLanes.Select(TLanes.Greater(x, zero), TLanes.Create(1), zero);
    }
}

/// <summary>Computes phi'(x) = s (1 - s), s the logistic function.</summary>
internal readonly struct LogisticDerivative : IUnaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TVector, TBits, TLanes>(TVector x)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        TVector s = PortableMath.Logistic<TVector, TBits, TLanes>(x);
        return TLanes.Multiply(s, TLanes.Subtract(TLanes.Create(1), s));
    }
}

/// <summary>Computes phi'(x) = 1 - tanh(x)^2.</summary>
internal readonly struct TanhDerivative : IUnaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TVector, TBits, TLanes>(TVector x)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        TVector t = PortableMath.Tanh<TVector, TBits, TLanes>(x);
        return TLanes.Subtract(TLanes.Create(1), TLanes.Multiply(t, t));
    }
}

/// <summary>Computes 1 where 0 &lt; x/6 + 1/2 &lt; 1, else 0.</summary>
/// <remarks>It is the derivative up to its factor 1/6, as in the reference.</remarks>
internal readonly struct HardSigmoidDerivative : IUnaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TVector, TBits, TLanes>(TVector x)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        TVector zero = TLanes.Create(0), one = TLanes.Create(1);
        TVector line = TLanes.Add(TLanes.Divide(x, TLanes.Create(6)), TLanes.Create(0.5));
        TVector above = TLanes.Select(TLanes.Greater(line, zero), one, zero);
        return TLanes.Select(TLanes.Greater(one, line), above, zero);
    }
}
