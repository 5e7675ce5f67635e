using System.Runtime.CompilerServices;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Projections;

/// <summary>Code of an <see cref="UpdateForm"/> on one vector of rows and one column.</summary>
/// <remarks>The compiler inlines it into the pass.</remarks>
internal interface IUpdate<T, TVector>
    where T : unmanaged
    where TVector : struct
{
    /// <summary>Gets the factor that the form needs besides post and pre.</summary>
    /// <remarks>It is keep for a low-pass, minus the decay for a decay.</remarks>
    static abstract T Factor(UpdateFactors<T> factors);

    /// <summary>Checks whether the factor is weighted per row and column.</summary>
    static abstract bool Weighted { get; }

    /// <summary>Updates the weights at <paramref name="at"/>.</summary>
    static abstract void Apply(TVector weight, TVector post, TVector pre, TVector factor, ref T m, ref T d, nuint at);
}

/// <summary>Update of form <see cref="UpdateForm.None"/>.</summary>
internal readonly struct NoUpdate<T, TVector, TElements> : IUpdate<T, TVector>
    where T : unmanaged
    where TVector : struct
    where TElements : struct, IElements<T, TVector>
{
    public static T Factor(UpdateFactors<T> factors) => default;

    public static bool Weighted => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apply(TVector weight, TVector post, TVector pre, TVector factor, ref T m, ref T d, nuint at)
    {
    }
}

/// <summary>Update of form <see cref="UpdateForm.Hebbian"/>.</summary>
internal readonly struct HebbianUpdate<T, TVector, TElements> : IUpdate<T, TVector>
    where T : unmanaged
    where TVector : struct
    where TElements : struct, IElements<T, TVector>
{
    public static T Factor(UpdateFactors<T> factors) => default;

    public static bool Weighted => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apply(TVector weight, TVector post, TVector pre, TVector factor, ref T m, ref T d, nuint at) =>
        TElements.Store(TElements.Fma(post, pre, weight), ref m, at);
}

/// <summary>Update of form <see cref="UpdateForm.LowPassed"/>.</summary>
internal readonly struct LowPassedUpdate<T, TVector, TElements> : IUpdate<T, TVector>
    where T : unmanaged
    where TVector : struct
    where TElements : struct, IElements<T, TVector>
{
    public static T Factor(UpdateFactors<T> factors) => factors.Keep;

    public static bool Weighted => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apply(TVector weight, TVector post, TVector pre, TVector factor, ref T m, ref T d, nuint at)
    {
        TVector low = TElements.Fma(post, pre, TElements.Multiply(factor, TElements.Load(ref d, at)));
        TElements.Store(low, ref d, at);
        TElements.Store(TElements.Add(weight, low), ref m, at);
    }
}

/// <summary>
/// Update of form <see cref="UpdateForm.Decaying"/> and, weighted, <see cref="UpdateForm.WeightedDecay"/>.
/// </summary>
/// <remarks>M - decay M is one rounding, so that a small decay is not lost in 1 - decay.</remarks>
internal readonly struct DecayingUpdate<T, TVector, TElements> : IUpdate<T, TVector>
    where T : unmanaged
    where TVector : struct
    where TElements : struct, IElements<T, TVector>
{
    public static T Factor(UpdateFactors<T> factors) => factors.MinusDecay;

    public static bool Weighted => false;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apply(TVector weight, TVector post, TVector pre, TVector factor, ref T m, ref T d, nuint at) =>
        TElements.Store(TElements.Fma(post, pre, TElements.Fma(factor, weight, weight)), ref m, at);
}

/// <summary>Update of form <see cref="UpdateForm.WeightedDecay"/>.</summary>
internal readonly struct WeightedDecayUpdate<T, TVector, TElements> : IUpdate<T, TVector>
    where T : unmanaged
    where TVector : struct
    where TElements : struct, IElements<T, TVector>
{
    public static T Factor(UpdateFactors<T> factors) => factors.MinusDecay;

    public static bool Weighted => true;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apply(TVector weight, TVector post, TVector pre, TVector factor, ref T m, ref T d, nuint at) =>
        DecayingUpdate<T, TVector, TElements>.Apply(weight, post, pre, factor, ref m, ref d, at);
}
