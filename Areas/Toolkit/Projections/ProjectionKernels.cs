using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Projections;

/// <summary>Passes over a plastic dense projection: the dendritic sum and the update of M.</summary>
/// <remarks>
/// The sum y = M x takes the weights as they stand at the start of the tick; it is fused with the update, so that the
/// matrix is read once. The sum over columns j runs in two interleaved chains (j mod 2), which are added at the end:
/// fixed, whatever the vector's width and however many rows there are.
/// </remarks>
internal static partial class ProjectionKernels
{
    /// <summary>Runs a pass over doubles.</summary>
    /// <param name="weights">M, updated in place.</param>
    /// <param name="lowPassed">D, for <see cref="UpdateForm.LowPassed"/>.</param>
    /// <param name="x">Presynaptic rates (columns).</param>
    /// <param name="factors">Factors of the update.</param>
    /// <param name="y">Receives the sums (rows).</param>
    /// <param name="form">Form of the change of M.</param>
    /// <param name="add">Whether M x is added to what y holds.</param>
    public static void Pass(
        WeightMatrix weights, WeightMatrix? lowPassed, ReadOnlySpan<double> x, UpdateFactors<double> factors,
        double[] y, UpdateForm form, bool add)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Pass<double, Vector512<double>, Lanes512>(
                weights, weights.Doubles, lowPassed?.Doubles, x, factors, y, form, add);
        }
        else
        {
            Pass<double, Vector256<double>, Lanes256>(
                weights, weights.Doubles, lowPassed?.Doubles, x, factors, y, form, add);
        }
    }

    /// <summary>Runs a pass over floats.</summary>
    public static void Pass(
        WeightMatrix weights, WeightMatrix? lowPassed, ReadOnlySpan<float> x, UpdateFactors<float> factors, float[] y,
        UpdateForm form, bool add)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Pass<float, Vector512<float>, Singles512>(
                weights, weights.Singles, lowPassed?.Singles, x, factors, y, form, add);
        }
        else
        {
            Pass<float, Vector256<float>, Singles256>(
                weights, weights.Singles, lowPassed?.Singles, x, factors, y, form, add);
        }
    }

    /// <summary>Runs a pass with a chosen vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Pass<T, TVector, TElements>(
        WeightMatrix shape, AlignedArray<T> m, AlignedArray<T>? d, ReadOnlySpan<T> x, UpdateFactors<T> factors, T[] y,
        UpdateForm form, bool add)
        where T : unmanaged
        where TVector : struct
        where TElements : struct, IElements<T, TVector> =>
        PassRows<T, TVector, TElements>(shape, m, d, x, factors, y, form, add, 0, shape.Rows);

    /// <summary>Runs a pass over some of the rows.</summary>
    /// <remarks>The rows begin with a panel and end with one or with the matrix.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void PassRows<T, TVector, TElements>(
        WeightMatrix shape, AlignedArray<T> m, AlignedArray<T>? d, ReadOnlySpan<T> x, UpdateFactors<T> factors, T[] y,
        UpdateForm form, bool add, int first, int end)
        where T : unmanaged
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
    {
        int rows = shape.PaddedRows;
        if (x.Length < shape.Columns
            || factors.Pre.Length < shape.Columns
            || y.Length < rows
            || factors.Post.Length < rows)
        {
            Refuse(shape, x.Length, factors.Pre.Length, factors.Post.Length, y.Length);
        }

        switch (form)
        {
            case UpdateForm.None:
                Rows<T, TVector, TElements, NoUpdate<T, TVector, TElements>>(
                    shape, m, m, x, factors, y, add, first, end);
                break;
            case UpdateForm.Hebbian:
                Rows<T, TVector, TElements, HebbianUpdate<T, TVector, TElements>>(
                    shape, m, m, x, factors, y, add, first, end);
                break;
            case UpdateForm.LowPassed:
                Rows<T, TVector, TElements, LowPassedUpdate<T, TVector, TElements>>(
                    shape, m, d!, x, factors, y, add, first, end);
                break;
            case UpdateForm.Decaying:
                Rows<T, TVector, TElements, DecayingUpdate<T, TVector, TElements>>(
                    shape, m, m, x, factors, y, add, first, end);
                break;
            case UpdateForm.WeightedDecay:
                Rows<T, TVector, TElements, WeightedDecayUpdate<T, TVector, TElements>>(
                    shape, m, m, x, factors, y, add, first, end);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(form), form, "Unknown form of update.");
        }
    }

    private static void Refuse(WeightMatrix shape, int rates, int pre, int post, int sums) =>
        throw new ArgumentException(
            $"A pass over {shape.Rows} x {shape.Columns} weights got {rates} rates, {post} and {pre} factors "
            + $"and room for {sums} sums.");
}
