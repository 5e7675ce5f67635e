namespace PalActors.Areas.Toolkit.Batches;

/// <summary>Row of a tile: one, two or four vectors, which the compiler keeps in registers.</summary>
/// <typeparam name="T">double or float.</typeparam>
/// <typeparam name="TVector">The vector.</typeparam>
/// <typeparam name="TSelf">The row itself.</typeparam>
internal interface ITileRow<T, TVector, TSelf>
    where T : unmanaged
    where TVector : struct
    where TSelf : struct
{
    /// <summary>Number of vectors.</summary>
    static abstract int Vectors { get; }

    /// <summary>Creates a row of equal vectors.</summary>
    static abstract TSelf Create(TVector value);

    /// <summary>Reads a row.</summary>
    static abstract TSelf Load(ref readonly T source);

    /// <summary>Writes a row.</summary>
    static abstract void Store(TSelf row, ref T target);

    /// <summary>Computes a x.</summary>
    static abstract TSelf Multiply(TVector a, TSelf x);

    /// <summary>Computes a x + c with one rounding.</summary>
    static abstract TSelf Fma(TVector a, TSelf x, TSelf c);
}
