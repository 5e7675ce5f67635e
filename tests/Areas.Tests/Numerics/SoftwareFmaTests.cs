using System.Runtime.Intrinsics;
using CsCheck;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Tests.Numerics;

/// <summary>Fused multiply-add of processors without one, judged by integers of any length.</summary>
public sealed class SoftwareFmaTests
{
    private const long Trials = 100_000;

    // Ends of the ranges: of the format, of its normal numbers, and of what the code treats as usual.
    private static readonly double[] s_ends =
    [
        0, double.Epsilon, 2.2250738585072014e-308, Math.ScaleB(1, -970), Math.ScaleB(1, -900), Math.ScaleB(1, -537),
        Math.ScaleB(1, -53), 0.5, 1, 3, Math.ScaleB(1, 27) + 1, Math.ScaleB(1, 53), Math.ScaleB(1, 512),
        Math.ScaleB(1, 990), Math.ScaleB(1, 996), Math.ScaleB(1, 1000), Math.ScaleB(1, 1023), double.MaxValue,
        double.PositiveInfinity, double.NaN,
    ];

    private static readonly float[] s_floatEnds =
    [
        0, float.Epsilon, 1.17549435e-38f, MathF.ScaleB(1, -75), MathF.ScaleB(1, -24), 0.5f, 1, 3, 4097,
        MathF.ScaleB(1, 24), MathF.ScaleB(1, 64), MathF.ScaleB(1, 127), float.MaxValue, float.PositiveInfinity,
        float.NaN,
    ];

    // Few bits or long runs of them lead to products with short tails: to halves and what lies beside them.
    private static readonly Gen<long> s_mantissas = Gen.OneOf(
        Gen.Long,
        Gen.Select(Gen.Int[0, 52], Gen.Int[0, 52], (i, j) => (1L << i) ^ (1L << j)),
        Gen.Select(Gen.Int[0, 52], Gen.Long[-2, 2], (i, d) => (1L << i) + d),
        Gen.Select(Gen.Int[0, 52], Gen.Int[0, 52], (i, j) => (1L << i) - (1L << j)));

    private static readonly Gen<(double A, double B, double C)> s_doubles = Gen.Select(
        s_mantissas, s_mantissas, s_mantissas, Gen.Int[0, 2047], Gen.Int[-1100, 3100], Gen.Int[-120, 120],
        Gen.Int[0, 7],
        (a, b, c, exponent, sum, apart, signs) => (
            Double(a, exponent, signs & 1),
            Double(b, sum - exponent, signs & 2),
            // As large as the product, or up to 120 binary places larger or smaller.
            Double(c, sum - 1023 + apart, signs & 4)));

    private static readonly Gen<(float A, float B, float C)> s_floats = Gen.Select(
        s_mantissas, s_mantissas, s_mantissas, Gen.Int[0, 255], Gen.Int[-100, 400], Gen.Int[-60, 60], Gen.Int[0, 7],
        (a, b, c, exponent, sum, apart, signs) => (
            Single(a, exponent, signs & 1), Single(b, sum - exponent, signs & 2),
            Single(c, sum - 127 + apart, signs & 4)));

    [Fact]
    public void DoublesAreRoundedOnceWhateverTheirSize() =>
        s_doubles.Sample(x => Judge(x.A, x.B, x.C), iter: Trials);

    [Fact]
    public void FloatsAreRoundedOnceWhateverTheirSize() =>
        s_floats.Sample(x => Judge(x.A, x.B, x.C), iter: Trials);

    [Fact]
    public void TheEndsOfRangesInfinityNaNAndZerosOfBothSignsAreRight()
    {
        double[] all = [.. s_ends.SelectMany(x => new[] { x, Math.BitDecrement(x), -x })];
        foreach (double a in all)
        {
            foreach (double b in all)
            {
                foreach (double c in all)
                    Expect.True(Judge(a, b, c), $"{a:R} * {b:R} + {c:R}");
            }
        }
    }

    [Fact]
    public void TheSameHoldsOfFloats()
    {
        float[] all = [.. s_floatEnds.SelectMany(x => new[] { x, MathF.BitDecrement(x), -x })];
        foreach (float a in all)
        {
            foreach (float b in all)
            {
                foreach (float c in all)
                    Expect.True(Judge(a, b, c), $"{a:R} * {b:R} + {c:R}");
            }
        }
    }

