namespace PalActors.Areas.Toolkit.Numerics;

/// <summary>Four vectors that a kernel keeps in registers side by side.</summary>
/// <typeparam name="TBits">The vector of integers.</typeparam>
internal struct FourVectors<TBits>
    where TBits : struct
{
    public TBits A, B, C, D;
}
