using System.Globalization;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Tests.Numerics;

public sealed class PortableMathTests
{
    private static readonly Dictionary<string, Func<double, double>> Functions = new()
    {
        ["exp"] = PortableMath.Exp,
        ["log"] = PortableMath.Log,
        ["log1p"] = PortableMath.Log1p,
        ["logistic"] = PortableMath.Logistic,
        ["tanh"] = PortableMath.Tanh,
        ["softplus"] = PortableMath.SoftPlus,
        ["sin"] = u => PortableMath.SinCosTurns(u).Sin,
        ["cos"] = u => PortableMath.SinCosTurns(u).Cos,
    };

    private static readonly ILookup<string, (double X, double Y)> Table =
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Numerics", "portable_math.csv"))
            .Select(line => line.Split(','))
            .ToLookup(cells => cells[0], cells => (Double(cells[1]), Double(cells[2])));

    public static TheoryData<string> Names => [.. Functions.Keys];

    /// <summary>
    /// An error below 1.5 units in the last place is at most one double away from the correctly rounded value. The
    /// logistic, used for every rate, omits a correction step for speed: below 2.3 units, at most two doubles.
    /// </summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void IsNextToTheCorrectlyRoundedValue(string name)
    {
        (double X, double Y)[] points = [.. Table[name]];
        Assert.Equal(400, points.Length);
        int exact = 0;
        foreach ((double x, double expected) in points)
        {
            double y = Functions[name](x);
            long distance = Math.Abs(Order(y) - Order(expected));
            Expect.True(
                distance <= (name == "logistic" ? 2 : 1),
                $"{name}({x:R}) is {y:R}, {distance} doubles from {expected:R}");
            exact += distance == 0 ? 1 : 0;
        }

        Expect.True(
            exact > (name == "logistic" ? 0.6 : 0.9) * points.Length,
            $"{name}: only {exact} of {points.Length} correctly rounded");
    }

    [Theory]
    [InlineData("exp", 1.0, 1.0, double.PositiveInfinity, 0.0)]
    [InlineData("log", double.NegativeInfinity, double.NegativeInfinity, double.PositiveInfinity, double.NaN)]
    [InlineData("logistic", 0.5, 0.5, 1.0, 0.0)]
    [InlineData("tanh", 0.0, -0.0, 1.0, -1.0)]
    [InlineData("softplus", 0.6931471805599453, 0.6931471805599453, double.PositiveInfinity, 0.0)]
    public void ZerosInfinitiesAndNaN(
        string name, double atZero, double atMinusZero, double atInfinity, double atMinusInfinity)
    {
        Func<double, double> f = Functions[name];
        Assert.Equal(Bits(atZero), Bits(f(0.0)));
        Assert.Equal(Bits(atMinusZero), Bits(f(-0.0)));
        Assert.Equal(atInfinity, f(double.PositiveInfinity));
        Assert.Equal(atMinusInfinity, f(double.NegativeInfinity));
        Assert.True(double.IsNaN(f(double.NaN)));
        Assert.True(double.IsNaN(f(-double.NaN)));
    }

    [Fact]
    public void ExpOverflowsAndUnderflowsWhereItShould()
    {
        const double Largest = 709.782712893384;
        const double Smallest = -745.1332191019411;
        Assert.True(double.IsFinite(PortableMath.Exp(Largest - 1e-12)));
        Assert.Equal(double.PositiveInfinity, PortableMath.Exp(Largest + 1e-12));
        Assert.Equal(double.PositiveInfinity, PortableMath.Exp(1e300));
        Assert.Equal(double.Epsilon, PortableMath.Exp(Smallest));
        Assert.Equal(0.0, PortableMath.Exp(Smallest - 1e-12));
        Assert.Equal(0.0, PortableMath.Exp(-1e300));
        Assert.Equal(double.Epsilon, PortableMath.SoftPlus(Smallest));
    }

    [Fact]
    public void LogarithmOutsideItsDomain()
    {
        Assert.True(double.IsNaN(PortableMath.Log(-double.Epsilon)));
        Assert.True(double.IsNaN(PortableMath.Log(-1.0)));
        Assert.True(double.IsNaN(PortableMath.Log1p(double.NaN)));
        Assert.Equal(0L, Bits(PortableMath.Log(1.0)));
        Assert.Equal(0L, Bits(PortableMath.Log1p(0.0)));
    }

    [Fact]
    public void LogisticFlushesBelowMinus709AndNowhereElse()
    {
        Assert.True(PortableMath.Logistic(-709.0) > 0);
        Assert.Equal(0L, Bits(PortableMath.Logistic(Math.BitDecrement(-709.0))));
        Assert.Equal(1.0, PortableMath.Logistic(709.0));
        Assert.Equal(1.0, PortableMath.Logistic(1e300));
    }

    [Fact]
    public void QuarterTurnsAreExact()
    {
        (double Sin, double Cos)[] quarters = [(0, 1), (1, 0), (0, -1), (-1, 0)];
        for (int q = -1000; q <= 1000; q++)
            Assert.Equal(quarters[q & 3], PortableMath.SinCosTurns(q / 4.0));
    }

    [Fact]
    public void SaturatingFunctionsNeverLeaveTheirRange()
    {
        for (double x = -60; x <= 60; x += 0.0037)
        {
            Assert.InRange(PortableMath.Logistic(x), 0.0, 1.0);
            Assert.InRange(PortableMath.Tanh(x), -1.0, 1.0);
            Assert.Equal(PortableMath.Tanh(x), -PortableMath.Tanh(-x));
            Assert.True(PortableMath.SoftPlus(x) >= x);
        }
    }

    private static long Bits(double x) => BitConverter.DoubleToInt64Bits(x);

    /// <summary>Neighbouring doubles get neighbouring numbers.</summary>
    private static long Order(double x) => Bits(x) is var bits && bits >= 0 ? bits : long.MinValue - bits;

    private static double Double(string hex) =>
        BitConverter.UInt64BitsToDouble(ulong.Parse(hex, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
}
