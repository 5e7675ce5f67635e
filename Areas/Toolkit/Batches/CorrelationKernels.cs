using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Batches;

/// <summary>Gradients that <see cref="Correlation{T}"/> describes, cut into rows of the image and into tiles.</summary>
/// <remarks>
/// Slot s is added up in logical lane s mod <see cref="BatchLayout.Lanes"/>, one chain in the order of positions, then
/// slots; lanes are then added in halves. Sums wait in a buffer between blocks of rows.
/// </remarks>
/// <typeparam name="T">double or float.</typeparam>
/// <typeparam name="TVector">The vector.</typeparam>
/// <typeparam name="TElements">Its operations.</typeparam>
internal static class CorrelationKernels<T, TVector, TElements>
    where T : unmanaged, IFloatingPointIeee754<T>
    where TVector : struct
    where TElements : struct, IElements<T, TVector>
{
    // Errors of a block of rows of the image: they stay in the second-level cache while all weights pass by.
    private const int BlockBytes = 256 << 10;

    // Sixteen registers hold two filters by four weights and their factors, thirty-two hold five.
    private static int MostFilters => TElements.Count == TElements.Lanes ? 5 : 2;

    /// <summary>Computes the gradient for some filters, into the weights.</summary>
    public static void Correlate(in Correlation<T> p, int first, int end)
    {
        int row = p.Shape.OutputSide * p.Stride * Unsafe.SizeOf<T>();
        int block = Math.Max(1, BlockBytes / (MostFilters * row));
        for (int f = first; f < end; f += MostFilters)
        {
            int filters = Math.Min(MostFilters, end - f);
            for (int y = 0; y < p.Shape.OutputSide; y += block)
                Add(in p, f, filters, y, Math.Min(block, p.Shape.OutputSide - y));
            for (int i = 0; i < filters; i++)
                Finish(in p, f + i);
        }
    }

    // Adds up rows y to y + rows - 1 of the image for all weights of some filters.
    private static void Add(in Correlation<T> p, int f, int filters, int y, int rows)
    {
        ConvShape shape = p.Shape;
        int sumRow = Correlation<T>.SumsOfFilter(shape), four = 4 * TElements.Lanes;
        ref T e = ref Unsafe.Add(
            ref MemoryMarshal.GetArrayDataReference(p.E),
            ((f * shape.Positions) + (y * shape.OutputSide)) * p.Stride);
        ref T r = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(p.R), y * shape.Side * p.Stride);
        ref T sums = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(p.Sums), f * sumRow);
        for (int weight = 0; weight < shape.FilterWeights; weight += 4)
        {
            nint r0 = Place(in p, weight), r1 = Place(in p, weight + 1), r2 = Place(in p, weight + 2),
                r3 = Place(in p, weight + 3);
            for (int lane = 0; lane < TElements.Lanes; lane += TElements.Count)
            {
                Tile(
                    in p, filters, lane, rows, ref Unsafe.Add(ref e, lane), ref Unsafe.Add(ref r, r0 + lane),
                    ref Unsafe.Add(ref r, r1 + lane), ref Unsafe.Add(ref r, r2 + lane),
                    ref Unsafe.Add(ref r, r3 + lane), ref Unsafe.Add(ref sums, (4 * lane) + (weight / 4 * four)),
                    sumRow, y > 0);
            }
        }
    }

    // Rates that meet the first position for a weight; beyond the last weight those of the last, whose sums are unused.
    private static nint Place(in Correlation<T> p, int weight)
    {
        int k = p.Shape.Kernel, n = Math.Min(weight, p.Shape.FilterWeights - 1);
        int c = n / (k * k), i = n / k % k, j = n % k;
        return ((((c * p.Shape.Side) + i) * p.Shape.Side) + j) * (nint)p.Stride;
    }

    private static void Tile(
        in Correlation<T> p, int filters, int lane, int rows, ref T e, ref T r0, ref T r1, ref T r2, ref T r3,
        ref T sums, nint sumRow, bool goesOn)
    {
        switch (filters)
        {
            case 5:
                CorrelationTile<T, TVector, TElements, Five>.Sum(
                    in p, lane, rows, ref e, ref r0, ref r1, ref r2, ref r3, ref sums, sumRow, goesOn);
                break;
            case 4:
                CorrelationTile<T, TVector, TElements, Four>.Sum(
                    in p, lane, rows, ref e, ref r0, ref r1, ref r2, ref r3, ref sums, sumRow, goesOn);
                break;
            case 3:
                CorrelationTile<T, TVector, TElements, Three>.Sum(
                    in p, lane, rows, ref e, ref r0, ref r1, ref r2, ref r3, ref sums, sumRow, goesOn);
                break;
            case 2:
                CorrelationTile<T, TVector, TElements, Two>.Sum(
                    in p, lane, rows, ref e, ref r0, ref r1, ref r2, ref r3, ref sums, sumRow, goesOn);
                break;
            default:
                CorrelationTile<T, TVector, TElements, One>.Sum(
                    in p, lane, rows, ref e, ref r0, ref r1, ref r2, ref r3, ref sums, sumRow, goesOn);
                break;
        }
    }

    // Adds the lanes of each sum and changes the weights of a filter.
    private static void Finish(in Correlation<T> p, int f)
    {
        ref T sums = ref Unsafe.Add(
            ref MemoryMarshal.GetArrayDataReference(p.Sums), f * Correlation<T>.SumsOfFilter(p.Shape));
        Span<T> weights = p.W.AsSpan(f * p.Shape.FilterWeights, p.Shape.FilterWeights);
        // The upper half of the lanes stands beside the lower one, or, with two vectors for the lanes, four further.
        int half = TElements.Lanes / 2, upper = TElements.Count == TElements.Lanes ? half : 4 * half;
        for (int n = 0; n < weights.Length; n++)
        {
            ref T lower = ref Unsafe.Add(ref sums, (n / 4 * 4 * TElements.Lanes) + (n % 4 * TElements.Count));
            T sum = LaneTree.Sum(ref lower, ref Unsafe.Add(ref lower, upper));
            weights[n] = T.FusedMultiplyAdd(p.Scale, sum, p.Keep * weights[n]);
        }
    }
}
