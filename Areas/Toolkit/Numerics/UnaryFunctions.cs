using System.Runtime.CompilerServices;

namespace PalActors.Areas.Toolkit.Numerics;

/// <summary>Function <see cref="PortableMath.Exp(double)"/> as a type argument.</summary>
public readonly struct ExpFunction : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TVector, TBits, TLanes>(TVector x)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits> => PortableMath.Exp<TVector, TBits, TLanes>(x);
}

/// <summary>Function <see cref="PortableMath.Log(double)"/> as a type argument.</summary>
public readonly struct LogFunction : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TVector, TBits, TLanes>(TVector x)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits> => PortableMath.Log<TVector, TBits, TLanes>(x);
}

/// <summary>Function <see cref="PortableMath.Log1p(double)"/> as a type argument.</summary>
public readonly struct Log1pFunction : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TVector, TBits, TLanes>(TVector x)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits> => PortableMath.Log1p<TVector, TBits, TLanes>(x);
}

/// <summary>Function <see cref="PortableMath.Logistic(double)"/> as a type argument.</summary>
public readonly struct LogisticFunction : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TVector, TBits, TLanes>(TVector x)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits> => PortableMath.Logistic<TVector, TBits, TLanes>(x);
}

/// <summary>Function <see cref="PortableMath.Tanh(double)"/> as a type argument.</summary>
public readonly struct TanhFunction : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TVector, TBits, TLanes>(TVector x)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits> => PortableMath.Tanh<TVector, TBits, TLanes>(x);
}

/// <summary>Function <see cref="PortableMath.SoftPlus(double)"/> as a type argument.</summary>
public readonly struct SoftPlusFunction : IUnaryFunction
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Apply<TVector, TBits, TLanes>(TVector x)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits> => PortableMath.SoftPlus<TVector, TBits, TLanes>(x);
}
