using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Projections;

/// <summary>Kernels of <c>HeldInput</c>.</summary>
/// <remarks>Each is written once, generic in the vector; rows never mix, sums over columns run in one chain.</remarks>
internal static partial class HeldKernels
{
    /// <summary>Brings columns up to date and sums over them.</summary>
    /// <remarks>
    /// W += gain_j D + F r_j^T and D = keep_j D + E r_j^T, then sums = W x and lowSums = D x, both with the new values.
    /// </remarks>
    public static void Renew(
        WeightMatrix w, WeightMatrix? d, HeldColumns<double> columns, double[] e, double[] f, double[] sums,
        double[] lowSums, bool store)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Choose<double, Vector512<double>, Lanes512>(
                w, w.Doubles, d?.Doubles, columns, e, f, sums, lowSums, store, 0, w.Rows);
        }
        else
        {
            Choose<double, Vector256<double>, Lanes256>(
                w, w.Doubles, d?.Doubles, columns, e, f, sums, lowSums, store, 0, w.Rows);
        }
    }

    /// <summary>Brings columns of floats up to date and sums over them.</summary>
    public static void Renew(
        WeightMatrix w, WeightMatrix? d, HeldColumns<float> columns, float[] e, float[] f, float[] sums,
        float[] lowSums, bool store)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Choose<float, Vector512<float>, Singles512>(
                w, w.Singles, d?.Singles, columns, e, f, sums, lowSums, store, 0, w.Rows);
        }
        else
        {
            Choose<float, Vector256<float>, Singles256>(
                w, w.Singles, d?.Singles, columns, e, f, sums, lowSums, store, 0, w.Rows);
        }
    }

    /// <summary>Brings columns up to date and sums over them with a chosen vector, over some of the rows.</summary>
    /// <remarks>The rows begin with a panel and end with one or with the matrix.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Choose<T, TVector, TElements>(
        WeightMatrix shape, AlignedArray<T> w, AlignedArray<T>? d, HeldColumns<T> columns, T[] e, T[] f, T[] sums,
        T[] lowSums, bool store, int first, int end)
        where T : unmanaged
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
    {
        int rows = shape.PaddedRows;
        if (e.Length < rows || f.Length < rows || sums.Length < rows || lowSums.Length < rows)
            throw new ArgumentException($"{shape.Rows} rows take vectors of at least {rows} values.");
        if (d is null)
            Panels<T, TVector, TElements, No, Yes>(shape, w, w, columns, e, f, sums, lowSums, first, end);
        else if (store)
            Panels<T, TVector, TElements, Yes, Yes>(shape, w, d, columns, e, f, sums, lowSums, first, end);
        else
            Panels<T, TVector, TElements, Yes, No>(shape, w, d, columns, e, f, sums, lowSums, first, end);
    }
}
