using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace PalActors.Areas.Toolkit.Numerics;

/// <summary>Fused multiply-add a b + c, with one rounding, of every kernel.</summary>
/// <remarks>
/// It is the processor's instruction, FMA3 of x64 or that of Arm64, or else <see cref="SoftwareFma"/>: never the C
/// library's function, which .NET calls for want of an instruction and which is another on each system. The choice is
/// made here alone and known to the compiler. A NaN is of unspecified sign and payload.
/// </remarks>
internal static class Fused
{
    /// <summary>True if the processor has the instruction and the runtime may use it.</summary>
    public static bool IsInstruction
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Fma.IsSupported || AdvSimd.Arm64.IsSupported;
    }

    /// <summary>Computes a b + c of doubles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MultiplyAdd(double a, double b, double c) =>
        IsInstruction ? Math.FusedMultiplyAdd(a, b, c) : SoftwareFma.MultiplyAdd(a, b, c);

    /// <summary>Computes a b + c of floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MultiplyAdd(float a, float b, float c) =>
        IsInstruction ? MathF.FusedMultiplyAdd(a, b, c) : SoftwareFma.MultiplyAdd(a, b, c);

    /// <summary>Computes a b + c of doubles or floats.</summary>
    /// <typeparam name="T">double or float.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MultiplyAdd<T>(T a, T b, T c)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        IsInstruction ? T.FusedMultiplyAdd(a, b, c) : SoftwareFma.Each<T, T>(a, b, c);

    /// <summary>Computes a b + c of doubles, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> MultiplyAdd(Vector256<double> a, Vector256<double> b, Vector256<double> c) =>
        IsInstruction ? Vector256.FusedMultiplyAdd(a, b, c) : SoftwareFma.Each<double, Vector256<double>>(a, b, c);

    /// <summary>Computes a b + c of floats, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MultiplyAdd(Vector256<float> a, Vector256<float> b, Vector256<float> c) =>
        IsInstruction ? Vector256.FusedMultiplyAdd(a, b, c) : SoftwareFma.Each<float, Vector256<float>>(a, b, c);

    /// <summary>Computes a b + c of doubles, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<double> MultiplyAdd(Vector512<double> a, Vector512<double> b, Vector512<double> c) =>
        IsInstruction ? Vector512.FusedMultiplyAdd(a, b, c) : SoftwareFma.Each<double, Vector512<double>>(a, b, c);

    /// <summary>Computes a b + c of floats, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> MultiplyAdd(Vector512<float> a, Vector512<float> b, Vector512<float> c) =>
        IsInstruction ? Vector512.FusedMultiplyAdd(a, b, c) : SoftwareFma.Each<float, Vector512<float>>(a, b, c);
}
