using System.Runtime.CompilerServices;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Populations;

/// <summary>phi(x) = x.</summary>
internal readonly struct LinearFunction : IUnaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TVector, TBits, TLanes>(TVector x)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits> => x;
}

/// <summary>phi'(x) = 1.</summary>
internal readonly struct OneFunction : IUnaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TVector, TBits, TLanes>(TVector x)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits> => TLanes.Create(1);
}

/// <summary>phi(x) = max(x, 0).</summary>
internal readonly struct ReluFunction : IUnaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TVector, TBits, TLanes>(TVector x)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        TVector zero = TLanes.Create(0);
        return TLanes.Select(TLanes.Greater(x, zero), x, zero);
    }
}

/// <summary>phi'(x) = 1 if x &gt; 0, else 0.</summary>
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

/// <summary>phi'(x) = s (1 - s), s the logistic function.</summary>
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

/// <summary>phi'(x) = 1 - tanh(x)^2.</summary>
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

/// <summary>phi(x) = clip(x/6 + 1/2, 0, 1).</summary>
internal readonly struct HardSigmoidFunction : IUnaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TVector, TBits, TLanes>(TVector x)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        TVector line = TLanes.Add(TLanes.Divide(x, TLanes.Create(6)), TLanes.Create(0.5));
        return TLanes.Max(TLanes.Min(line, TLanes.Create(1)), TLanes.Create(0));
    }
}

/// <summary>1 where 0 &lt; x/6 + 1/2 &lt; 1, else 0: the derivative up to its factor 1/6, as in the reference.</summary>
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
