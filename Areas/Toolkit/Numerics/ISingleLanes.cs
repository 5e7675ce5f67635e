namespace PalActors.Areas.Toolkit.Numerics;

/// <summary>Hardware vector of floats with the operations of functions of one variable.</summary>
/// <remarks>It is to floats what <see cref="ILanes{TVector, TBits}"/> is to doubles.</remarks>
/// <typeparam name="TVector">The vector type, for instance <c>Vector256&lt;float&gt;</c>.</typeparam>
/// <typeparam name="TBits">The vector of 32-bit integers of the same width.</typeparam>
public interface ISingleLanes<TVector, TBits> : IElements<float, TVector>
    where TVector : struct
    where TBits : struct
{
    /// <summary>Creates a vector whose lanes all equal <paramref name="value"/>.</summary>
    static abstract TBits CreateBits(uint value);

    /// <summary>Computes a - b.</summary>
    static abstract TVector Subtract(TVector a, TVector b);

    /// <summary>Computes a / b.</summary>
    static abstract TVector Divide(TVector a, TVector b);

    /// <summary>Computes |a|.</summary>
    static abstract TVector Abs(TVector a);

    /// <summary>Sets all bits of a lane where a &gt; b.</summary>
    static abstract TBits Greater(TVector a, TVector b);

    /// <summary>
    /// Selects <paramref name="yes"/> in the lanes where <paramref name="mask"/> is set, else <paramref name="no"/>.
    /// </summary>
    static abstract TVector Select(TBits mask, TVector yes, TVector no);

    /// <summary>Gets the bits of the floats.</summary>
    static abstract TBits AsBits(TVector a);

    /// <summary>Gets the floats with these bits.</summary>
    static abstract TVector AsSingle(TBits a);

    /// <summary>Computes the bitwise and.</summary>
    static abstract TBits And(TBits a, TBits b);

    /// <summary>Computes the bitwise or.</summary>
    static abstract TBits Or(TBits a, TBits b);

    /// <summary>Computes the bitwise exclusive or.</summary>
    static abstract TBits Xor(TBits a, TBits b);

    /// <summary>Shifts to the left.</summary>
    static abstract TBits ShiftLeft(TBits a, int count);
}
