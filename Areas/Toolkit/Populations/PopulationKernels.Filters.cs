using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Populations;

/// <content>High-pass and low-pass filters.</content>
internal static partial class PopulationKernels
{
    /// <summary>Computes hp += (r - rPrevious) - rate hp (FORMAT section 4, point 9).</summary>
    public static void HighPass(double[] hp, double[] r, double[] rPrevious, double rate, int size)
    {
        if (Vector512.IsHardwareAccelerated)
            HighPass<Vector512<double>, Vector512<ulong>, Lanes512>(hp, r, rPrevious, rate, size);
        else
            HighPass<Vector256<double>, Vector256<ulong>, Lanes256>(hp, r, rPrevious, rate, size);
    }

    /// <summary>Computes f += rate (x - f).</summary>
    public static void LowPass(double[] f, double[] x, double rate, int size)
    {
        if (Vector512.IsHardwareAccelerated)
            LowPass<Vector512<double>, Vector512<ulong>, Lanes512>(f, x, rate, size);
        else
            LowPass<Vector256<double>, Vector256<ulong>, Lanes256>(f, x, rate, size);
    }

    [MethodImpl(Kernel.Compiled)]
    private static void HighPass<TVector, TBits, TLanes>(
        double[] hp, double[] r, double[] rPrevious, double rate, int size)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        Padding.Check(size, hp, r, rPrevious, hp);
        ref double hpRef = ref MemoryMarshal.GetArrayDataReference(hp);
        ref double rRef = ref MemoryMarshal.GetArrayDataReference(r);
        ref double previousRef = ref MemoryMarshal.GetArrayDataReference(rPrevious);
        TVector decay = TLanes.Create(-rate);
        for (nuint i = 0; i < (nuint)size; i += (nuint)TLanes.Count)
        {
            TVector state = TLanes.Load(ref hpRef, i);
            TVector change = TLanes.Subtract(TLanes.Load(ref rRef, i), TLanes.Load(ref previousRef, i));
            TLanes.Store(TLanes.Add(state, TLanes.Fma(decay, state, change)), ref hpRef, i);
        }
    }

    [MethodImpl(Kernel.Compiled)]
    private static void LowPass<TVector, TBits, TLanes>(double[] f, double[] x, double rate, int size)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        Padding.Check(size, f, x, f, x);
        ref double fRef = ref MemoryMarshal.GetArrayDataReference(f);
        ref double xRef = ref MemoryMarshal.GetArrayDataReference(x);
        TVector factor = TLanes.Create(rate);
        for (nuint i = 0; i < (nuint)size; i += (nuint)TLanes.Count)
        {
            TVector state = TLanes.Load(ref fRef, i);
            TLanes.Store(TLanes.Fma(factor, TLanes.Subtract(TLanes.Load(ref xRef, i), state), state), ref fRef, i);
        }
    }
}
