namespace PalActors.Areas.Toolkit.Numerics;

/// <summary>Hardware vector of doubles as the kernels see it.</summary>
/// <remarks>
/// A kernel is written once, generic in the vector type. It uses only lane-wise IEEE operations and explicit fused
/// multiply-adds, so it gives the same bits whatever the width.
/// </remarks>
/// <typeparam name="TVector">The vector type, for instance <c>Vector256&lt;double&gt;</c>.</typeparam>
/// <typeparam name="TBits">The vector of 64-bit integers of the same width.</typeparam>
public interface ILanes<TVector, TBits> : IElements<double, TVector>
    where TVector : struct
    where TBits : struct
{
    /// <summary>Creates a vector whose lanes all equal <paramref name="value"/>.</summary>
    static abstract TBits CreateBits(ulong value);

    /// <summary>Creates a vector whose lane i is <paramref name="start"/> + i.</summary>
    static abstract TBits Sequence(ulong start);

    /// <summary>Computes a - b.</summary>
    static abstract TVector Subtract(TVector a, TVector b);

    /// <summary>Computes a / b.</summary>
    static abstract TVector Divide(TVector a, TVector b);

    /// <summary>Computes the correctly rounded square root.</summary>
    static abstract TVector Sqrt(TVector a);

    /// <summary>Computes |a|.</summary>
    static abstract TVector Abs(TVector a);

    /// <summary>Gets the smaller of both, neither of which is NaN.</summary>
    /// <remarks>Of zeros with different signs it is either, as the processor has it.</remarks>
    static abstract TVector Min(TVector a, TVector b);

    /// <summary>Gets the larger of both, neither of which is NaN.</summary>
    /// <remarks>Of zeros with different signs it is the positive if that is second, else either.</remarks>
    static abstract TVector Max(TVector a, TVector b);

    /// <summary>Sets all bits of a lane where a &gt; b.</summary>
    static abstract TBits Greater(TVector a, TVector b);

    /// <summary>
    /// Selects <paramref name="yes"/> in the lanes where <paramref name="mask"/> is set, else <paramref name="no"/>.
    /// </summary>
    static abstract TVector Select(TBits mask, TVector yes, TVector no);

    /// <summary>Gets the bits of the doubles.</summary>
    static abstract TBits AsBits(TVector a);

    /// <summary>Gets the doubles with these bits.</summary>
    static abstract TVector AsDouble(TBits a);

    /// <summary>Computes a + b, modulo 2^64.</summary>
    static abstract TBits AddBits(TBits a, TBits b);

    /// <summary>Computes a - b, modulo 2^64.</summary>
    static abstract TBits SubtractBits(TBits a, TBits b);

    /// <summary>Computes the 64-bit product of the low 32 bits of both.</summary>
    static abstract TBits MultiplyLow32(TBits a, TBits b);

    /// <summary>Computes the bitwise and.</summary>
    static abstract TBits And(TBits a, TBits b);

    /// <summary>Computes the bitwise or.</summary>
    static abstract TBits Or(TBits a, TBits b);

    /// <summary>Computes the bitwise exclusive or.</summary>
    static abstract TBits Xor(TBits a, TBits b);

    /// <summary>Shifts to the left.</summary>
    static abstract TBits ShiftLeft(TBits a, int count);

    /// <summary>Shifts to the right, filling with zeros.</summary>
    static abstract TBits ShiftRight(TBits a, int count);
}
