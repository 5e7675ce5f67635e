using System.Runtime.CompilerServices;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Populations;

/// <summary>Computes phi(x) = x.</summary>
internal readonly struct LinearFunction : IUnaryFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TVector, TBits, TLanes>(TVector x)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits> => x;
}

/// <summary>Computes phi(x) = max(x, 0).</summary>
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

/// <summary>Computes phi(x) = clip(x/6 + 1/2, 0, 1).</summary>
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
