using System.Runtime.CompilerServices;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Batches;

/// <summary>Row of one vector.</summary>
internal readonly struct Row1<T, TVector, TElements>(TVector a) : ITileRow<T, TVector, Row1<T, TVector, TElements>>
    where T : unmanaged
    where TVector : struct
    where TElements : struct, IElements<T, TVector>
{
    private readonly TVector _a = a;

    public static int Vectors => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Row1<T, TVector, TElements> Create(TVector value) => new(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Row1<T, TVector, TElements> Load(ref readonly T source) => new(TElements.Load(in source, 0));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Row1<T, TVector, TElements> row, ref T target) => TElements.Store(row._a, ref target, 0);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Row1<T, TVector, TElements> Multiply(TVector a, Row1<T, TVector, TElements> x) =>
        new(TElements.Multiply(a, x._a));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Row1<T, TVector, TElements> Fma(
        TVector a, Row1<T, TVector, TElements> x, Row1<T, TVector, TElements> c) => new(TElements.Fma(a, x._a, c._a));
}

/// <summary>Row of two vectors.</summary>
internal readonly struct Row2<T, TVector, TElements>(TVector a, TVector b)
    : ITileRow<T, TVector, Row2<T, TVector, TElements>>
    where T : unmanaged
    where TVector : struct
    where TElements : struct, IElements<T, TVector>
{
    private readonly TVector _a = a;
    private readonly TVector _b = b;

    public static int Vectors => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Row2<T, TVector, TElements> Create(TVector value) => new(value, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Row2<T, TVector, TElements> Load(ref readonly T source) =>
        new(TElements.Load(in source, 0), TElements.Load(in source, (nuint)TElements.Count));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Row2<T, TVector, TElements> row, ref T target)
    {
        TElements.Store(row._a, ref target, 0);
        TElements.Store(row._b, ref target, (nuint)TElements.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Row2<T, TVector, TElements> Multiply(TVector a, Row2<T, TVector, TElements> x) =>
        new(TElements.Multiply(a, x._a), TElements.Multiply(a, x._b));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Row2<T, TVector, TElements> Fma(
        TVector a, Row2<T, TVector, TElements> x, Row2<T, TVector, TElements> c) =>
        new(TElements.Fma(a, x._a, c._a), TElements.Fma(a, x._b, c._b));
}

/// <summary>Row of four vectors.</summary>
internal readonly struct Row4<T, TVector, TElements>(TVector a, TVector b, TVector c, TVector d)
    : ITileRow<T, TVector, Row4<T, TVector, TElements>>
    where T : unmanaged
    where TVector : struct
    where TElements : struct, IElements<T, TVector>
{
    private readonly TVector _a = a;
    private readonly TVector _b = b;
    private readonly TVector _c = c;
    private readonly TVector _d = d;

    public static int Vectors => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Row4<T, TVector, TElements> Create(TVector value) => new(value, value, value, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Row4<T, TVector, TElements> Load(ref readonly T source)
    {
        nuint count = (nuint)TElements.Count;
        return new(
            TElements.Load(in source, 0), TElements.Load(in source, count), TElements.Load(in source, 2 * count),
            TElements.Load(in source, 3 * count));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Row4<T, TVector, TElements> row, ref T target)
    {
        nuint count = (nuint)TElements.Count;
        TElements.Store(row._a, ref target, 0);
        TElements.Store(row._b, ref target, count);
        TElements.Store(row._c, ref target, 2 * count);
        TElements.Store(row._d, ref target, 3 * count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Row4<T, TVector, TElements> Multiply(TVector a, Row4<T, TVector, TElements> x) => new(
        TElements.Multiply(a, x._a), TElements.Multiply(a, x._b), TElements.Multiply(a, x._c),
        TElements.Multiply(a, x._d));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Row4<T, TVector, TElements> Fma(
        TVector a, Row4<T, TVector, TElements> x, Row4<T, TVector, TElements> c) => new(
        TElements.Fma(a, x._a, c._a), TElements.Fma(a, x._b, c._b), TElements.Fma(a, x._c, c._c),
        TElements.Fma(a, x._d, c._d));
}
