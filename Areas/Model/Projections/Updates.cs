using System.Runtime.CompilerServices;
using PalActors.Areas.Model.Numerics;

namespace PalActors.Areas.Model.Projections;

/// <summary>An <see cref="UpdateForm"/> as code on one vector of rows and one column; the compiler inlines it into the pass.</summary>
internal interface IUpdate<TVector>
    where TVector : struct
{
    /// <summary>The factor that the form needs besides post and pre: keep for a low-pass, minus the decay for a decay.</summary>
    static abstract double Factor(WeightUpdate update);

    /// <summary>Whether the factor is weighted per row and column.</summary>
    static abstract bool Weighted { get; }

    /// <summary>Updates the weights at <paramref name="at"/>.</summary>
    static abstract void Apply(TVector weight, TVector post, TVector pre, TVector factor, ref double m, ref double d, nuint at);
}

/// <summary><see cref="UpdateForm.None"/>.</summary>
internal readonly struct NoUpdate<TVector, TBits, TLanes> : IUpdate<TVector>
    where TVector : struct
    where TBits : struct
    where TLanes : struct, ILanes<TVector, TBits>
{
    public static bool Weighted => false;

    public static double Factor(WeightUpdate update) => 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apply(TVector weight, TVector post, TVector pre, TVector factor, ref double m, ref double d, nuint at)
    {
    }
}

/// <summary><see cref="UpdateForm.Hebbian"/>.</summary>
internal readonly struct HebbianUpdate<TVector, TBits, TLanes> : IUpdate<TVector>
    where TVector : struct
    where TBits : struct
    where TLanes : struct, ILanes<TVector, TBits>
{
    public static bool Weighted => false;

    public static double Factor(WeightUpdate update) => 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apply(TVector weight, TVector post, TVector pre, TVector factor, ref double m, ref double d, nuint at) =>
        TLanes.Store(TLanes.Fma(post, pre, weight), ref m, at);
}

/// <summary><see cref="UpdateForm.LowPassed"/>.</summary>
internal readonly struct LowPassedUpdate<TVector, TBits, TLanes> : IUpdate<TVector>
    where TVector : struct
    where TBits : struct
    where TLanes : struct, ILanes<TVector, TBits>
{
    public static bool Weighted => false;

    public static double Factor(WeightUpdate update) => update.Keep;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apply(TVector weight, TVector post, TVector pre, TVector factor, ref double m, ref double d, nuint at)
    {
        TVector low = TLanes.Fma(post, pre, TLanes.Multiply(factor, TLanes.Load(ref d, at)));
        TLanes.Store(low, ref d, at);
        TLanes.Store(TLanes.Add(weight, low), ref m, at);
    }
}

/// <summary>
/// <see cref="UpdateForm.Decaying"/> and, weighted, <see cref="UpdateForm.WeightedDecay"/>: M - decay M is one rounding, so that a small decay is
/// not lost in 1 - decay.
/// </summary>
internal readonly struct DecayingUpdate<TVector, TBits, TLanes> : IUpdate<TVector>
    where TVector : struct
    where TBits : struct
    where TLanes : struct, ILanes<TVector, TBits>
{
    public static bool Weighted => false;

    public static double Factor(WeightUpdate update) => -update.Decay;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apply(TVector weight, TVector post, TVector pre, TVector factor, ref double m, ref double d, nuint at) =>
        TLanes.Store(TLanes.Fma(post, pre, TLanes.Fma(factor, weight, weight)), ref m, at);
}

/// <summary><see cref="UpdateForm.WeightedDecay"/>.</summary>
internal readonly struct WeightedDecayUpdate<TVector, TBits, TLanes> : IUpdate<TVector>
    where TVector : struct
    where TBits : struct
    where TLanes : struct, ILanes<TVector, TBits>
{
    public static bool Weighted => true;

    public static double Factor(WeightUpdate update) => -update.Decay;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apply(TVector weight, TVector post, TVector pre, TVector factor, ref double m, ref double d, nuint at) =>
        DecayingUpdate<TVector, TBits, TLanes>.Apply(weight, post, pre, factor, ref m, ref d, at);
}
