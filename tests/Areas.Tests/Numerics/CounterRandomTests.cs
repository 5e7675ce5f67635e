using System.Runtime.Intrinsics;
using CsCheck;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Tests.Numerics;

public sealed class CounterRandomTests
{
    private const ulong Seed = 0x0123_4567_89AB_CDEF;

    [Fact]
    public void TheBlockIsThePhiloxOfTheDocumentedCounter()
    {
        uint c0 = 0x9ABC_DEF0, c1 = 0x1234_5678, c2 = 7, c3 = 0x0300_0005;
        Philox4x32.Block(ref c0, ref c1, ref c2, ref c3, 0x89AB_CDEF, 0x0123_4567);
        Assert.Equal((c0, c1, c2, c3), CounterRandom.Block(Seed, RandomStream.Shuffle, 5, 7, 0x1234_5678_9ABC_DEF0));
    }

    [Fact]
    public void TheNumbersOfTheStreamsAreFixed() =>
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], Enum.GetValues<RandomStream>().Select(s => (int)s));

    [Theory]
    [InlineData(-1)]
    [InlineData(CounterRandom.AreaBound)]
    public void RefusesAnAreaOutsideItsBits(int area) =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => CounterRandom.Normals(Seed, RandomStream.Noise, area, 0, new double[8]));

    [Fact]
    public void NormalsAreTheDocumentedFunctionOfTheBlock()
    {
        double[] z = new double[77];
        CounterRandom.Normals(Seed, RandomStream.Noise, 3, 1234567890123, z);
        for (int n = 0; n < z.Length; n++)
            Assert.Equal(Normal(3, 1234567890123, n), z[n]);
    }

    [Fact]
    public void NormalsDependNeitherOnLengthNorOnWidth() =>
        Gen.Select(Gen.Int[0, 70], Gen.Int[0, 1000], Gen.Long).Sample(
            (length, area, tick) =>
            {
                double[] expected = [.. Enumerable.Range(0, length).Select(n => Normal(area, tick, n))];
                double[] z = new double[length];
                CounterRandom.Normals(Seed, RandomStream.Noise, area, tick, z);
                Assert.Equal(expected, z);
                CounterRandom.Normals<double, ulong, Lanes1>(Seed, RandomStream.Noise, area, tick, z);
                Assert.Equal(expected, z);
                CounterRandom.Normals<Vector256<double>, Vector256<ulong>, Lanes256>(
                    Seed, RandomStream.Noise, area, tick, z);
                Assert.Equal(expected, z);
                CounterRandom.Normals<Vector512<double>, Vector512<ulong>, Lanes512>(
                    Seed, RandomStream.Noise, area, tick, z);
                Assert.Equal(expected, z);
            },
            iter: 500);

    [Fact]
    public void NormalsOfSuccessiveTicksAreThoseOfEachTick() =>
        Gen.Select(Gen.Int[1, 20], Gen.Int[1, 6], Gen.Int[0, 1000], Gen.Int[-8, 8]).Sample(
            (ticks, groups, area, offset) =>
            {
                // About the tick where the low word of the counter starts again at 0.
                long first = (1L << 32) + offset;
                int width = 16 * groups;
                double[] z = new double[ticks * width];
                CounterRandom.Normals(Seed, RandomStream.Noise, area, first, ticks, z);
                for (int i = 0; i < z.Length; i++)
                    Assert.Equal(Normal(area, first + (i / width), i % width), z[i]);
            },
            iter: 200);

    [Theory]
    [InlineData(2, 16)]
    [InlineData(1, 24)]
    [InlineData(1, 0)]
    public void RefusesTicksThatAreNoWholeGroups(int ticks, int values) =>
        Assert.Throws<ArgumentException>(
            () => CounterRandom.Normals(Seed, RandomStream.Noise, 1, 1, ticks, new double[values]));

    [Fact]
    public void RefusesNoTicks() =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => CounterRandom.Normals(Seed, RandomStream.Noise, 1, 1, 0, new double[16]));

    [Fact]
    public void NormalsStayInsideTheirSpan()
    {
        for (int length = 0; length <= 40; length++)
        {
            double[] guarded = new double[length + 32];
            Array.Fill(guarded, double.NaN);
            CounterRandom.Normals(Seed, RandomStream.Noise, 0, 0, guarded.AsSpan(16, length));
            Assert.Equal(length, guarded.Count(double.IsFinite));
            Assert.DoesNotContain(guarded[16..(16 + length)], double.IsNaN);
        }
    }

    [Fact]
    public void MomentsOfTheNormals()
    {
        const int Count = 1 << 20;
        double[] z = new double[Count];
        CounterRandom.Normals(Seed, RandomStream.Noise, 1, 1, z);
        // Standard deviations of the sample moments of a normal: 1, sqrt 2, sqrt 15, sqrt 96, each over sqrt(Count);
        // five of them are allowed.
        double unit = 5 / Math.Sqrt(Count);
        Assert.InRange(z.Average(), -unit, unit);
        Assert.InRange(z.Average(x => x * x) - 1, -unit * Math.Sqrt(2), unit * Math.Sqrt(2));
        Assert.InRange(z.Average(x => x * x * x), -unit * Math.Sqrt(15), unit * Math.Sqrt(15));
        Assert.InRange(z.Average(x => x * x * x * x) - 3, -unit * Math.Sqrt(96), unit * Math.Sqrt(96));
        // The share beyond two and four standard deviations.
        Assert.InRange(z.Count(x => Math.Abs(x) > 2) / (double)Count, 0.0445, 0.0465);
        Assert.InRange(z.Count(x => Math.Abs(x) > 4), 30, 110);
    }

    /// <summary>
    /// Draws are uncorrelated over ticks, areas, streams and seeds, and over neurons that share a block or a vector.
    /// </summary>
    [Fact]
    public void DrawsAreIndependent()
    {
        const int Count = 1 << 17;
        double[] origin = Draw(Seed, RandomStream.Noise, 1, 1);
        double[][] others =
        [
            Draw(Seed, RandomStream.Noise, 1, 2), Draw(Seed, RandomStream.Noise, 1, 1L << 32),
            Draw(Seed, RandomStream.Noise, 2, 1),
            Draw(Seed, RandomStream.Noise, 0, 1), Draw(Seed, RandomStream.Weights, 1, 1),
            Draw(Seed + 1, RandomStream.Noise, 1, 1),
            Draw(Seed ^ (1UL << 40), RandomStream.Noise, 1, 1),
            .. new[] { 1, 2, 3, 4, 7, 8, 9, 16, 32 }
                .Select(lag => (double[])[.. origin.Skip(lag), .. origin.Take(lag)]),
        ];
        double bound = 5 / Math.Sqrt(Count);
        foreach (double[] other in others)
        {
            Assert.InRange(origin.Zip(other, (a, b) => a * b).Average(), -bound, bound);
            // Magnitudes are uncorrelated too: z^2 - 1 has variance 2.
            Assert.InRange(origin.Zip(other, (a, b) => ((a * a) - 1) * ((b * b) - 1) / 2).Average(), -bound, bound);
        }

        static double[] Draw(ulong seed, RandomStream stream, int area, long tick)
        {
            double[] z = new double[Count];
            CounterRandom.Normals(seed, stream, area, tick, z);
            return z;
        }
    }

    [Fact]
    public void ConsecutiveTicksOfOneNeuronAreNormalAndIndependent()
    {
        double[] buffer = new double[8];
        double[] series = new double[1 << 16];
        for (int tick = 0; tick < series.Length; tick++)
        {
            CounterRandom.Normals(Seed, RandomStream.Noise, 1, tick, buffer);
            series[tick] = buffer[5];
        }

        double bound = 5 / Math.Sqrt(series.Length);
        Assert.InRange(series.Average(), -bound, bound);
        Assert.InRange(series.Average(x => x * x) - 1, -bound * Math.Sqrt(2), bound * Math.Sqrt(2));
        Assert.InRange(series.Zip(series.Skip(1), (a, b) => a * b).Average(), -bound, bound);
    }

    [Fact]
    public void UniformFillsItsIntervalEvenly()
    {
        int[] bins = new int[64];
        for (uint index = 0; index < 1 << 16; index++)
        {
            double u = CounterRandom.Uniform(Seed, RandomStream.Weights, 2, index, 0);
            Assert.InRange(u, 0.0, 1.0 - Math.Pow(2, -53));
            bins[(int)(u * bins.Length)]++;
        }

        Assert.True(ChiSquared(bins) < 120, $"chi-squared of {ChiSquared(bins)} with 63 degrees of freedom");
    }

    /// <summary>Box and Muller's transform of one block, in scalar code.</summary>
    private static double Normal(int area, long tick, int n)
    {
        (uint w0, uint w1, uint w2, uint w3) =
            CounterRandom.Block(Seed, RandomStream.Noise, area, (uint)((8 * (n / 16)) + (n % 8)), tick);
        double u1 = (((((ulong)w0 << 32) | w1) >> 11) + 1) * Math.Pow(2, -53);
        double u2 = ((((ulong)w2 << 32) | w3) >> 11) * Math.Pow(2, -53);
        (double sin, double cos) = PortableMath.SinCosTurns(u2);
        return Math.Sqrt(-2 * PortableMath.Log(u1)) * (n / 8 % 2 == 0 ? cos : sin);
    }

    internal static double ChiSquared(int[] counts)
    {
        double expected = counts.Average();
        return counts.Sum(c => (c - expected) * (c - expected) / expected);
    }
}
