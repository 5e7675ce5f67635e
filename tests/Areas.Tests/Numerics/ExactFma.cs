using System.Numerics;

namespace PalActors.Areas.Tests.Numerics;

/// <summary>Judge of fused multiply-adds, with integers of any length.</summary>
/// <remarks>
/// It rounds nothing: an answer is right if no other number of its format lies nearer to the exact a b + c, nor as near
/// while this one's last bit is odd. Infinity stands for the power of two behind the largest number.
/// </remarks>
internal static class ExactFma
{
    private const int MantissaBits = 52;

    /// <summary>Tells whether <paramref name="answer"/> is a b + c, rounded once to a double.</summary>
    public static bool IsRight(double a, double b, double c, double answer)
    {
        if (IsRightUnrounded(a, b, c, answer) is { } told)
            return told;
        double magnitude = Math.Abs(answer);
        return IsNearest(
            Sum(a, b, c), answer, BitConverter.DoubleToInt64Bits(answer), magnitude,
            Math.BitIncrement(magnitude), Math.BitDecrement(magnitude));
    }

    /// <summary>Tells whether <paramref name="answer"/> is a b + c, rounded once to a float.</summary>
    public static bool IsRight(float a, float b, float c, float answer)
    {
        if (IsRightUnrounded(a, b, c, answer) is { } told)
            return told;
        float magnitude = MathF.Abs(answer);
        return IsNearest(
            Sum(a, b, c), answer, BitConverter.SingleToInt32Bits(answer), Widen(magnitude),
            Widen(MathF.BitIncrement(magnitude)), Widen(MathF.BitDecrement(magnitude)));

        static double Widen(float x) => float.IsPositiveInfinity(x) ? Math.ScaleB(1, 128) : x;
    }

    // Infinity, NaN and exact zeros have rules of their own (IEEE 754, sections 6 and 7.2); null for all else.
    private static bool? IsRightUnrounded(double a, double b, double c, double answer)
    {
        bool isInfinite = double.IsInfinity(a) || double.IsInfinity(b);
        bool isNegative = double.IsNegative(a) != double.IsNegative(b);
        if (double.IsNaN(a) || double.IsNaN(b) || double.IsNaN(c) || (isInfinite && (a == 0 || b == 0)))
            return double.IsNaN(answer);
        if (isInfinite && double.IsInfinity(c) && isNegative != double.IsNegative(c))
            return double.IsNaN(answer);
        if (isInfinite)
            return answer == (isNegative ? double.NegativeInfinity : double.PositiveInfinity);
        if (double.IsInfinity(c))
            return answer == c;
        if (!Sum(a, b, c).IsZero)
            return null;
        bool bothNegative = isNegative && double.IsNegative(c) && c == 0;
        return answer == 0 && double.IsNegative(answer) == bothNegative;
    }

    private static bool IsNearest(
        BigInteger sum, double answer, long bits, double magnitude, double above, double below)
    {
        if (double.IsNaN(answer) || double.IsNegative(answer) != (sum.Sign < 0))
            return false;
        BigInteger error = Distance(magnitude);
        return (double.IsInfinity(magnitude) || !IsNearer(above)) && (magnitude == 0 || !IsNearer(below));

        bool IsNearer(double other) => Distance(other) < error || (Distance(other) == error && (bits & 1) == 1);

        BigInteger Distance(double number) => BigInteger.Abs(BigInteger.Abs(sum) - (Units(number) * Units(1)));
    }

    // a b + c in units of 2^-2148.
    private static BigInteger Sum(double a, double b, double c) => (Units(a) * Units(b)) + (Units(c) * Units(1));

    // x in units of 2^-1074, the smallest double; infinity is 2^1024.
    private static BigInteger Units(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        int exponent = (int)(bits >> MantissaBits) & 0x7FF;
        BigInteger mantissa = bits & ((1L << MantissaBits) - 1);
        BigInteger units = exponent == 0 ? mantissa : (mantissa + (1L << MantissaBits)) << (exponent - 1);
        return bits < 0 ? -units : units;
    }
}
