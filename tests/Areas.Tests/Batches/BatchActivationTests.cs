using System.Numerics;
using CsCheck;
using PalActors.Areas.Toolkit.Batches;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Tests.Batches;

/// <summary>Activation functions of rate cells and their derivatives.</summary>
public sealed class BatchActivationTests
{
    private static readonly Dictionary<string, Function> Functions = new()
    {
        ["linear"] = new(x => x, _ => 1),
        ["tanh"] = new(Math.Tanh, x => 1 / (Math.Cosh(x) * Math.Cosh(x))),
        ["sigmoid"] = new(x => 1 / (1 + Math.Exp(-x)), x => 1 / (1 + Math.Exp(-x)) / (1 + Math.Exp(x))),
        ["relu"] = new(x => Math.Max(x, 0), x => x > 0 ? 1 : 0),
        ["hard_sigmoid"] = new(x => Math.Clamp(x, 0, 1), x => x is >= 0 and <= 1 ? 1 : 0),
    };

    public static TheoryData<string> Names => [.. Functions.Keys];

    [Fact]
    public void NamesAreThoseOfTheModel()
    {
        Assert.Equal(Functions.Keys.Order(), BatchActivation<float>.Names.Order());
        Assert.Equal(Functions.Keys.Order(), BatchActivation<double>.Names.Order());
        ArgumentException error = Assert.Throws<ArgumentException>(() => BatchActivation<float>.Get("cosine"));
        Assert.Contains("'cosine'; valid is one of linear, tanh", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void RatesInSinglePrecisionAreWithinThreeUnitsOfTheLastPlace(string name)
    {
        foreach (float x in Arguments())
        {
            (float rate, float slope) = Apply(BatchActivation<float>.Get(name), x);
            double expected = Functions[name].Rate(x);
            double unit = MathF.BitIncrement(MathF.Abs((float)expected)) - MathF.Abs((float)expected);
            // Below -87 the logistic is flushed to zero.
            if (name != "sigmoid" || x >= -87)
                Expect.True(Math.Abs(rate - expected) <= 3 * unit, $"{name}({x:R}) is {rate:R}, not {expected:R}");
            else
                Assert.Equal(0f, rate);
            Assert.InRange(slope - Functions[name].Slope(x), -4e-7, 4e-7);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void RatesInDoublePrecisionAreNearTheLibrarys(string name)
    {
        foreach (float x in Arguments())
        {
            (double rate, double slope) = Apply(BatchActivation<double>.Get(name), x);
            double expected = Functions[name].Rate(x);
            double unit = Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected);
            Assert.InRange(Math.Abs(rate - expected), 0, 4 * unit);
            Assert.InRange(slope - Functions[name].Slope(x), -1e-15, 1e-15);
        }
    }

    [Fact]
    public void EveryVectorWidthGivesTheSameBits()
    {
        SameBits<float>();
        SameBits<double>();
    }

    [Fact]
    public void ScalarsHaveTheBitsOfVectors()
    {
        foreach (float x in Arguments())
        {
            Assert.Equal(PortableSingles.Tanh(x), Apply(BatchActivation<float>.Get("tanh"), x).Rate);
            Assert.Equal(PortableSingles.Logistic(x), Apply(BatchActivation<float>.Get("sigmoid"), x).Rate);
        }
    }

    [Fact]
    public void ANaNStaysOne()
    {
        foreach (string name in Functions.Keys)
        {
            Assert.True(float.IsNaN(Apply(BatchActivation<float>.Get(name), float.NaN).Rate), name);
            Assert.True(double.IsNaN(Apply(BatchActivation<double>.Get(name), double.NaN).Rate), name);
        }
    }

    [Fact]
    public void SaturatingFunctionsStayInTheirRange()
    {
        float[] far = [float.NegativeInfinity, -1e30f, -200, -90, 90, 200, 1e30f, float.PositiveInfinity];
        foreach (float x in far)
        {
            Assert.Equal(x > 0 ? 1 : -1, Apply(BatchActivation<float>.Get("tanh"), x).Rate);
            Assert.Equal(x > 0 ? 1 : 0, Apply(BatchActivation<float>.Get("sigmoid"), x).Rate);
        }
    }

    [Fact]
    public void LengthsThatAreNotWholeCacheLinesAreRefused()
    {
        BatchActivation<float> phi = BatchActivation<float>.Get("tanh");
        Assert.Throws<ArgumentException>(() => phi.Apply(new float[15], new float[15], new float[15]));
        Assert.Throws<ArgumentException>(() => phi.Apply(new float[16], new float[32], new float[16]));
    }

    private static IEnumerable<float> Arguments()
    {
        Random random = new(11);
        float[] special = [0, -0f, 1, -1, 1e-30f, -1e-10f, 0.34657f, 0.34658f, 0.1733f, -87, -87.01f, 87.4f, 88.8f, 10];
        return special.Concat(Enumerable.Range(0, 30_000).Select(i =>
            (float)((random.NextDouble() - 0.5) * Math.Pow(10, (random.NextDouble() * 8) - 5.7))));
    }

    private static (T Rate, T Slope) Apply<T>(BatchActivation<T> phi, T x)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int lanes = BatchLayout.Lanes<T>();
        T[] arguments = new T[lanes], rates = new T[lanes], slopes = new T[lanes];
        arguments[^1] = x;
        phi.Apply(arguments, rates, slopes);
        return (rates[^1], slopes[^1]);
    }

    private static void SameBits<T>()
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] x = [.. Arguments().Take(16_000).Select(T.CreateTruncating)];
        foreach ((BatchActivation<T> wide, BatchActivation<T> narrow) in
            BatchActivations.Create<T>(true).Zip(BatchActivations.Create<T>(false)))
        {
            T[] rates = new T[x.Length], slopes = new T[x.Length], rates2 = new T[x.Length], slopes2 = new T[x.Length];
            wide.Apply(x, rates, slopes);
            narrow.Apply(x, rates2, slopes2);
            BatchStates.AssertSame(rates, rates2);
            BatchStates.AssertSame(slopes, slopes2);
        }
    }

    private sealed record Function(Func<double, double> Rate, Func<double, double> Slope);
}
