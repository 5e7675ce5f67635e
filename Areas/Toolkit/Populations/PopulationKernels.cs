using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Populations;

/// <summary>Element-wise steps over the first <c>size</c> cells of padded arrays.</summary>
/// <remarks>Each is written once, generic in the vector; lanes never mix.</remarks>
internal static partial class PopulationKernels
{
    /// <summary>Computes u += dt (g1 x1 + g2 (x2 + gate x3) - g u) (FORMAT section 4, point 4).</summary>
    public static void Membrane(
        double[] u, double dt, double g1, double[] x1, double g2, double[] x2, double gate, double[] x3, double g,
        int size)
    {
        if (Vector512.IsHardwareAccelerated)
            Membrane<Vector512<double>, Vector512<ulong>, Lanes512>(u, dt, g1, x1, g2, x2, gate, x3, g, size);
        else
            Membrane<Vector256<double>, Vector256<ulong>, Lanes256>(u, dt, g1, x1, g2, x2, gate, x3, g, size);
    }

    /// <summary>Computes result = a x + b y.</summary>
    public static void Combine(double a, double[] x, double b, ReadOnlySpan<double> y, double[] result, int size)
    {
        if (Vector512.IsHardwareAccelerated)
            Combine<Vector512<double>, Vector512<ulong>, Lanes512>(a, x, b, y, result, size);
        else
            Combine<Vector256<double>, Vector256<ulong>, Lanes256>(a, x, b, y, result, size);
    }

    [MethodImpl(Kernel.Compiled)]
    private static void Membrane<TVector, TBits, TLanes>(
        double[] u, double dt, double g1, double[] x1, double g2, double[] x2, double gate, double[] x3, double g,
        int size)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        Padding.Check(size, u, x1, x2, x3);
        ref double uRef = ref MemoryMarshal.GetArrayDataReference(u);
        ref double x1Ref = ref MemoryMarshal.GetArrayDataReference(x1);
        ref double x2Ref = ref MemoryMarshal.GetArrayDataReference(x2);
        ref double x3Ref = ref MemoryMarshal.GetArrayDataReference(x3);
        TVector step = TLanes.Create(dt), first = TLanes.Create(g1), second = TLanes.Create(g2),
            third = TLanes.Create(gate), total = TLanes.Create(-g);
        for (nuint i = 0; i < (nuint)size; i += (nuint)TLanes.Count)
        {
            TVector now = TLanes.Load(ref uRef, i);
            TVector driven = TLanes.Fma(third, TLanes.Load(ref x3Ref, i), TLanes.Load(ref x2Ref, i));
            TVector current = TLanes.Fma(second, driven, TLanes.Multiply(first, TLanes.Load(ref x1Ref, i)));
            TLanes.Store(TLanes.Fma(step, TLanes.Fma(total, now, current), now), ref uRef, i);
        }
    }

    [MethodImpl(Kernel.Compiled)]
    private static void Combine<TVector, TBits, TLanes>(
        double a, double[] x, double b, ReadOnlySpan<double> y, double[] result, int size)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        Padding.Check(size, x, x, result, result);
        if (y.Length < Padding.RoundUp(size))
        {
            throw new ArgumentException(
                $"{size} cells take at least {Padding.RoundUp(size)} values, not {y.Length}.", nameof(y));
        }

        ref double xRef = ref MemoryMarshal.GetArrayDataReference(x);
        ref double yRef = ref MemoryMarshal.GetReference(y);
        ref double resultRef = ref MemoryMarshal.GetArrayDataReference(result);
        TVector first = TLanes.Create(a), second = TLanes.Create(b);
        for (nuint i = 0; i < (nuint)size; i += (nuint)TLanes.Count)
        {
            TLanes.Store(
                TLanes.Fma(second, TLanes.Load(ref yRef, i), TLanes.Multiply(first, TLanes.Load(ref xRef, i))),
                ref resultRef, i);
        }
    }
}
