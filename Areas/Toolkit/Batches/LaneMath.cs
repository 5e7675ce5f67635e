using System.Runtime.CompilerServices;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Batches;

/// <summary>Functions of vectors of doubles.</summary>
internal readonly struct DoubleMath<TVector, TBits, TLanes> : ILaneMath<TVector>
    where TVector : struct
    where TBits : struct
    where TLanes : struct, ILanes<TVector, TBits>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Subtract(TVector a, TVector b) => TLanes.Subtract(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector IfGreater(TVector a, TVector b, TVector yes, TVector no) =>
        TLanes.Select(TLanes.Greater(a, b), yes, no);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Tanh(TVector x) => PortableMath.Tanh<TVector, TBits, TLanes>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Logistic(TVector x) => PortableMath.Logistic<TVector, TBits, TLanes>(x);
}

/// <summary>Functions of vectors of floats.</summary>
internal readonly struct SingleMath<TVector, TBits, TLanes> : ILaneMath<TVector>
    where TVector : struct
    where TBits : struct
    where TLanes : struct, ISingleLanes<TVector, TBits>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Subtract(TVector a, TVector b) => TLanes.Subtract(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector IfGreater(TVector a, TVector b, TVector yes, TVector no) =>
        TLanes.Select(TLanes.Greater(a, b), yes, no);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Tanh(TVector x) => PortableSingles.Tanh<TVector, TBits, TLanes>(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Logistic(TVector x) => PortableSingles.Logistic<TVector, TBits, TLanes>(x);
}
