using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Projections;

/// <content>Loop over the columns of two panels.</content>
internal static partial class ProjectionKernels
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TwoPanels<T, TVector, TElements, TUpdate, TWhole>(
        ref T m, ref T d, nuint next, int columns, ref T x, UpdateFactors<T> factors, ref T y, int row, bool add)
        where T : unmanaged
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
        where TUpdate : struct, IUpdate<T, TVector>
        where TWhole : struct, IChoice
    {
        ref T pre = ref MemoryMarshal.GetArrayDataReference(factors.Pre);
        ref T columnDecay = ref MemoryMarshal.GetArrayDataReference(factors.ColumnDecay);
        TVector factor = TElements.Create(TUpdate.Factor(factors)), scale = TElements.Create(factors.PostScale);
        nuint half = (nuint)TElements.Count, panel = (nuint)TElements.Lanes;
        bool halves = TElements.Count < TElements.Lanes;
        Post<T, TVector, TElements, TUpdate>(factors, scale, factor, row, out TVector postA, out TVector rowA);
        Post<T, TVector, TElements, TUpdate>(
            factors, scale, factor, row + (int)panel, out TVector postC, out TVector rowC);
        TVector postB = postA, postD = postC, rowB = rowA, rowD = rowC;
        if (halves)
            Post<T, TVector, TElements, TUpdate>(factors, scale, factor, row + (int)half, out postB, out rowB);
        if (halves && TWhole.IsTrue)
        {
            Post<T, TVector, TElements, TUpdate>(
                factors, scale, factor, row + (int)(panel + half), out postD, out rowD);
        }

        TVector a0 = TElements.Create(default), a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0;
        // Advance all addresses together, so that every access is a register and a constant.
        ref T mSecond = ref Unsafe.Add(ref m, next), dSecond = ref Unsafe.Add(ref d, next);
        for (int pairs = columns >> 1; pairs > 0; pairs--)
        {
            Column<T, TVector, TElements, TUpdate, TWhole>(
                ref m, ref d, ref mSecond, ref dSecond, 0, ref x, ref pre, ref columnDecay, 0, factor, postA, postB,
                postC, postD, rowA, rowB, rowC, rowD, ref a0, ref b0, ref c0, ref d0);
            Column<T, TVector, TElements, TUpdate, TWhole>(
                ref m, ref d, ref mSecond, ref dSecond, panel, ref x, ref pre, ref columnDecay, 1, factor, postA,
                postB, postC, postD, rowA, rowB, rowC, rowD, ref a1, ref b1, ref c1, ref d1);
            m = ref Unsafe.Add(ref m, 2 * panel);
            mSecond = ref Unsafe.Add(ref mSecond, 2 * panel);
            d = ref Unsafe.Add(ref d, 2 * panel);
            dSecond = ref Unsafe.Add(ref dSecond, 2 * panel);
            x = ref Unsafe.Add(ref x, 2);
            pre = ref Unsafe.Add(ref pre, 2);
            columnDecay = ref Unsafe.Add(ref columnDecay, 2);
        }

        if ((columns & 1) != 0)
        {
            Column<T, TVector, TElements, TUpdate, TWhole>(
                ref m, ref d, ref mSecond, ref dSecond, 0, ref x, ref pre, ref columnDecay, 0, factor, postA, postB,
                postC, postD, rowA, rowB, rowC, rowD, ref a0, ref b0, ref c0, ref d0);
        }

        Store<T, TVector, TElements>(a0, a1, ref y, (nuint)row, add);
        Store<T, TVector, TElements>(c0, c1, ref y, (nuint)row + panel, add);
        if (halves)
            Store<T, TVector, TElements>(b0, b1, ref y, (nuint)row + half, add);
        if (halves && TWhole.IsTrue)
            Store<T, TVector, TElements>(d0, d1, ref y, (nuint)row + panel + half, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Column<T, TVector, TElements, TUpdate, TWhole>(
        ref T m, ref T d, ref T mSecond, ref T dSecond, nuint at, ref T x, ref T pre, ref T columnDecay, nuint column,
        TVector factor, TVector postA, TVector postB, TVector postC, TVector postD, TVector rowA, TVector rowB,
        TVector rowC, TVector rowD, ref TVector sumA, ref TVector sumB, ref TVector sumC, ref TVector sumD)
        where T : unmanaged
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
        where TUpdate : struct, IUpdate<T, TVector>
        where TWhole : struct, IChoice
    {
        nuint half = (nuint)TElements.Count;
        bool halves = TElements.Count < TElements.Lanes;
        TVector rate = Value<T, TVector, TElements>(ref x, column);
        TVector source = Value<T, TVector, TElements>(ref pre, column);
        TVector decay = Decay<T, TVector, TElements, TUpdate>(ref columnDecay, column, factor);
        Cell<T, TVector, TElements, TUpdate>(ref m, ref d, at, rate, source, decay, postA, rowA, ref sumA);
        if (halves)
            Cell<T, TVector, TElements, TUpdate>(ref m, ref d, at + half, rate, source, decay, postB, rowB, ref sumB);
        Cell<T, TVector, TElements, TUpdate>(ref mSecond, ref dSecond, at, rate, source, decay, postC, rowC, ref sumC);
        if (halves && TWhole.IsTrue)
        {
            Cell<T, TVector, TElements, TUpdate>(
                ref mSecond, ref dSecond, at + half, rate, source, decay, postD, rowD, ref sumD);
        }
    }
}
