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
    /// <param name="form">Form of the update.</param>
    /// <param name="add">Whether M x is added to what y holds.</param>
    public static void Pass(WeightMatrix matrix, WeightMatrix? lowPassed, ReadOnlySpan<double> x, double[] y, WeightUpdate update, UpdateForm form, bool add)
    {
        if (Vector512.IsHardwareAccelerated)
            Pass<Vector512<double>, Vector512<ulong>, Lanes512>(matrix, lowPassed, x, y, update, form, add);
        else
            Pass<Vector256<double>, Vector256<ulong>, Lanes256>(matrix, lowPassed, x, y, update, form, add);
    }

    /// <summary>The same with a chosen vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Pass<TVector, TBits, TLanes>(
        WeightMatrix matrix, WeightMatrix? lowPassed, ReadOnlySpan<double> x, double[] y, WeightUpdate update, UpdateForm form, bool add)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        int rows = Padding.RoundUp(matrix.Rows);
        if (x.Length < matrix.Columns || update.Pre.Length < matrix.Columns || y.Length < rows || update.Post.Length < rows)
            Refuse(matrix, x.Length, y.Length, update);
        switch (form)
        {
            case UpdateForm.None:
                Rows<TVector, TBits, TLanes, NoUpdate<TVector, TBits, TLanes>>(matrix, matrix, x, y, update, add);
                break;
            case UpdateForm.Hebbian:
                Rows<TVector, TBits, TLanes, HebbianUpdate<TVector, TBits, TLanes>>(matrix, matrix, x, y, update, add);
                break;
            case UpdateForm.LowPassed:
                Rows<TVector, TBits, TLanes, LowPassedUpdate<TVector, TBits, TLanes>>(matrix, lowPassed!, x, y, update, add);
                break;
            case UpdateForm.Decaying:
                Rows<TVector, TBits, TLanes, DecayingUpdate<TVector, TBits, TLanes>>(matrix, matrix, x, y, update, add);
                break;
            case UpdateForm.WeightedDecay:
                Rows<TVector, TBits, TLanes, WeightedDecayUpdate<TVector, TBits, TLanes>>(matrix, matrix, x, y, update, add);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(form), form, "Unknown form of update.");
        }
    }

    private static void Refuse(WeightMatrix matrix, int rates, int sums, WeightUpdate update) => throw new ArgumentException(
        $"A pass over {matrix.Rows} x {matrix.Columns} weights got {rates} rates, {update.Pre.Length} and {update.Post.Length} factors and room for {sums} sums.");

    private static void Rows<TVector, TBits, TLanes, TUpdate>(WeightMatrix matrix, WeightMatrix lowPassed, ReadOnlySpan<double> x, double[] y, WeightUpdate update, bool add)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
        where TUpdate : struct, IUpdate<TVector>
    {
        int columns = matrix.Columns;
        ref double activity = ref MemoryMarshal.GetReference(x);
        ref double pre = ref MemoryMarshal.GetArrayDataReference(update.Pre);
        ref double postRef = ref MemoryMarshal.GetArrayDataReference(update.Post);
        ref double columnDecay = ref MemoryMarshal.GetArrayDataReference(update.ColumnDecay);
        ref double rowDecay = ref MemoryMarshal.GetArrayDataReference(update.RowDecay);
        ref double sums = ref MemoryMarshal.GetArrayDataReference(y);
        TVector scale = TLanes.Create(update.PostScale);
        TVector factor = TLanes.Create(TUpdate.Factor(update));
        for (int row = 0; row < matrix.Rows; row += TLanes.Count)
        {
            int start = (row & ~(Padding.Lanes - 1)) * columns + (row & (Padding.Lanes - 1));
            ref double m = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(matrix.Panels), start);
            ref double d = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(lowPassed.Panels), start);
            TVector post = TLanes.Multiply(scale, TLanes.Load(ref postRef, (nuint)row));
            TVector rowFactor = TUpdate.Weighted ? TLanes.Multiply(factor, TLanes.Load(ref rowDecay, (nuint)row)) : factor;
            TVector y0 = TLanes.Create(0), y1 = y0, y2 = y0, y3 = y0;
            if (TLanes.Count < Padding.Lanes && row + TLanes.Count < matrix.Rows)
            {
                // A narrow vector takes both halves of a panel at once: each rate and factor is broadcast once, each line of the panel is touched once.
                int next = row + TLanes.Count;
                TVector post2 = TLanes.Multiply(scale, TLanes.Load(ref postRef, (nuint)next));
                TVector rowFactor2 = TUpdate.Weighted ? TLanes.Multiply(factor, TLanes.Load(ref rowDecay, (nuint)next)) : factor;
                TVector z0 = y0, z1 = y0, z2 = y0, z3 = y0;
                int k = 0;
                for (; k + 4 <= columns; k += 4)
                {
                    Columns<TVector, TBits, TLanes, TUpdate>(ref m, ref d, k, ref activity, ref pre, ref columnDecay, post, post2, rowFactor, rowFactor2, ref y0, ref z0);
                    Columns<TVector, TBits, TLanes, TUpdate>(ref m, ref d, k + 1, ref activity, ref pre, ref columnDecay, post, post2, rowFactor, rowFactor2, ref y1, ref z1);
                    Columns<TVector, TBits, TLanes, TUpdate>(ref m, ref d, k + 2, ref activity, ref pre, ref columnDecay, post, post2, rowFactor, rowFactor2, ref y2, ref z2);
                    Columns<TVector, TBits, TLanes, TUpdate>(ref m, ref d, k + 3, ref activity, ref pre, ref columnDecay, post, post2, rowFactor, rowFactor2, ref y3, ref z3);
                }

                if (k < columns)
                    Columns<TVector, TBits, TLanes, TUpdate>(ref m, ref d, k, ref activity, ref pre, ref columnDecay, post, post2, rowFactor, rowFactor2, ref y0, ref z0);
                if (k + 1 < columns)
                    Columns<TVector, TBits, TLanes, TUpdate>(ref m, ref d, k + 1, ref activity, ref pre, ref columnDecay, post, post2, rowFactor, rowFactor2, ref y1, ref z1);
                if (k + 2 < columns)
                    Columns<TVector, TBits, TLanes, TUpdate>(ref m, ref d, k + 2, ref activity, ref pre, ref columnDecay, post, post2, rowFactor, rowFactor2, ref y2, ref z2);
                Store<TVector, TBits, TLanes>(y0, y1, y2, y3, ref sums, row, add);
                Store<TVector, TBits, TLanes>(z0, z1, z2, z3, ref sums, next, add);
                row = next;
                continue;
            }

            int j = 0;
            for (; j + 4 <= columns; j += 4)
            {
                y0 = Column<TVector, TBits, TLanes, TUpdate>(ref m, ref d, j, ref activity, ref pre, ref columnDecay, post, rowFactor, y0);
                y1 = Column<TVector, TBits, TLanes, TUpdate>(ref m, ref d, j + 1, ref activity, ref pre, ref columnDecay, post, rowFactor, y1);
                y2 = Column<TVector, TBits, TLanes, TUpdate>(ref m, ref d, j + 2, ref activity, ref pre, ref columnDecay, post, rowFactor, y2);
                y3 = Column<TVector, TBits, TLanes, TUpdate>(ref m, ref d, j + 3, ref activity, ref pre, ref columnDecay, post, rowFactor, y3);
            }

            if (j < columns)
                y0 = Column<TVector, TBits, TLanes, TUpdate>(ref m, ref d, j, ref activity, ref pre, ref columnDecay, post, rowFactor, y0);
            if (j + 1 < columns)
                y1 = Column<TVector, TBits, TLanes, TUpdate>(ref m, ref d, j + 1, ref activity, ref pre, ref columnDecay, post, rowFactor, y1);
            if (j + 2 < columns)
                y2 = Column<TVector, TBits, TLanes, TUpdate>(ref m, ref d, j + 2, ref activity, ref pre, ref columnDecay, post, rowFactor, y2);
            Store<TVector, TBits, TLanes>(y0, y1, y2, y3, ref sums, row, add);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<TVector, TBits, TLanes>(TVector y0, TVector y1, TVector y2, TVector y3, ref double sums, int row, bool add)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
    {
        TVector sum = TLanes.Add(TLanes.Add(y0, y1), TLanes.Add(y2, y3));
        if (add)
            sum = TLanes.Add(TLanes.Load(ref sums, (nuint)row), sum);
        TLanes.Store(sum, ref sums, (nuint)row);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Columns<TVector, TBits, TLanes, TUpdate>(
        ref double m, ref double d, int column, ref double activity, ref double pre, ref double columnDecay,
        TVector post, TVector post2, TVector factor, TVector factor2, ref TVector sum, ref TVector sum2)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
        where TUpdate : struct, IUpdate<TVector>
    {
        nuint at = (nuint)(uint)column * Padding.Lanes, at2 = at + (nuint)TLanes.Count;
        TVector rate = TLanes.Create(Unsafe.Add(ref activity, column));
        TVector weight = TLanes.Load(ref m, at), weight2 = TLanes.Load(ref m, at2);
        sum = TLanes.Fma(weight, rate, sum);
        sum2 = TLanes.Fma(weight2, rate, sum2);
        if (TUpdate.Weighted)
        {
            TVector decay = TLanes.Create(Unsafe.Add(ref columnDecay, column));
            factor = TLanes.Multiply(factor, decay);
            factor2 = TLanes.Multiply(factor2, decay);
        }

        TVector source = TLanes.Create(Unsafe.Add(ref pre, column));
        TUpdate.Apply(weight, post, source, factor, ref m, ref d, at);
        TUpdate.Apply(weight2, post2, source, factor2, ref m, ref d, at2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Column<TVector, TBits, TLanes, TUpdate>(
        ref double m, ref double d, int column, ref double activity, ref double pre, ref double columnDecay, TVector post, TVector factor, TVector sum)
        where TVector : struct
        where TBits : struct
        where TLanes : struct, ILanes<TVector, TBits>
        where TUpdate : struct, IUpdate<TVector>
    {
        nuint at = (nuint)(uint)column * Padding.Lanes;
        TVector weight = TLanes.Load(ref m, at);
        sum = TLanes.Fma(weight, TLanes.Create(Unsafe.Add(ref activity, column)), sum);
        if (TUpdate.Weighted)
            factor = TLanes.Multiply(factor, TLanes.Create(Unsafe.Add(ref columnDecay, column)));
        TUpdate.Apply(weight, post, TLanes.Create(Unsafe.Add(ref pre, column)), factor, ref m, ref d, at);
        return sum;
    }
}
