using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PalActors.Areas.Model.Numerics;

namespace PalActors.Areas.Model.Projections;

/// <summary>An <see cref="UpdateForm"/> as code on one vector of rows; the compiler inlines it into the pass.</summary>
internal interface IUpdate<TVector>
    where TVector : struct
{
    void Begin(WeightUpdate update, int row);

    void Apply(TVector weight, TVector post, double pre, double columnDecay, ref double m, ref double d, nuint at);
}

/// <summary><see cref="UpdateForm.None"/>.</summary>
internal struct NoUpdate<TVector, TBits, TLanes> : IUpdate<TVector>
    where TVector : struct
    where TBits : struct
    where TLanes : struct, ILanes<TVector, TBits>
{
    public readonly void Begin(WeightUpdate update, int row)
    {
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Apply(TVector weight, TVector post, double pre, double columnDecay, ref double m, ref double d, nuint at)
    {
    }
}

/// <summary><see cref="UpdateForm.Hebbian"/>.</summary>
internal struct HebbianUpdate<TVector, TBits, TLanes> : IUpdate<TVector>
    where TVector : struct
    where TBits : struct
    where TLanes : struct, ILanes<TVector, TBits>
{
    public readonly void Begin(WeightUpdate update, int row)
    {
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Apply(TVector weight, TVector post, double pre, double columnDecay, ref double m, ref double d, nuint at) =>
        TLanes.Store(TLanes.Fma(post, TLanes.Create(pre), weight), ref m, at);
}

/// <summary><see cref="UpdateForm.LowPassed"/>.</summary>
internal struct LowPassedUpdate<TVector, TBits, TLanes> : IUpdate<TVector>
    where TVector : struct
    where TBits : struct
    where TLanes : struct, ILanes<TVector, TBits>
{
    private TVector _keep;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Begin(WeightUpdate update, int row) => _keep = TLanes.Create(update.Keep);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Apply(TVector weight, TVector post, double pre, double columnDecay, ref double m, ref double d, nuint at)
    {
        TVector low = TLanes.Fma(post, TLanes.Create(pre), TLanes.Multiply(_keep, TLanes.Load(ref d, at)));
        TLanes.Store(low, ref d, at);
        TLanes.Store(TLanes.Add(weight, low), ref m, at);
    }
}

/// <summary><see cref="UpdateForm.Decaying"/>: M - decay M is one rounding, so a small decay is not lost in 1 - decay.</summary>
internal struct DecayingUpdate<TVector, TBits, TLanes> : IUpdate<TVector>
    where TVector : struct
    where TBits : struct
    where TLanes : struct, ILanes<TVector, TBits>
{
    private TVector _decay;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Begin(WeightUpdate update, int row) => _decay = TLanes.Create(-update.Decay);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Apply(TVector weight, TVector post, double pre, double columnDecay, ref double m, ref double d, nuint at) =>
        TLanes.Store(TLanes.Fma(post, TLanes.Create(pre), TLanes.Fma(_decay, weight, weight)), ref m, at);
}

/// <summary><see cref="UpdateForm.WeightedDecay"/>.</summary>
internal struct WeightedDecayUpdate<TVector, TBits, TLanes> : IUpdate<TVector>
    where TVector : struct
    where TBits : struct
    where TLanes : struct, ILanes<TVector, TBits>
{
    private TVector _rowDecay;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Begin(WeightUpdate update, int row) => _rowDecay = TLanes.Multiply(
        TLanes.Create(-update.Decay), TLanes.Load(ref MemoryMarshal.GetArrayDataReference(update.RowDecay), (nuint)row));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Apply(TVector weight, TVector post, double pre, double columnDecay, ref double m, ref double d, nuint at)
    {
        TVector decay = TLanes.Multiply(_rowDecay, TLanes.Create(columnDecay));
        TLanes.Store(TLanes.Fma(post, TLanes.Create(pre), TLanes.Fma(decay, weight, weight)), ref m, at);
    }
}
