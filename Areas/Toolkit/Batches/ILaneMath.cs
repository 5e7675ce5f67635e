namespace PalActors.Areas.Toolkit.Batches;

/// <summary>Functions of vectors in either precision that transfer functions are made of.</summary>
/// <typeparam name="TVector">The vector.</typeparam>
internal interface ILaneMath<TVector>
    where TVector : struct
{
    /// <summary>Computes a - b.</summary>
    static abstract TVector Subtract(TVector a, TVector b);

    /// <summary>Selects <paramref name="yes"/> in the lanes where a &gt; b, else <paramref name="no"/>.</summary>
    static abstract TVector IfGreater(TVector a, TVector b, TVector yes, TVector no);

    /// <summary>Computes the hyperbolic tangent.</summary>
    static abstract TVector Tanh(TVector x);

    /// <summary>Computes 1 / (1 + e^-x).</summary>
    static abstract TVector Logistic(TVector x);
}