    [Theory]
    // Halfway between two doubles, and a last bit of the addend, the product or both to either side of it.
    [InlineData(1.0, 1.0, 1.1102230246251565e-16)]
    [InlineData(1.0000000000000002, 1.0, 1.1102230246251565e-16)]
    [InlineData(1.0000000000000002, 1.0000000000000002, -1.0)]
    [InlineData(134217729.0, 134217727.0, -1.0)]
    [InlineData(1.1102230246251565e-16, 1.0000000000000002, 1.0)]
    [InlineData(1.1102230246251565e-16, 0.9999999999999999, 1.0)]
    // Halfway between subnormal doubles, and beside it.
    [InlineData(5E-324, 0.5, 0.0)]
    [InlineData(5E-324, 0.5, 5E-324)]
    [InlineData(5E-324, 0.5000000000000001, 0.0)]
    [InlineData(1.5E-323, 0.5, -5E-324)]
    // From where on a sum is infinite.
    [InlineData(1.7976931348623157E+308, 1.0, 9.979201547673599E+291)]
    [InlineData(1.7976931348623157E+308, 1.0, 9.979201547673598E+291)]
    [InlineData(1.7976931348623157E+308, 2.0, -1.7976931348623157E+308)]
    [InlineData(1E+300, 1E+300, double.NegativeInfinity)]
    public void HalvesAreRoundedToEvenAndTheRestToTheNearer(double a, double b, double c) =>
        Expect.True(Judge(a, b, c), $"{SoftwareFma.MultiplyAdd(a, b, c):R}");

    [Fact]
    public void AJudgeWhoAcceptsAnythingWouldBeNoneSoItRefusesTwoRoundingsAndNeighbours()
    {
        // (1 + 3u)^2 - 1 = 6u + 9u^2 with u = 2^-52; the result has bits down to 2^-102.
        double a = 1 + Math.ScaleB(3, -52);
        Assert.True(ExactFma.IsRight(a, a, -1.0, Math.ScaleB(6, -52) + Math.ScaleB(8, -104)));
        Assert.False(ExactFma.IsRight(a, a, -1.0, Math.ScaleB(6, -52) + Math.ScaleB(12, -104)));
        Assert.False(ExactFma.IsRight(a, a, -1.0, (a * a) - 1.0));
        Assert.False(ExactFma.IsRight(1.0, 1.0, 1.1102230246251565e-16, 1.0000000000000002));
        Assert.False(ExactFma.IsRight(5E-324, 0.5, 0.0, 5E-324));
        Assert.False(ExactFma.IsRight(double.MaxValue, 2.0, 0.0, double.MaxValue));
        Assert.False(ExactFma.IsRight(1.0, -0.0, 0.0, -0.0));
    }

    [Fact]
    public void EveryLaneHasTheSameBitsAsAlone() => s_doubles.Array[4].Sample(
        x =>
        {
            Vector256<double> a = Vector256.Create([.. x.Select(terms => terms.A)]);
            Vector256<double> b = Vector256.Create([.. x.Select(terms => terms.B)]);
            Vector256<double> c = Vector256.Create([.. x.Select(terms => terms.C)]);
            Vector256<double> sums = SoftwareFma.Each<double, Vector256<double>>(a, b, c);
            Vector256<double> fused = Fused.MultiplyAdd(a, b, c);
            for (int i = 0; i < 4; i++)
            {
                double alone = SoftwareFma.MultiplyAdd(a[i], b[i], c[i]);
                Assert.Equal(BitConverter.DoubleToInt64Bits(alone), BitConverter.DoubleToInt64Bits(sums[i]));
                Assert.Equal(alone, fused[i]);
                Assert.Equal(alone, Fused.MultiplyAdd(a[i], b[i], c[i]));
            }
        },
        iter: 5_000);

    [Fact]
    public void EveryLaneOfFloatsHasTheSameBitsAsAlone() => s_floats.Array[8].Sample(
        x =>
        {
            Vector256<float> a = Vector256.Create([.. x.Select(terms => terms.A)]);
            Vector256<float> b = Vector256.Create([.. x.Select(terms => terms.B)]);
            Vector256<float> c = Vector256.Create([.. x.Select(terms => terms.C)]);
            Vector256<float> sums = SoftwareFma.Each<float, Vector256<float>>(a, b, c);
            Vector256<float> fused = Fused.MultiplyAdd(a, b, c);
            for (int i = 0; i < 8; i++)
            {
                float alone = SoftwareFma.MultiplyAdd(a[i], b[i], c[i]);
                Assert.Equal(BitConverter.SingleToInt32Bits(alone), BitConverter.SingleToInt32Bits(sums[i]));
                Assert.Equal(alone, fused[i]);
                Assert.Equal(alone, Fused.MultiplyAdd(a[i], b[i], c[i]));
            }
        },
        iter: 5_000);

    private static bool Judge(double a, double b, double c) =>
        ExactFma.IsRight(a, b, c, SoftwareFma.MultiplyAdd(a, b, c));

    private static bool Judge(float a, float b, float c) =>
        ExactFma.IsRight(a, b, c, SoftwareFma.MultiplyAdd(a, b, c));

    private static double Double(long mantissa, int exponent, int sign) => BitConverter.Int64BitsToDouble(
        (mantissa & ((1L << 52) - 1)) | ((long)Math.Clamp(exponent, 0, 2046) << 52) | (sign == 0 ? 0 : long.MinValue));

    private static float Single(long mantissa, int exponent, int sign) => BitConverter.Int32BitsToSingle(
        (int)(mantissa & ((1 << 23) - 1)) | (Math.Clamp(exponent, 0, 254) << 23) | (sign == 0 ? 0 : int.MinValue));
}
