using System.Runtime.Intrinsics;
using CsCheck;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Tests.Numerics;

/// <summary>Results have the same bits for every width, length and position in the span.</summary>
public sealed class ElementwiseTests
{
    private static readonly double[] Special =
    [
        0.0, -0.0, 1.0, -1.0, double.PositiveInfinity, double.NegativeInfinity, double.MaxValue, double.MinValue,
        double.Epsilon,
        -double.Epsilon, 2.2250738585072014e-308, 709.7827128933841, -745.2, -708.5, 20.0, -20.0, 0.5,
        0.41421356237309503, 1e-300,
    ];

    private static readonly Gen<double[]> Spans = Gen.OneOf(
        Gen.Double[-1, 1], Gen.Double[-40, 40], Gen.Double[-800, 800], Gen.Double,
        Gen.Int[0, 18].Select(i => Special[i])).Array[0, 40];

    [Fact]
    public void Exp() => SameBits<ExpFunction>(PortableMath.Exp);

    [Fact]
    public void Log() => SameBits<LogFunction>(PortableMath.Log);

    [Fact]
    public void Log1p() => SameBits<Log1pFunction>(PortableMath.Log1p);

    [Fact]
    public void Logistic() => SameBits<LogisticFunction>(PortableMath.Logistic);

    [Fact]
    public void Tanh() => SameBits<TanhFunction>(PortableMath.Tanh);

    [Fact]
    public void SoftPlus() => SameBits<SoftPlusFunction>(PortableMath.SoftPlus);

    [Fact]
    public void EveryLengthFromZeroTo40()
    {
        for (int length = 0; length <= 40; length++)
            Compare<LogisticFunction>(
                [.. Enumerable.Range(0, length).Select(i => (0.37 * i) - 5)], PortableMath.Logistic);
    }

    [Fact]
    public void InPlaceAndInsideALargerArray()
    {
        double[] x = [.. Enumerable.Range(0, 30).Select(i => (0.5 * i) - 7)];
        double[] y = [.. x];
        Elementwise.Map<TanhFunction>(y.AsSpan(3, 21), y.AsSpan(3, 21));
        for (int i = 0; i < x.Length; i++)
            Assert.Equal(i is >= 3 and < 24 ? PortableMath.Tanh(x[i]) : x[i], y[i]);
    }

    [Fact]
    public void RefusesSpansOfDifferentLengths()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => Elementwise.Map<ExpFunction>(new double[3], new double[4]));
        Assert.Contains("3", error.Message, StringComparison.Ordinal);
        Assert.Contains("4", error.Message, StringComparison.Ordinal);
    }

    private static void SameBits<TFunction>(Func<double, double> scalar)
        where TFunction : struct, IUnaryFunction => Spans.Sample(x => Compare<TFunction>(x, scalar), iter: 2000);

    private static void Compare<TFunction>(double[] x, Func<double, double> scalar)
        where TFunction : struct, IUnaryFunction
    {
        double[] expected = [.. x.Select(scalar)];
        double[] y = new double[x.Length];
        Elementwise.Map<TFunction, double, ulong, Lanes1>(x, y);
        AssertSame(expected, y);
        Elementwise.Map<TFunction, Vector256<double>, Vector256<ulong>, Lanes256>(x, y);
        AssertSame(expected, y);
        Elementwise.Map<TFunction, Vector512<double>, Vector512<ulong>, Lanes512>(x, y);
        AssertSame(expected, y);
        Elementwise.Map<TFunction>(x, y);
        AssertSame(expected, y);
    }

    private static void AssertSame(double[] expected, double[] actual)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            // The bits of a NaN are not specified.
            if (!double.IsNaN(expected[i]) || !double.IsNaN(actual[i]))
                Assert.Equal(BitConverter.DoubleToInt64Bits(expected[i]), BitConverter.DoubleToInt64Bits(actual[i]));
        }
    }
}
