namespace PalActors.Areas.Toolkit.Numerics;

/// <summary>
/// One hardware vector of doubles or floats, with what the sums over synapses need. A kernel is written once, generic in the element and the vector: the same
/// bits whatever the hardware's width.
/// </summary>
/// <typeparam name="T">double or float.</typeparam>
/// <typeparam name="TVector">The vector type, for instance <c>Vector256&lt;double&gt;</c>.</typeparam>
public interface IElements<T, TVector>
    where T : struct
    where TVector : struct
{
    /// <summary>Elements in a vector; divides <see cref="Lanes"/>.</summary>
    static abstract int Count { get; }

    /// <summary>The logical lanes, 64 bytes of elements whatever the hardware's width: 8 doubles or 16 floats.</summary>
    static abstract int Lanes { get; }

    /// <summary>All lanes equal to <paramref name="value"/>.</summary>
    static abstract TVector Create(T value);

    /// <summary>Reads <see cref="Count"/> elements at <paramref name="source"/> + <paramref name="offset"/>.</summary>
    static abstract TVector Load(ref readonly T source, nuint offset);

    /// <summary>Writes <see cref="Count"/> elements at <paramref name="target"/> + <paramref name="offset"/>.</summary>
    static abstract void Store(TVector value, ref T target, nuint offset);

    /// <summary>a + b.</summary>
    static abstract TVector Add(TVector a, TVector b);

    /// <summary>a * b.</summary>
    static abstract TVector Multiply(TVector a, TVector b);

    /// <summary>a * b + c with one rounding.</summary>
    static abstract TVector Fma(TVector a, TVector b, TVector c);
}
