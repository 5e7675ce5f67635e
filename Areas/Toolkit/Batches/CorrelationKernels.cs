using System.Numerics;
using System.Runtime.CompilerServices;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Batches;

/// <summary>Gradients that <see cref="Correlation{T}"/> describes.</summary>
/// <remarks>
/// Slot s is added up in logical lane s mod <see cref="BatchLayout.Lanes"/>, in the order of positions, then slots;
/// lanes are then added in halves.
/// </remarks>
internal static class CorrelationKernels
{
    /// <summary>Computes the gradient for some filters.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Correlate<T, TVector, TElements>(in Correlation<T> p, int first, int end)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
    {
        ConvShape shape = p.Shape;
        int kernel = shape.Kernel, stride = BatchLayout.Stride<T>(p.Slots);
        Span<T> lanes = stackalloc T[TElements.Lanes];
        for (int f = first; f < end; f++)
        {
            ref T e = ref p.E[f * shape.Positions * stride];
            for (int k = 0; k < shape.FilterWeights; k++)
            {
                int c = k / (kernel * kernel), i = k / kernel % kernel, j = k % kernel;
                ref T r = ref p.R[((((c * shape.Side) + i) * shape.Side) + j) * stride];
                for (int lane = 0; lane < TElements.Lanes; lane += TElements.Count)
                    TElements.Store(Sum<T, TVector, TElements>(in p, ref e, ref r, lane, stride), ref lanes[lane], 0);
                ref T w = ref p.W[(f * shape.FilterWeights) + k];
                w = T.FusedMultiplyAdd(p.Scale, SumKernels.Tree(lanes), p.Keep * w);
            }
        }
    }

    private static TVector Sum<T, TVector, TElements>(in Correlation<T> p, ref T e, ref T r, int lane, int stride)
        where T : unmanaged, IFloatingPointIeee754<T>
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
    {
        TVector sum = TElements.Create(T.Zero);
        for (int y = 0; y < p.Shape.OutputSide; y++)
        {
            for (int x = 0; x < p.Shape.OutputSide; x++)
            {
                for (int s = lane; s < p.Slots; s += TElements.Lanes)
                {
                    TVector left = TElements.Load(ref e, (nuint)((((y * p.Shape.OutputSide) + x) * stride) + s));
                    if (s + TElements.Count > p.Slots)
                        left = TElements.Multiply(left, SumKernels.Mask<T, TVector, TElements>(p.Slots - s));
                    TVector right = TElements.Load(ref r, (nuint)((((y * p.Shape.Side) + x) * stride) + s));
                    sum = TElements.Fma(left, right, sum);
                }
            }
        }

        return sum;
    }
}
