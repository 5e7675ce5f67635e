namespace PalActors.Areas.Toolkit.Numerics;

/// <summary>Elementary functions with the same bits on every processor.</summary>
/// <remarks>
/// <para>The bits are the same for every vector width, span length and tail: each function is one fixed sequence of
/// IEEE operations and explicit fused multiply-adds, never an estimate and never a library call. The generic forms work
/// on all lanes of a vector at once and do not branch on data; the plain forms run the same sequence on one double.
/// </para>
/// <para>Each function states the largest error seen in a million random arguments over its whole range, in units in
/// the last place of the exact result. A result below 2^-1022 is a rounded subnormal, except where flushing is stated.
/// A NaN gives a NaN, of unspecified sign and payload.</para>
/// <para>The coefficients are Remez fits made for these intervals by
/// <c>tests/Areas.Tests/Numerics/fit_coefficients.py</c>. Polynomials are summed pairwise (Estrin), since on the few
/// values of a small area latency is what costs.</para>
/// </remarks>
public static partial class PortableMath
{
    private const ulong SignBit = 0x8000_0000_0000_0000;

    /// <summary>Value of ln 2 cut to 32 bits, so that its product with an exponent is exact.</summary>
    private const double Ln2High = 0.6931471803691238;

    /// <summary>Value of ln 2 - <see cref="Ln2High"/>.</summary>
    private const double Ln2Low = 1.9082149292705877e-10;

    /// <summary>Addend that rounds a double of modulus below 2^51 to an integer.</summary>
    /// <remarks>The low bits of the sum then hold the integer.</remarks>
    private const double RoundingShift = 6755399441055744.0;
}
