using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Populations;

/// <content>Loops over the cells, each written once, generic in the vector.</content>
internal sealed partial class Activation<TPhi, TDerivative>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Map<TFunction, TVector, TBits, TLanes>(double[] x, double[] y, int size)
        where TFunction : struct, IUnaryFunction
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        Padding.Check(size, x, y, x, y);
        ref double xRef = ref MemoryMarshal.GetArrayDataReference(x);
        ref double yRef = ref MemoryMarshal.GetArrayDataReference(y);
        for (nuint i = 0; i < (nuint)size; i += (nuint)TLanes.Count)
            TLanes.Store(TFunction.Apply<TVector, TBits, TLanes>(TLanes.Load(ref xRef, i)), ref yRef, i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void LookAhead<TVector, TBits, TLanes, TPredicts>(
        double[] u, double[] uPrevious, double gain, double[] ub, double[] r, double[] rPrevious, double[] hp,
        double rate, double[] v, double dendriteGain, double[] error, int size)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
        where TPredicts : struct, IChoice
    {
        Padding.Check(size, u, uPrevious, ub, r);
        Padding.Check(size, v, error, rPrevious, hp);
        ref double uRef = ref MemoryMarshal.GetArrayDataReference(u);
        ref double previousRef = ref MemoryMarshal.GetArrayDataReference(uPrevious);
        ref double ubRef = ref MemoryMarshal.GetArrayDataReference(ub);
        ref double rRef = ref MemoryMarshal.GetArrayDataReference(r);
        ref double rPreviousRef = ref MemoryMarshal.GetArrayDataReference(rPrevious);
        ref double hpRef = ref MemoryMarshal.GetArrayDataReference(hp);
        ref double vRef = ref MemoryMarshal.GetArrayDataReference(v);
        ref double errorRef = ref MemoryMarshal.GetArrayDataReference(error);
        TVector factor = TLanes.Create(gain), decay = TLanes.Create(-rate), c = TLanes.Create(dendriteGain);
        for (nuint i = 0; i < (nuint)size; i += (nuint)TLanes.Count)
        {
            TVector now = TLanes.Load(ref uRef, i);
            TVector before = TLanes.Load(ref previousRef, i);
            TVector ahead = TLanes.Fma(factor, TLanes.Subtract(now, before), before);
            TLanes.Store(now, ref previousRef, i);
            TLanes.Store(ahead, ref ubRef, i);
            TVector fresh = TPhi.Apply<TVector, TBits, TLanes>(ahead);
            TLanes.Store(fresh, ref rRef, i);
            TVector state = TLanes.Load(ref hpRef, i);
            TVector change = TLanes.Subtract(fresh, TLanes.Load(ref rPreviousRef, i));
            TLanes.Store(TLanes.Add(state, TLanes.Fma(decay, state, change)), ref hpRef, i);
        }

        if (!TPredicts.IsTrue)
            return;
        // Keep this loop apart: both functions in one do not fit into the registers, and the processor overlaps the
        // loops anyway.
        for (nuint i = 0; i < (nuint)size; i += (nuint)TLanes.Count)
        {
            TVector predicted = TPhi.Apply<TVector, TBits, TLanes>(TLanes.Multiply(c, TLanes.Load(ref vRef, i)));
            TLanes.Store(TLanes.Subtract(TLanes.Load(ref rRef, i), predicted), ref errorRef, i);
        }
    }
}
