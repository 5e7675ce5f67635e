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
    // Errors of a block of positions: they stay in the first-level cache while all weights pass by.
    private static int BlockBytes => TElements.Count == TElements.Lanes ? 40 << 10 : 14 << 10;

    // Sixteen registers hold two filters by four weights and their factors, thirty-two hold five.
    private static int MostFilters => TElements.Count == TElements.Lanes ? 5 : 2;

    /// <summary>Computes the gradient for some filters, into the weights.</summary>
    public static void Correlate(in Correlation<T> p, int first, int end)
    {
        // A block is some whole rows of the image or a part of one.
        int side = p.Shape.OutputSide, positions = BlockBytes / (MostFilters * p.Stride * Unsafe.SizeOf<T>());
        int rows = Math.Max(1, positions / side), parts = (side + positions - 1) / Math.Max(1, positions);
        int columns = positions < side ? (side + parts - 1) / parts : side;
        for (int f = first; f < end; f += MostFilters)
        {
            int filters = Math.Min(MostFilters, end - f);
            for (int y = 0; y < side; y += rows)
            {
                for (int x = 0; x < side; x += columns)
                {
                    Correlation<T> block = p;
                    block.Runs = p.Runs.First(Math.Min(columns, side - x), p.Stride);
                    Add(in block, f, filters, y, Math.Min(rows, side - y), x);
                }
            }

            for (int i = 0; i < filters; i++)
                Finish(in p, f + i);
        }
    }

    // Adds up a block, rows y to y + rows - 1 from column x, for all weights of some filters.
    private static void Add(in Correlation<T> p, int f, int filters, int y, int rows, int x)
    {
        ConvShape shape = p.Shape;
        int sumRow = Correlation<T>.SumsOfFilter(shape), four = 4 * TElements.Lanes;
        ref T e = ref Unsafe.Add(
            ref MemoryMarshal.GetArrayDataReference(p.E),
            ((f * shape.Positions) + (y * shape.OutputSide) + x) * p.Stride);
        ref T r = ref Unsafe.Add(
            ref MemoryMarshal.GetArrayDataReference(p.R), ((y * shape.Side) + x) * p.Stride);
        ref T sums = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(p.Sums), f * sumRow);
        ref int place = ref MemoryMarshal.GetArrayDataReference(p.Places);
        for (int weight = 0; weight < shape.FilterWeights; weight += 4)
        {
            nint r0 = Unsafe.Add(ref place, weight), r1 = Unsafe.Add(ref place, weight + 1),
                r2 = Unsafe.Add(ref place, weight + 2), r3 = Unsafe.Add(ref place, weight + 3);
            for (int lane = 0; lane < TElements.Lanes; lane += TElements.Count)
            {
                Tile(
                    in p, filters, lane, rows, ref Unsafe.Add(ref e, lane), ref Unsafe.Add(ref r, r0 + lane),
                    ref Unsafe.Add(ref r, r1 + lane), ref Unsafe.Add(ref r, r2 + lane),
                    ref Unsafe.Add(ref r, r3 + lane), ref Unsafe.Add(ref sums, (4 * lane) + (weight / 4 * four)),
                    sumRow, y > 0 || x > 0);
            }
        }
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
            T old = weights[n];
            weights[n] = Fused.MultiplyAdd(-p.Decay, old, Fused.MultiplyAdd(p.Scale, sum, old));
        }
    }
}
