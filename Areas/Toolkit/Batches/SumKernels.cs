using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Batches;

/// <summary>Sums over slots, and of arrays.</summary>
internal static class SumKernels
{
    /// <summary>Computes b[i] += scale times the sum over the positions and slots of row i.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void AddRowSums<T, TVector, TElements>(
        T[] b, int rows, T[] e, int positions, int slots, T scale)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
    {
        int stride = BatchLayout.Stride<T>(slots);
        TVector one = TElements.Create(T.One);
        Span<T> lanes = stackalloc T[TElements.Lanes];
        for (int i = 0; i < rows; i++)
        {
            ref T row = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(e), i * positions * stride);
            for (int lane = 0; lane < TElements.Lanes; lane += TElements.Count)
            {
                TVector sum = TElements.Create(T.Zero);
                for (int position = 0; position < positions; position++)
                {
                    for (int s = lane; s < slots; s += TElements.Lanes)
                    {
                        TVector mask = s + TElements.Count > slots
                            ? Mask<T, TVector, TElements>(slots - s)
                            : one;
                        sum = TElements.Fma(TElements.Load(ref row, (nuint)((position * stride) + s)), mask, sum);
                    }
                }

                TElements.Store(sum, ref lanes[lane], 0);
            }

            b[i] = T.FusedMultiplyAdd(scale, Tree(lanes), b[i]);
        }
    }

    /// <summary>Computes y += scale x.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void AddScaled<T, TVector, TElements>(Span<T> y, T scale, ReadOnlySpan<T> x)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
    {
        ref T source = ref MemoryMarshal.GetReference(x);
        ref T target = ref MemoryMarshal.GetReference(y);
        TVector factor = TElements.Create(scale);
        int i = 0;
        for (; i <= x.Length - TElements.Count; i += TElements.Count)
        {
            TElements.Store(
                TElements.Fma(
                    factor, TElements.Load(ref source, (nuint)i), TElements.Load(ref target, (nuint)i)),
                ref target, (nuint)i);
        }

        for (; i < x.Length; i++)
            y[i] = T.FusedMultiplyAdd(scale, x[i], y[i]);
    }

    /// <summary>Computes the sum of the logical lanes: halves are added until one is left.</summary>
    public static T Tree<T>(Span<T> lanes)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int half = lanes.Length / 2; half > 0; half /= 2)
        {
            for (int i = 0; i < half; i++)
                lanes[i] += lanes[i + half];
        }

        return lanes[0];
    }

    /// <summary>Creates a vector of 1 in the first lanes and 0 in the others.</summary>
    public static TVector Mask<T, TVector, TElements>(int ones)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
    {
        Span<T> lanes = stackalloc T[TElements.Lanes];
        lanes.Clear();
        if (ones > 0)
            lanes[..Math.Min(ones, lanes.Length)].Fill(T.One);
        return TElements.Load(ref lanes[0], 0);
    }
}
