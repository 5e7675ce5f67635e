namespace PalActors.Areas.Toolkit.Numerics;

/// <summary>Hardware vector of doubles or floats with the operations of sums over synapses.</summary>
/// <remarks>
/// A kernel is written once, generic in the element and the vector, and gives the same bits whatever the hardware's
/// width.
/// </remarks>
/// <typeparam name="T">double or float.</typeparam>
/// <typeparam name="TVector">The vector type, for instance <c>Vector256&lt;double&gt;</c>.</typeparam>
public interface IElements<T, TVector>
    where T : struct
    where TVector : struct
{
    /// <summary>Number of elements in a vector, a divisor of <see cref="Lanes"/>.</summary>
    static abstract int Count { get; }

    /// <summary>Number of logical lanes, 64 bytes of elements: 8 doubles or 16 floats.</summary>
    /// <remarks>It is the same whatever the hardware's width.</remarks>
    static abstract int Lanes { get; }

    /// <summary>Creates a vector whose lanes all equal <paramref name="value"/>.</summary>
    static abstract TVector Create(T value);

    /// <summary>Reads <see cref="Count"/> elements at <paramref name="source"/> + <paramref name="offset"/>.</summary>
    static abstract TVector Load(ref readonly T source, nuint offset);

    /// <summary>Writes <see cref="Count"/> elements at <paramref name="target"/> + <paramref name="offset"/>.</summary>
    static abstract void Store(TVector value, ref T target, nuint offset);

    /// <summary>Computes a + b.</summary>
    static abstract TVector Add(TVector a, TVector b);

    /// <summary>Computes a * b.</summary>
    static abstract TVector Multiply(TVector a, TVector b);

    /// <summary>Computes a * b + c with one rounding.</summary>
    static abstract TVector Fma(TVector a, TVector b, TVector c);
}
