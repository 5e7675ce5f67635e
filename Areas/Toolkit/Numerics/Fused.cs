using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace PalActors.Areas.Toolkit.Numerics;

/// <summary>Fused multiply-add a b + c, with one rounding, of every kernel.</summary>
/// <remarks>
/// It is the processor's instruction, FMA3 of x64 or that of Arm64, or else <see cref="SoftwareFma"/>: never the C
/// library's function, which .NET calls for want of an instruction and which is another on each system. This class
/// alone chooses. It does so anew each time: with a property for the condition the compiler learns too late that it is
/// constant, and kernels get a copy of every sum. A NaN is of unspecified sign and payload.
/// </remarks>
internal static class Fused
{
    /// <summary>Computes a b + c of doubles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double MultiplyAdd(double a, double b, double c) =>
        Fma.IsSupported || AdvSimd.Arm64.IsSupported
            ? Math.FusedMultiplyAdd(a, b, c)
            : SoftwareFma.MultiplyAdd(a, b, c);

    /// <summary>Computes a b + c of floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MultiplyAdd(float a, float b, float c) =>
        Fma.IsSupported || AdvSimd.Arm64.IsSupported
            ? MathF.FusedMultiplyAdd(a, b, c)
            : SoftwareFma.MultiplyAdd(a, b, c);

    /// <summary>Computes a b + c of doubles or floats.</summary>
    /// <typeparam name="T">double or float.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T MultiplyAdd<T>(T a, T b, T c)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        Fma.IsSupported || AdvSimd.Arm64.IsSupported
            ? T.FusedMultiplyAdd(a, b, c)
            : SoftwareFma.Each<T, T>(a, b, c);

    /// <summary>Computes a b + c of doubles, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> MultiplyAdd(Vector256<double> a, Vector256<double> b, Vector256<double> c) =>
        Fma.IsSupported || AdvSimd.Arm64.IsSupported
            ? Vector256.FusedMultiplyAdd(a, b, c)
            : SoftwareFma.Each<double, Vector256<double>>(a, b, c);

    /// <summary>Computes a b + c of floats, lane by lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> MultiplyAdd(Vector256<float> a, Vector256<float> b, Vector256<float> c) =>
        Fma.IsSupported || AdvSimd.Arm64.IsSupported
            ? Vector256.FusedMultiplyAdd(a, b, c)
            : SoftwareFma.Each<float, Vector256<float>>(a, b, c);
}
