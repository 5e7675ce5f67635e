using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Projections;

/// <summary>
/// The passes over a plastic dense projection: the dendritic sum y = M x with the weights as they stand at the start of the tick, and the update of M,
/// fused so that the matrix is read once. The sum over columns j runs in two interleaved chains (j mod 2), which are added
/// at the end: fixed, whatever the vector's width and however many rows there are.
/// </summary>
internal static class ProjectionKernels
{
    /// <summary>Runs a pass over doubles.</summary>
    /// <param name="weights">M, updated in place.</param>
    /// <param name="lowPassed">D, for <see cref="UpdateForm.LowPassed"/>.</param>
    /// <param name="x">Presynaptic rates (columns).</param>
    /// <param name="factors">Factors of the update.</param>
    /// <param name="y">Receives the sums (rows).</param>
    /// <param name="form">How M changes.</param>
    /// <param name="add">Whether M x is added to what y holds.</param>
    public static void Pass(WeightMatrix weights, WeightMatrix? lowPassed, ReadOnlySpan<double> x, UpdateFactors<double> factors, double[] y, UpdateForm form, bool add)
    {
        if (Vector512.IsHardwareAccelerated)
            Pass<double, Vector512<double>, Lanes512>(weights, weights.Doubles, lowPassed?.Doubles, x, factors, y, form, add);
        else
            Pass<double, Vector256<double>, Lanes256>(weights, weights.Doubles, lowPassed?.Doubles, x, factors, y, form, add);
    }

    /// <summary>The same over floats.</summary>
    public static void Pass(WeightMatrix weights, WeightMatrix? lowPassed, ReadOnlySpan<float> x, UpdateFactors<float> factors, float[] y, UpdateForm form, bool add)
    {
        if (Vector512.IsHardwareAccelerated)
            Pass<float, Vector512<float>, Singles512>(weights, weights.Singles, lowPassed?.Singles, x, factors, y, form, add);
        else
            Pass<float, Vector256<float>, Singles256>(weights, weights.Singles, lowPassed?.Singles, x, factors, y, form, add);
    }

