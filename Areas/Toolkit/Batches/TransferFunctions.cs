using System.Numerics;
using System.Runtime.CompilerServices;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Batches;

/// <summary>Transfer function and its derivative, written once for both precisions and every vector width.</summary>
/// <remarks>Those with corners are written so that a NaN stays one.</remarks>
internal interface ITransferFunction
{
    /// <summary>Computes phi(x) and phi'(x) in every lane.</summary>
    static abstract void Apply<T, TVector, TElements, TMath>(TVector x, out TVector rate, out TVector slope)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
        where TMath : struct, ILaneMath<TVector>;
}

/// <summary>Transfer function x.</summary>
internal readonly struct LinearTransfer : ITransferFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apply<T, TVector, TElements, TMath>(TVector x, out TVector rate, out TVector slope)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
        where TMath : struct, ILaneMath<TVector>
    {
        rate = x;
        slope = TElements.Create(T.One);
    }
}

/// <summary>Transfer function tanh, with the derivative 1 - tanh^2.</summary>
internal readonly struct TanhTransfer : ITransferFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apply<T, TVector, TElements, TMath>(TVector x, out TVector rate, out TVector slope)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
        where TMath : struct, ILaneMath<TVector>
    {
        rate = TMath.Tanh(x);
        slope = TMath.Subtract(TElements.Create(T.One), TElements.Multiply(rate, rate));
    }
}

/// <summary>Transfer function s = 1 / (1 + e^-x), with the derivative s (1 - s).</summary>
internal readonly struct SigmoidTransfer : ITransferFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apply<T, TVector, TElements, TMath>(TVector x, out TVector rate, out TVector slope)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
        where TMath : struct, ILaneMath<TVector>
    {
        rate = TMath.Logistic(x);
        slope = TElements.Multiply(rate, TMath.Subtract(TElements.Create(T.One), rate));
    }
}

/// <summary>Transfer function max(x, 0), with the derivative 1 if x &gt; 0, else 0.</summary>
internal readonly struct ReluTransfer : ITransferFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apply<T, TVector, TElements, TMath>(TVector x, out TVector rate, out TVector slope)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
        where TMath : struct, ILaneMath<TVector>
    {
        TVector zero = TElements.Create(T.Zero);
        rate = TMath.IfGreater(zero, x, zero, x);
        slope = TMath.IfGreater(x, zero, TElements.Create(T.One), zero);
    }
}

/// <summary>Transfer function clip(x, 0, 1), with the derivative 1 if 0 &lt;= x &lt;= 1, else 0.</summary>
internal readonly struct ClipTransfer : ITransferFunction
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Apply<T, TVector, TElements, TMath>(TVector x, out TVector rate, out TVector slope)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
        where TMath : struct, ILaneMath<TVector>
    {
        TVector zero = TElements.Create(T.Zero), one = TElements.Create(T.One);
        rate = TMath.IfGreater(zero, x, zero, TMath.IfGreater(x, one, one, x));
        slope = TMath.IfGreater(zero, x, zero, TMath.IfGreater(x, one, zero, one));
    }
}
