using System.Runtime.CompilerServices;

namespace PalActors.Areas.Toolkit.Numerics;

/// <summary>Fused multiply-add of nothing but IEEE operations, for processors without the instruction.</summary>
/// <remarks>
/// The product is made an unevaluated sum of two numbers (T. J. Dekker, Numerische Mathematik 18, 1971), and the three
/// terms are added by rounding to odd first, which keeps the last rounding from being the second (S. Boldo, G.
/// Melquiond, IEEE Transactions on Computers 57, 2008).
/// </remarks>
internal static partial class SoftwareFma
{
    // 2^27 + 1 splits a double into halves of 26 bits each.
    private const double Splitter = 134217729;

    // 2^990: a larger factor may overflow when it is split. 2^1000 and 2^-900: where no sum overflows, and where every
    // part of the product is a double.
    private const double LargestFactor = 1.0463951242053392E+298;
    private const double Largest = 1.0715086071862673E+301;
    private const double Smallest = 1.1830521861667747E-271;

    /// <summary>Computes a b + c with one rounding, to nearest, ties to even.</summary>
    public static double MultiplyAdd(double a, double b, double c)
    {
        double product = a * b;
        if (!(Math.Abs(product) is > Smallest and < Largest
            && Math.Abs(a) < LargestFactor
            && Math.Abs(b) < LargestFactor
            && Math.Abs(c) < Largest))
        {
            return Unusual(a, b, c);
        }

        Split(a, out double aHigh, out double aLow);
        Split(b, out double bHigh, out double bLow);
        double productLow = (aHigh * bHigh) - product + (aHigh * bLow) + (aLow * bHigh) + (aLow * bLow);
        double low = Sum(c, productLow, out double lowest);
        double high = Sum(product, low, out double lost);
        return high + OddSum(lowest, lost);
    }

    /// <summary>Computes a b + c with one rounding, to nearest, ties to even.</summary>
    /// <remarks>In doubles the product is exact, and their range has neither an end nor subnormals near it.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float MultiplyAdd(float a, float b, float c) => (float)OddSum((double)a * b, c);

    /// <summary>Computes a b + c in every lane.</summary>
    /// <typeparam name="T">double or float.</typeparam>
    /// <typeparam name="TVector">A vector of them, or one.</typeparam>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static TVector Each<T, TVector>(TVector a, TVector b, TVector c)
        where T : unmanaged
        where TVector : struct
    {
        int count = Unsafe.SizeOf<TVector>() / Unsafe.SizeOf<T>();
        for (int i = 0; i < count; i++)
        {
            if (typeof(T) == typeof(float))
            {
                ref float sum = ref Lane<TVector, float>(ref c, i);
                sum = MultiplyAdd(Lane<TVector, float>(ref a, i), Lane<TVector, float>(ref b, i), sum);
            }
            else
            {
                ref double sum = ref Lane<TVector, double>(ref c, i);
                sum = MultiplyAdd(Lane<TVector, double>(ref a, i), Lane<TVector, double>(ref b, i), sum);
            }
        }

        return c;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref T Lane<TVector, T>(ref TVector vector, int i)
        where TVector : struct => ref Unsafe.Add(ref Unsafe.As<TVector, T>(ref vector), i);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Split(double x, out double high, out double low)
    {
        double large = Splitter * x;
        high = large - (large - x);
        low = x - high;
    }

    /// <summary>Computes a + b, and exactly what its rounding lost (D. E. Knuth).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Sum(double a, double b, out double lost)
    {
        double sum = a + b;
        double second = sum - a;
        lost = a - (sum - second) + (b - second);
        return sum;
    }

    /// <summary>Computes a + b rounded to odd: where it is no double, that neighbour whose last bit is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double OddSum(double a, double b)
    {
        double sum = Sum(a, b, out double lost);
        // Infinity and NaN lose NaN, which is not above 0.
        if (!(Math.Abs(lost) > 0))
            return sum;
        // Towards zero first, which is one less where the sum was rounded away from it; then the last bit is set.
        long bits = BitConverter.DoubleToInt64Bits(sum);
        bits += (bits ^ BitConverter.DoubleToInt64Bits(lost)) >> 63;
        return BitConverter.Int64BitsToDouble(bits | 1);
    }
}
