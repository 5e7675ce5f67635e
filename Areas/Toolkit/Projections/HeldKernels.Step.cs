using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Projections;

/// <content>Step of a tick without a change of the input.</content>
internal static partial class HeldKernels
{
    /// <summary>Computes y = a + gain b + norm F and then the update, if there is one.</summary>
    /// <remarks>The update is E = keep E + scale post and F += E.</remarks>
    public static void Step(
        double[] a, double[] b, double gain, double norm, double[] e, double[] f, double keep, double scale,
        double[] post, bool learn, double[] y, int size)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Step<Vector512<double>, Vector512<ulong>, Lanes512>(
                a, b, gain, norm, e, f, keep, scale, post, learn, y, size);
        }
        else
        {
            Step<Vector256<double>, Vector256<ulong>, Lanes256>(
                a, b, gain, norm, e, f, keep, scale, post, learn, y, size);
        }
    }

    [MethodImpl(Kernel.Compiled)]
    private static void Step<TVector, TBits, TLanes>(
        double[] a, double[] b, double gain, double norm, double[] e, double[] f, double keep, double scale,
        double[] post, bool learn, double[] y, int size)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        Padding.Check(size, a, b, e, f);
        Padding.Check(size, post, y, y, y);
        ref double aRef = ref MemoryMarshal.GetArrayDataReference(a);
        ref double bRef = ref MemoryMarshal.GetArrayDataReference(b);
        ref double eRef = ref MemoryMarshal.GetArrayDataReference(e);
        ref double fRef = ref MemoryMarshal.GetArrayDataReference(f);
        ref double yRef = ref MemoryMarshal.GetArrayDataReference(y);
        ref double postRef = ref MemoryMarshal.GetArrayDataReference(post);
        TVector g = TLanes.Create(gain), rr = TLanes.Create(norm), q = TLanes.Create(keep), s = TLanes.Create(scale);
        for (nuint i = 0; i < (nuint)size; i += (nuint)TLanes.Count)
        {
            TVector accumulated = TLanes.Load(ref fRef, i);
            TVector drift = TLanes.Fma(g, TLanes.Load(ref bRef, i), TLanes.Load(ref aRef, i));
            TLanes.Store(TLanes.Fma(rr, accumulated, drift), ref yRef, i);
            if (!learn)
                continue;
            TVector low = TLanes.Fma(q, TLanes.Load(ref eRef, i), TLanes.Multiply(s, TLanes.Load(ref postRef, i)));
            TLanes.Store(low, ref eRef, i);
            TLanes.Store(TLanes.Add(accumulated, low), ref fRef, i);
        }
    }
}
