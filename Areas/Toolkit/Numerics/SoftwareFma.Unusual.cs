namespace PalActors.Areas.Toolkit.Numerics;

/// <content>The same in integers, for numbers so small or large that operations on doubles would fail.</content>
internal static partial class SoftwareFma
{
    private const int MantissaBits = 52;
    private const ulong HiddenBit = 1ul << MantissaBits;
    private const int SmallestExponent = -1074;

    // Where both terms have their highest bit before they are added.
    private const int Top = 126;

    private static double Unusual(double a, double b, double c)
    {
        // A factor of 0 is exact; infinity and NaN follow the rules of the single operations.
        if (a == 0 || b == 0 || !double.IsFinite(a) || !double.IsFinite(b))
            return (a * b) + c;
        if (!double.IsFinite(c))
            return c;

        bool negative = double.IsNegative(a) != double.IsNegative(b);
        (ulong aMantissa, int aExponent) = Parts(a);
        (ulong bMantissa, int bExponent) = Parts(b);
        UInt128 product = Normalise((UInt128)aMantissa * bMantissa, aExponent + bExponent, out int exponent);
        if (c == 0)
            return Round(negative, product, exponent);

        (ulong cMantissa, int cExponent) = Parts(c);
        UInt128 addend = Normalise(cMantissa, cExponent, out cExponent);
        if (exponent >= cExponent)
            addend = ShiftRight(addend, exponent - cExponent);
        else
            (product, exponent) = (ShiftRight(product, cExponent - exponent), cExponent);
        if (negative == double.IsNegative(c))
            return Round(negative, product + addend, exponent);
        if (product == addend)
            return 0;
        return product > addend
            ? Round(negative, product - addend, exponent)
            : Round(!negative, addend - product, exponent);
    }

    /// <summary>Takes |x| apart into mantissa 2^exponent.</summary>
    private static (ulong Mantissa, int Exponent) Parts(double x)
    {
        ulong bits = BitConverter.DoubleToUInt64Bits(x);
        int exponent = (int)(bits >> MantissaBits) & 0x7FF;
        ulong mantissa = bits & (HiddenBit - 1);
        return exponent == 0
            ? (mantissa, SmallestExponent)
            : (mantissa | HiddenBit, exponent - 1 + SmallestExponent);
    }

    /// <summary>Brings the highest bit to <see cref="Top"/>.</summary>
    private static UInt128 Normalise(UInt128 mantissa, int exponent, out int normalised)
    {
        int shift = Top - 127 + (int)UInt128.LeadingZeroCount(mantissa);
        normalised = exponent - shift;
        return mantissa << shift;
    }

    /// <summary>Shifts to the right; the last bit tells of all that is lost.</summary>
    /// <remarks>
    /// A term has at most 106 bits. If any is lost, more than 20 bits were shifted, the difference keeps 125 bits or
    /// more, and the last is far below those that rounding looks at one by one.
    /// </remarks>
    private static UInt128 ShiftRight(UInt128 mantissa, int count)
    {
        if (count == 0)
            return mantissa;
        if (count > Top)
            return UInt128.One;
        UInt128 shifted = mantissa >> count;
        return shifted << count == mantissa ? shifted : shifted | UInt128.One;
    }

    /// <summary>Rounds mantissa 2^exponent to nearest, ties to even.</summary>
    private static double Round(bool negative, UInt128 mantissa, int exponent)
    {
        int highest = 127 - (int)UInt128.LeadingZeroCount(mantissa) + exponent;
        if (highest > 1023)
            return negative ? double.NegativeInfinity : double.PositiveInfinity;
        // Exponent of the result's last bit.
        int last = Math.Max(highest - MantissaBits, SmallestExponent);
        int shift = last - exponent;
        ulong kept = 0;
        if (shift <= 0)
        {
            kept = (ulong)(mantissa << -shift);
        }
        else if (shift <= 128)
        {
            kept = shift == 128 ? 0 : (ulong)(mantissa >> shift);
            UInt128 rest = shift == 128 ? mantissa : mantissa - ((UInt128)kept << shift);
            UInt128 half = UInt128.One << (shift - 1);
            if (rest > half || (rest == half && (kept & 1) == 1))
                kept++;
        }

        // The hidden bit, or a carry, adds 1 to the exponent; from the largest exponent that leads to infinity.
        ulong bits = ((ulong)(last - SmallestExponent) << MantissaBits) + kept;
        return BitConverter.UInt64BitsToDouble(negative ? bits | (1ul << 63) : bits);
    }
}