    /// <summary>The same with a chosen vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Pass<T, TVector, TElements>(
        WeightMatrix shape, AlignedArray<T> m, AlignedArray<T>? d, ReadOnlySpan<T> x, UpdateFactors<T> factors, T[] y, UpdateForm form, bool add)
        where T : unmanaged
        where TVector : struct
        where TElements : struct, IElements<T, TVector> =>
        PassRows<T, TVector, TElements>(shape, m, d, x, factors, y, form, add, 0, shape.Rows);

    /// <summary>The same over some of the rows, which begin with a panel and end with one or with the matrix.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void PassRows<T, TVector, TElements>(
        WeightMatrix shape, AlignedArray<T> m, AlignedArray<T>? d, ReadOnlySpan<T> x, UpdateFactors<T> factors, T[] y, UpdateForm form, bool add, int first, int end)
        where T : unmanaged
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
    {
        int rows = shape.PaddedRows;
        if (x.Length < shape.Columns || factors.Pre.Length < shape.Columns || y.Length < rows || factors.Post.Length < rows)
            Refuse(shape, x.Length, factors.Pre.Length, factors.Post.Length, y.Length);
        switch (form)
        {
            case UpdateForm.None:
                Rows<T, TVector, TElements, NoUpdate<T, TVector, TElements>>(shape, m, m, x, factors, y, add, first, end);
                break;
            case UpdateForm.Hebbian:
                Rows<T, TVector, TElements, HebbianUpdate<T, TVector, TElements>>(shape, m, m, x, factors, y, add, first, end);
                break;
            case UpdateForm.LowPassed:
                Rows<T, TVector, TElements, LowPassedUpdate<T, TVector, TElements>>(shape, m, d!, x, factors, y, add, first, end);
                break;
            case UpdateForm.Decaying:
                Rows<T, TVector, TElements, DecayingUpdate<T, TVector, TElements>>(shape, m, m, x, factors, y, add, first, end);
                break;
            case UpdateForm.WeightedDecay:
                Rows<T, TVector, TElements, WeightedDecayUpdate<T, TVector, TElements>>(shape, m, m, x, factors, y, add, first, end);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(form), form, "Unknown form of update.");
        }
    }

    private static void Refuse(WeightMatrix shape, int rates, int pre, int post, int sums) => throw new ArgumentException(
        $"A pass over {shape.Rows} x {shape.Columns} weights got {rates} rates, {post} and {pre} factors and room for {sums} sums.");

    // The compiler inlines only so much into one method: a kernel that is not inlined itself gets all of its cells inlined.
    // Two panels at a time: each rate and presynaptic factor is then broadcast once for both. A vector narrower than a panel takes its halves one after the other.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Rows<T, TVector, TElements, TUpdate>(WeightMatrix shape, AlignedArray<T> matrix, AlignedArray<T> lowPassed, ReadOnlySpan<T> x, UpdateFactors<T> factors, T[] y, bool add, int first, int rows)
        where T : unmanaged
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
        where TUpdate : struct, IUpdate<T, TVector>
    {
        int columns = shape.Columns;
        ref T m = ref Unsafe.Add(ref matrix.First, first * columns);
        ref T d = ref Unsafe.Add(ref lowPassed.First, first * columns);
        ref T rates = ref MemoryMarshal.GetReference(x);
        ref T sums = ref MemoryMarshal.GetArrayDataReference(y);
        int panel = TElements.Lanes * columns;
        int row = first;
        for (; rows - row > TElements.Lanes; row += 2 * TElements.Lanes)
        {
            // With ten rows the last vector of the second panel would be padding only.
            if (rows - row > TElements.Lanes + TElements.Count)
                TwoPanels<T, TVector, TElements, TUpdate, Yes>(ref m, ref d, (nuint)panel, columns, ref rates, factors, ref sums, row, add);
            else
                TwoPanels<T, TVector, TElements, TUpdate, No>(ref m, ref d, (nuint)panel, columns, ref rates, factors, ref sums, row, add);
            m = ref Unsafe.Add(ref m, 2 * panel);
            d = ref Unsafe.Add(ref d, 2 * panel);
        }

        for (; row < rows; row += TElements.Lanes)
        {
            for (int half = 0; half < TElements.Lanes && row + half < rows; half += TElements.Count)
                OneVector<T, TVector, TElements, TUpdate>(ref Unsafe.Add(ref m, half), ref Unsafe.Add(ref d, half), columns, ref rates, factors, ref sums, row + half, add);
            m = ref Unsafe.Add(ref m, panel);
            d = ref Unsafe.Add(ref d, panel);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TwoPanels<T, TVector, TElements, TUpdate, TWhole>(ref T m, ref T d, nuint next, int columns, ref T x, UpdateFactors<T> factors, ref T y, int row, bool add)
        where T : unmanaged
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
        where TUpdate : struct, IUpdate<T, TVector>
        where TWhole : struct, IChoice
    {
        ref T pre = ref MemoryMarshal.GetArrayDataReference(factors.Pre);
        ref T columnDecay = ref MemoryMarshal.GetArrayDataReference(factors.ColumnDecay);
        TVector factor = TElements.Create(TUpdate.Factor(factors));
        TVector scale = TElements.Create(factors.PostScale);
        nuint half = (nuint)TElements.Count, second = (nuint)TElements.Lanes;
        bool halves = TElements.Count < TElements.Lanes;
        Post<T, TVector, TElements, TUpdate>(factors, scale, factor, row, out TVector postA, out TVector rowA);
        Post<T, TVector, TElements, TUpdate>(factors, scale, factor, row + (int)second, out TVector postC, out TVector rowC);
        TVector postB = postA, postD = postC, rowB = rowA, rowD = rowC;
        if (halves)
        {
            Post<T, TVector, TElements, TUpdate>(factors, scale, factor, row + (int)half, out postB, out rowB);
            if (TWhole.IsTrue)
                Post<T, TVector, TElements, TUpdate>(factors, scale, factor, row + (int)(second + half), out postD, out rowD);
        }

        TVector a0 = TElements.Create(default), a1 = a0, b0 = a0, b1 = a0, c0 = a0, c1 = a0, d0 = a0, d1 = a0;
        // All addresses advance together, so that every access is a register and a constant.
        ref T mSecond = ref Unsafe.Add(ref m, next), dSecond = ref Unsafe.Add(ref d, next);
        for (int pairs = columns >> 1; pairs > 0; pairs--)
        {
            Column<T, TVector, TElements, TUpdate, TWhole>(ref m, ref d, ref mSecond, ref dSecond, 0, ref x, ref pre, ref columnDecay, 0, factor, postA, postB, postC, postD, rowA, rowB, rowC, rowD, ref a0, ref b0, ref c0, ref d0);
            Column<T, TVector, TElements, TUpdate, TWhole>(ref m, ref d, ref mSecond, ref dSecond, second, ref x, ref pre, ref columnDecay, 1, factor, postA, postB, postC, postD, rowA, rowB, rowC, rowD, ref a1, ref b1, ref c1, ref d1);
            m = ref Unsafe.Add(ref m, 2 * second);
            mSecond = ref Unsafe.Add(ref mSecond, 2 * second);
            d = ref Unsafe.Add(ref d, 2 * second);
            dSecond = ref Unsafe.Add(ref dSecond, 2 * second);
            x = ref Unsafe.Add(ref x, 2);
            pre = ref Unsafe.Add(ref pre, 2);
            columnDecay = ref Unsafe.Add(ref columnDecay, 2);
        }

        if ((columns & 1) != 0)
            Column<T, TVector, TElements, TUpdate, TWhole>(ref m, ref d, ref mSecond, ref dSecond, 0, ref x, ref pre, ref columnDecay, 0, factor, postA, postB, postC, postD, rowA, rowB, rowC, rowD, ref a0, ref b0, ref c0, ref d0);
        Store<T, TVector, TElements>(a0, a1, ref y, (nuint)row, add);
        Store<T, TVector, TElements>(c0, c1, ref y, (nuint)row + second, add);
        if (halves)
        {
            Store<T, TVector, TElements>(b0, b1, ref y, (nuint)row + half, add);
            if (TWhole.IsTrue)
                Store<T, TVector, TElements>(d0, d1, ref y, (nuint)row + second + half, add);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Column<T, TVector, TElements, TUpdate, TWhole>(
        ref T m, ref T d, ref T mSecond, ref T dSecond, nuint at, ref T x, ref T pre, ref T columnDecay, nuint column, TVector factor,
        TVector postA, TVector postB, TVector postC, TVector postD, TVector rowA, TVector rowB, TVector rowC, TVector rowD,
        ref TVector sumA, ref TVector sumB, ref TVector sumC, ref TVector sumD)
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
            Cell<T, TVector, TElements, TUpdate>(ref mSecond, ref dSecond, at + half, rate, source, decay, postD, rowD, ref sumD);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void OneVector<T, TVector, TElements, TUpdate>(ref T m, ref T d, int columns, ref T x, UpdateFactors<T> factors, ref T y, int row, bool add)
        where T : unmanaged
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
        where TUpdate : struct, IUpdate<T, TVector>
    {
        ref T pre = ref MemoryMarshal.GetArrayDataReference(factors.Pre);
        ref T columnDecay = ref MemoryMarshal.GetArrayDataReference(factors.ColumnDecay);
        TVector factor = TElements.Create(TUpdate.Factor(factors));
        Post<T, TVector, TElements, TUpdate>(factors, TElements.Create(factors.PostScale), factor, row, out TVector post, out TVector rowFactor);
        TVector even = TElements.Create(default), odd = even;
        nuint lanes = (nuint)TElements.Lanes;
        for (int pairs = columns >> 1; pairs > 0; pairs--)
        {
            Cell<T, TVector, TElements, TUpdate>(ref m, ref d, 0, Value<T, TVector, TElements>(ref x, 0), Value<T, TVector, TElements>(ref pre, 0), Decay<T, TVector, TElements, TUpdate>(ref columnDecay, 0, factor), post, rowFactor, ref even);
            Cell<T, TVector, TElements, TUpdate>(ref m, ref d, lanes, Value<T, TVector, TElements>(ref x, 1), Value<T, TVector, TElements>(ref pre, 1), Decay<T, TVector, TElements, TUpdate>(ref columnDecay, 1, factor), post, rowFactor, ref odd);
            m = ref Unsafe.Add(ref m, 2 * lanes);
            d = ref Unsafe.Add(ref d, 2 * lanes);
            x = ref Unsafe.Add(ref x, 2);
            pre = ref Unsafe.Add(ref pre, 2);
            columnDecay = ref Unsafe.Add(ref columnDecay, 2);
        }

        if ((columns & 1) != 0)
            Cell<T, TVector, TElements, TUpdate>(ref m, ref d, 0, Value<T, TVector, TElements>(ref x, 0), Value<T, TVector, TElements>(ref pre, 0), Decay<T, TVector, TElements, TUpdate>(ref columnDecay, 0, factor), post, rowFactor, ref even);
        Store<T, TVector, TElements>(even, odd, ref y, (nuint)row, add);
    }

    // The post-synaptic factors of one vector of rows, and the decay of these rows where it has weights.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Post<T, TVector, TElements, TUpdate>(UpdateFactors<T> factors, TVector scale, TVector factor, int row, out TVector post, out TVector rowFactor)
        where T : unmanaged
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
        where TUpdate : struct, IUpdate<T, TVector>
    {
        post = TElements.Multiply(scale, TElements.Load(ref MemoryMarshal.GetArrayDataReference(factors.Post), (nuint)row));
        rowFactor = TUpdate.Weighted ? TElements.Multiply(factor, TElements.Load(ref MemoryMarshal.GetArrayDataReference(factors.RowDecay), (nuint)row)) : factor;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Value<T, TVector, TElements>(ref T values, nuint column)
        where T : unmanaged
        where TVector : struct
        where TElements : struct, IElements<T, TVector> => TElements.Create(Unsafe.Add(ref values, column));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Decay<T, TVector, TElements, TUpdate>(ref T columnDecay, nuint column, TVector factor)
        where T : unmanaged
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
        where TUpdate : struct, IUpdate<T, TVector> => TUpdate.Weighted ? Value<T, TVector, TElements>(ref columnDecay, column) : factor;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Cell<T, TVector, TElements, TUpdate>(ref T m, ref T d, nuint at, TVector rate, TVector source, TVector decay, TVector post, TVector rowFactor, ref TVector sum)
        where T : unmanaged
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
        where TUpdate : struct, IUpdate<T, TVector>
    {
        TVector weight = TElements.Load(ref m, at);
        sum = TElements.Fma(weight, rate, sum);
        TUpdate.Apply(weight, post, source, TUpdate.Weighted ? TElements.Multiply(rowFactor, decay) : decay, ref m, ref d, at);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store<T, TVector, TElements>(TVector even, TVector odd, ref T y, nuint row, bool add)
        where T : unmanaged
        where TVector : struct
        where TElements : struct, IElements<T, TVector>
    {
        TVector sum = TElements.Add(even, odd);
        if (add)
            sum = TElements.Add(TElements.Load(ref y, row), sum);
        TElements.Store(sum, ref y, row);
    }
}
