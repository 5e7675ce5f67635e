using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using PalActors.Areas.Model.Numerics;

namespace PalActors.Areas.Model.Projections;

/// <summary>
/// The passes over a plastic dense projection: the dendritic sum y = M x with the weights as they stand at the start of the tick, and the update of M,
/// fused so that the matrix is read once. The sum over columns j runs in four interleaved chains (j mod 4), which are added
/// as (0 + 1) + (2 + 3): fixed, whatever the vector's width.
/// </summary>
internal static class ProjectionKernels
{
    /// <summary>Runs the pass that <paramref name="update"/> asks for.</summary>
    /// <param name="matrix">M, updated in place.</param>
    /// <param name="lowPassed">D, for <see cref="UpdateForm.LowPassed"/>.</param>
    /// <param name="x">Presynaptic rates (at least columns).</param>
    /// <param name="y">Receives M x (rows, padded).</param>
    /// <param name="update">How M changes.</param>
    public static void Pass(WeightMatrix matrix, WeightMatrix? lowPassed, ReadOnlySpan<double> x, double[] y, WeightUpdate update)
    {
        if (Vector512.IsHardwareAccelerated)
            Pass<Vector512<double>, Vector512<ulong>, Lanes512>(matrix, lowPassed, x, y, update);
        else
            Pass<Vector256<double>, Vector256<ulong>, Lanes256>(matrix, lowPassed, x, y, update);
    }

    /// <summary>The same with a chosen vector.</summary>
    public static void Pass<TVector, TBits, TLanes>(WeightMatrix matrix, WeightMatrix? lowPassed, ReadOnlySpan<double> x, double[] y, WeightUpdate update)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(x.Length, matrix.Columns);
        ArgumentOutOfRangeException.ThrowIfLessThan(update.Pre.Length, matrix.Columns);
        ArgumentOutOfRangeException.ThrowIfLessThan(y.Length, Padding.RoundUp(matrix.Rows));
        switch (update.Form)
        {
            case UpdateForm.None:
                Rows<TVector, TBits, TLanes, NoUpdate<TVector, TBits, TLanes>>(matrix, matrix, x, y, update);
                break;
            case UpdateForm.Hebbian:
                Rows<TVector, TBits, TLanes, HebbianUpdate<TVector, TBits, TLanes>>(matrix, matrix, x, y, update);
                break;
            case UpdateForm.LowPassed:
                Rows<TVector, TBits, TLanes, LowPassedUpdate<TVector, TBits, TLanes>>(matrix, lowPassed!, x, y, update);
                break;
            case UpdateForm.Decaying:
                Rows<TVector, TBits, TLanes, DecayingUpdate<TVector, TBits, TLanes>>(matrix, matrix, x, y, update);
                break;
            case UpdateForm.WeightedDecay:
                Rows<TVector, TBits, TLanes, WeightedDecayUpdate<TVector, TBits, TLanes>>(matrix, matrix, x, y, update);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(update), update.Form, "Unknown form of update.");
        }
    }

    private static void Rows<TVector, TBits, TLanes, TUpdate>(WeightMatrix matrix, WeightMatrix lowPassed, ReadOnlySpan<double> x, double[] y, WeightUpdate update)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
        where TUpdate : struct, IUpdate<TVector>
    {
        int columns = matrix.Columns;
        ref double activity = ref MemoryMarshal.GetReference(x);
        ref double pre = ref MemoryMarshal.GetArrayDataReference(update.Pre);
        ref double columnDecay = ref MemoryMarshal.GetArrayDataReference(update.ColumnDecay);
        for (int row = 0; row < matrix.Rows; row += TLanes.Count)
        {
            int start = (row & ~(Padding.Lanes - 1)) * columns + (row & (Padding.Lanes - 1));
            ref double m = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(matrix.Panels), start);
            ref double d = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(lowPassed.Panels), start);
            TUpdate form = default;
            TVector post = TLanes.Load(ref MemoryMarshal.GetArrayDataReference(update.Post), (nuint)row);
            form.Begin(update, row);
            TVector y0 = TLanes.Create(0), y1 = y0, y2 = y0, y3 = y0;
            int j = 0;
            for (; j + 4 <= columns; j += 4)
            {
                y0 = Column<TVector, TBits, TLanes, TUpdate>(ref m, ref d, j, ref activity, ref pre, ref columnDecay, post, form, y0);
                y1 = Column<TVector, TBits, TLanes, TUpdate>(ref m, ref d, j + 1, ref activity, ref pre, ref columnDecay, post, form, y1);
                y2 = Column<TVector, TBits, TLanes, TUpdate>(ref m, ref d, j + 2, ref activity, ref pre, ref columnDecay, post, form, y2);
                y3 = Column<TVector, TBits, TLanes, TUpdate>(ref m, ref d, j + 3, ref activity, ref pre, ref columnDecay, post, form, y3);
            }

            if (j < columns)
                y0 = Column<TVector, TBits, TLanes, TUpdate>(ref m, ref d, j, ref activity, ref pre, ref columnDecay, post, form, y0);
            if (j + 1 < columns)
                y1 = Column<TVector, TBits, TLanes, TUpdate>(ref m, ref d, j + 1, ref activity, ref pre, ref columnDecay, post, form, y1);
            if (j + 2 < columns)
                y2 = Column<TVector, TBits, TLanes, TUpdate>(ref m, ref d, j + 2, ref activity, ref pre, ref columnDecay, post, form, y2);
            TLanes.Store(TLanes.Add(TLanes.Add(y0, y1), TLanes.Add(y2, y3)), ref MemoryMarshal.GetArrayDataReference(y), (nuint)row);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Column<TVector, TBits, TLanes, TUpdate>(
        ref double m, ref double d, int column, ref double activity, ref double pre, ref double columnDecay, TVector post, TUpdate form, TVector sum)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
        where TUpdate : struct, IUpdate<TVector>
    {
        nuint at = (nuint)(column * Padding.Lanes);
        TVector weight = TLanes.Load(ref m, at);
        sum = TLanes.Fma(weight, TLanes.Create(Unsafe.Add(ref activity, column)), sum);
        form.Apply(weight, post, Unsafe.Add(ref pre, column), Unsafe.Add(ref columnDecay, column), ref m, ref d, at);
        return sum;
    }
}
