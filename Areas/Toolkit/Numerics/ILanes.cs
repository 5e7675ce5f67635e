namespace PalActors.Areas.Toolkit.Numerics;

/// <summary>
/// One hardware vector of doubles as the kernels see it. A kernel is written once, generic in the vector type, and
/// uses only lane-wise IEEE operations and explicit fused multiply-adds: so it gives the same bits whatever the width.
/// </summary>
/// <typeparam name="TVector">The vector type, for instance <c>Vector256&lt;double&gt;</c>.</typeparam>
/// <typeparam name="TBits">The vector of 64-bit integers of the same width.</typeparam>
public interface ILanes<TVector, TBits> : IElements<double, TVector>
    where TVector : struct
    where TBits : struct
{
    /// <summary>All lanes equal to <paramref name="value"/>.</summary>
    static abstract TBits CreateBits(ulong value);

    /// <summary>Lane i is <paramref name="start"/> + i.</summary>
    static abstract TBits Sequence(ulong start);

    /// <summary>a - b.</summary>
    static abstract TVector Subtract(TVector a, TVector b);

    /// <summary>a / b.</summary>
    static abstract TVector Divide(TVector a, TVector b);

    /// <summary>The correctly rounded square root.</summary>
    static abstract TVector Sqrt(TVector a);

    /// <summary>|a|.</summary>
    static abstract TVector Abs(TVector a);

    /// <summary>The smaller of both; neither is NaN.</summary>
    static abstract TVector Min(TVector a, TVector b);

    /// <summary>The larger of both; neither is NaN.</summary>
    static abstract TVector Max(TVector a, TVector b);

    /// <summary>All bits of a lane set where a &gt; b.</summary>
    static abstract TBits Greater(TVector a, TVector b);

    /// <summary><paramref name="yes"/> in the lanes where <paramref name="mask"/> is set, else <paramref name="no"/>.</summary>
    static abstract TVector Select(TBits mask, TVector yes, TVector no);

    /// <summary>The bits of the doubles.</summary>
    static abstract TBits AsBits(TVector a);

    /// <summary>The doubles with these bits.</summary>
    static abstract TVector AsDouble(TBits a);

    /// <summary>a + b, modulo 2^64.</summary>
    static abstract TBits AddBits(TBits a, TBits b);

    /// <summary>a - b, modulo 2^64.</summary>
    static abstract TBits SubtractBits(TBits a, TBits b);

    /// <summary>The 64-bit product of the low 32 bits of both.</summary>
    static abstract TBits MultiplyLow32(TBits a, TBits b);

    /// <summary>Bitwise and.</summary>
    static abstract TBits And(TBits a, TBits b);

    /// <summary>Bitwise or.</summary>
    static abstract TBits Or(TBits a, TBits b);

    /// <summary>Bitwise exclusive or.</summary>
    static abstract TBits Xor(TBits a, TBits b);

    /// <summary>Logical shift to the left.</summary>
    static abstract TBits ShiftLeft(TBits a, int count);

    /// <summary>Logical shift to the right.</summary>
    static abstract TBits ShiftRight(TBits a, int count);
}
