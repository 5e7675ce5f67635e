using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using PalActors.Areas.Model.Numerics;

namespace PalActors.Areas.Model.Populations;

/// <summary>
/// The element-wise steps over a population, on padded arrays. Each is written once, generic in the vector; lanes never mix.
/// </summary>
internal static class PopulationKernels
{
    /// <summary>ub = u_prev + gain (u - u_prev); then u_prev = u. FORMAT section 4, point 1.</summary>
    public static void LookAhead(double[] u, double[] uPrevious, double gain, double[] ub)
    {
        if (Vector512.IsHardwareAccelerated)
            LookAhead<Vector512<double>, Vector512<ulong>, Lanes512>(u, uPrevious, gain, ub);
        else
            LookAhead<Vector256<double>, Vector256<ulong>, Lanes256>(u, uPrevious, gain, ub);
    }

    /// <summary>u += dt (g1 x1 + g2 x2 - g u). FORMAT section 4, point 4.</summary>
    public static void Membrane(double[] u, double dt, double g1, double[] x1, double g2, ReadOnlySpan<double> x2, double g)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(x2.Length, u.Length);
        if (Vector512.IsHardwareAccelerated)
            Membrane<Vector512<double>, Vector512<ulong>, Lanes512>(u, dt, g1, x1, g2, x2, g);
        else
            Membrane<Vector256<double>, Vector256<ulong>, Lanes256>(u, dt, g1, x1, g2, x2, g);
    }

    /// <summary>hp += (r - rPrevious) - rate hp. FORMAT section 4, point 9.</summary>
    public static void HighPass(double[] hp, double[] r, double[] rPrevious, double rate)
    {
        if (Vector512.IsHardwareAccelerated)
            HighPass<Vector512<double>, Vector512<ulong>, Lanes512>(hp, r, rPrevious, rate);
        else
            HighPass<Vector256<double>, Vector256<ulong>, Lanes256>(hp, r, rPrevious, rate);
    }

    /// <summary>f += rate (x - f).</summary>
    public static void LowPass(double[] f, double[] x, double rate)
    {
        if (Vector512.IsHardwareAccelerated)
            LowPass<Vector512<double>, Vector512<ulong>, Lanes512>(f, x, rate);
        else
            LowPass<Vector256<double>, Vector256<ulong>, Lanes256>(f, x, rate);
    }

    /// <summary>result = a x.</summary>
    public static void Scale(double a, double[] x, double[] result)
    {
        if (Vector512.IsHardwareAccelerated)
            Combine<Vector512<double>, Vector512<ulong>, Lanes512>(a, x, 0, x, result);
        else
            Combine<Vector256<double>, Vector256<ulong>, Lanes256>(a, x, 0, x, result);
    }

    /// <summary>result = a x + b y.</summary>
    public static void Combine(double a, double[] x, double b, double[] y, double[] result)
    {
        if (Vector512.IsHardwareAccelerated)
            Combine<Vector512<double>, Vector512<ulong>, Lanes512>(a, x, b, y, result);
        else
            Combine<Vector256<double>, Vector256<ulong>, Lanes256>(a, x, b, y, result);
    }

    private static void LookAhead<TVector, TBits, TLanes>(double[] u, double[] uPrevious, double gain, double[] ub)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        ref double uRef = ref MemoryMarshal.GetArrayDataReference(u);
        ref double previousRef = ref MemoryMarshal.GetArrayDataReference(uPrevious);
        ref double ubRef = ref MemoryMarshal.GetArrayDataReference(ub);
        TVector factor = TLanes.Create(gain);
        for (nuint i = 0; i < (nuint)u.Length; i += (nuint)TLanes.Count)
        {
            TVector now = TLanes.Load(ref uRef, i);
            TVector before = TLanes.Load(ref previousRef, i);
            TLanes.Store(TLanes.Fma(factor, TLanes.Subtract(now, before), before), ref ubRef, i);
            TLanes.Store(now, ref previousRef, i);
        }
    }

    private static void Membrane<TVector, TBits, TLanes>(double[] u, double dt, double g1, double[] x1, double g2, ReadOnlySpan<double> x2, double g)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        ref double uRef = ref MemoryMarshal.GetArrayDataReference(u);
        ref double x1Ref = ref MemoryMarshal.GetArrayDataReference(x1);
        ref double x2Ref = ref MemoryMarshal.GetReference(x2);
        TVector step = TLanes.Create(dt), first = TLanes.Create(g1), second = TLanes.Create(g2), total = TLanes.Create(-g);
        for (nuint i = 0; i < (nuint)u.Length; i += (nuint)TLanes.Count)
        {
            TVector now = TLanes.Load(ref uRef, i);
            TVector current = TLanes.Fma(second, TLanes.Load(ref x2Ref, i), TLanes.Multiply(first, TLanes.Load(ref x1Ref, i)));
            TLanes.Store(TLanes.Fma(step, TLanes.Fma(total, now, current), now), ref uRef, i);
        }
    }

    private static void HighPass<TVector, TBits, TLanes>(double[] hp, double[] r, double[] rPrevious, double rate)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        ref double hpRef = ref MemoryMarshal.GetArrayDataReference(hp);
        ref double rRef = ref MemoryMarshal.GetArrayDataReference(r);
        ref double previousRef = ref MemoryMarshal.GetArrayDataReference(rPrevious);
        TVector decay = TLanes.Create(-rate);
        for (nuint i = 0; i < (nuint)hp.Length; i += (nuint)TLanes.Count)
        {
            TVector state = TLanes.Load(ref hpRef, i);
            TVector change = TLanes.Subtract(TLanes.Load(ref rRef, i), TLanes.Load(ref previousRef, i));
            TLanes.Store(TLanes.Add(state, TLanes.Fma(decay, state, change)), ref hpRef, i);
        }
    }

    private static void LowPass<TVector, TBits, TLanes>(double[] f, double[] x, double rate)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        ref double fRef = ref MemoryMarshal.GetArrayDataReference(f);
        ref double xRef = ref MemoryMarshal.GetArrayDataReference(x);
        TVector factor = TLanes.Create(rate);
        for (nuint i = 0; i < (nuint)f.Length; i += (nuint)TLanes.Count)
        {
            TVector state = TLanes.Load(ref fRef, i);
            TLanes.Store(TLanes.Fma(factor, TLanes.Subtract(TLanes.Load(ref xRef, i), state), state), ref fRef, i);
        }
    }

    private static void Combine<TVector, TBits, TLanes>(double a, double[] x, double b, double[] y, double[] result)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        ref double xRef = ref MemoryMarshal.GetArrayDataReference(x);
        ref double yRef = ref MemoryMarshal.GetArrayDataReference(y);
        ref double resultRef = ref MemoryMarshal.GetArrayDataReference(result);
        TVector first = TLanes.Create(a), second = TLanes.Create(b);
        for (nuint i = 0; i < (nuint)result.Length; i += (nuint)TLanes.Count)
            TLanes.Store(TLanes.Fma(second, TLanes.Load(ref yRef, i), TLanes.Multiply(first, TLanes.Load(ref xRef, i))), ref resultRef, i);
    }
}
