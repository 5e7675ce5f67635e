using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Batches;

/// <summary>Products that <see cref="Product{T}"/> describes.</summary>
internal static class ProductKernels
{
    /// <summary>Computes some rows of a product.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Multiply<T, TVector, TElements>(in Product<T> p, int first, int end)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
    {
        ref T start = ref MemoryMarshal.GetArrayDataReference(p.Start);
        ref T a = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(p.A), p.AStart);
        ref T x = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(p.X), p.XStart);
        ref T c = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(p.C), p.CStart);
        for (int i = first; i < end; i++)
        {
            for (int s = 0; s < p.Columns; s += TElements.Count)
            {
                TVector sum = TElements.Create(p.IsScaled ? T.Zero : Unsafe.Add(ref start, i * p.StartRow));
                sum = Sum<T, TVector, TElements>(
                    in p, ref Unsafe.Add(ref a, i * p.ARow), ref Unsafe.Add(ref x, s), sum);
                Store<T, TVector, TElements>(
                    in p, sum, ref Unsafe.Add(ref c, (i * p.CRow) + s), p.Columns - s);
            }
        }
    }

    private static TVector Sum<T, TVector, TElements>(in Product<T> p, ref T a, ref T x, TVector sum)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
    {
        for (int outer = 0; outer < p.Outer.Count; outer++)
        {
            for (int middle = 0; middle < p.Middle.Count; middle++)
            {
                nint atA = (outer * p.Outer.A) + (middle * p.Middle.A);
                nint atX = (outer * p.Outer.X) + (middle * p.Middle.X);
                for (int inner = 0; inner < p.Inner.Count; inner++)
                {
                    TVector left = TElements.Create(Unsafe.Add(ref a, atA));
                    sum = TElements.Fma(left, TElements.Load(ref Unsafe.Add(ref x, atX), 0), sum);
                    atA += p.Inner.A;
                    atX += p.Inner.X;
                }
            }
        }

        return sum;
    }

    private static void Store<T, TVector, TElements>(in Product<T> p, TVector sum, ref T c, int columns)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
    {
        if (columns < TElements.Count)
        {
            Span<T> lanes = stackalloc T[TElements.Lanes];
            TElements.Store(sum, ref lanes[0], 0);
            for (int s = 0; s < columns; s++)
            {
                ref T cell = ref Unsafe.Add(ref c, s);
                cell = p.IsScaled ? T.FusedMultiplyAdd(p.Scale, lanes[s], p.Keep * cell) : lanes[s];
            }

            return;
        }

        if (p.IsScaled)
        {
            TVector old = TElements.Multiply(TElements.Create(p.Keep), TElements.Load(ref c, 0));
            sum = TElements.Fma(TElements.Create(p.Scale), sum, old);
        }

        TElements.Store(sum, ref c, 0);
    }
}
