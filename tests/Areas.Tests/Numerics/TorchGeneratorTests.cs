using System.Text.Json;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Tests.Numerics;

/// <summary>Draws equal those of torch on a processor, floats to the bit.</summary>
public sealed class TorchGeneratorTests
{
    public static TheoryData<long> Seeds => [.. TorchVectors.Seeds];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void DrawsWhatTorchDraws(long seed)
    {
        JsonElement vectors = TorchVectors.Of(seed);
        TorchGenerator random = new(seed);
        Assert.All(Floats(vectors, "uniform32"), value => Assert.Equal(value, random.UniformSingle()));

        random = new TorchGenerator(seed);
        Assert.All(
            vectors.GetProperty("int64").EnumerateArray(), value => Assert.Equal(value.GetInt64(), random.Int64()));

        AssertPermutation(vectors, "permutation_12", Permutation(seed, 12));
        int[] order = Permutation(seed, 60_000);
        AssertPermutation(vectors, "permutation_60000_first8_last2", [.. order[..8], .. order[^2..]]);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void DrawsTheNormalsOfTorch(long seed)
    {
        JsonElement vectors = TorchVectors.Of(seed);
        Assert.Equal(Floats(vectors, "normal_contiguous_37"), Contiguous(new TorchGenerator(seed), 37));
        Assert.Equal(Floats(vectors, "normal_small_5"), Contiguous(new TorchGenerator(seed), 5));

        // A transposed view, listed in the order of its storage.
        float[] stored = new float[24];
        new TorchGenerator(seed).NormalsOneByOne(stored);
        Assert.Equal(vectors.GetProperty("normal_transposed_4x6").EnumerateArray().SelectMany(Floats), stored);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void TheCachedNormalOutlivesAContiguousArray(long seed)
    {
        float[][] expected =
        [
            .. TorchVectors.Of(seed).GetProperty("sequence_small3_contiguous20_small2").EnumerateArray().Select(Floats),
        ];
        TorchGenerator random = new(seed);
        Assert.All(expected, values => Assert.Equal(values, Contiguous(random, values.Length)));
    }

    [Fact]
    public void SeedsCountModuloTwoToThe32() =>
        Assert.Equal(new TorchGenerator(12345).Int64(), new TorchGenerator(12345 + (7L << 32)).Int64());

    [Fact]
    public void ADeviationScalesTheNormals()
    {
        float[] plain = new float[37], scaled = new float[37];
        new TorchGenerator(1).Normals(plain);
        new TorchGenerator(1).Normals(scaled, 0.05);
        Assert.Equal(plain.Select(z => z * 0.05f), scaled);
    }

    [Fact]
    public void UniformDoublesTakeTheLow53BitsOfTwoWords()
    {
        TorchGenerator doubles = new(5), integers = new(5);
        for (int i = 0; i < 1000; i++)
            Assert.Equal((integers.Int64() % (1L << 53)) / Math.Pow(2, 53), doubles.UniformDouble());
    }

    [Fact]
    public void ManyNormalsAreNormal()
    {
        float[] z = new float[1_000_003];
        new TorchGenerator(8).Normals(z);
        Assert.InRange(z.Average(), -0.005, 0.005);
        Assert.InRange(z.Average(v => (double)v * v), 0.99, 1.01);
        Assert.InRange(z.Average(v => (double)v * v * v * v), 2.95, 3.05);
        Assert.InRange(z.Count(v => Math.Abs(v) > 1.959964) / (double)z.Length, 0.049, 0.051);
    }

    // Beyond the length of a batch of blocks: the last 16 entries of 5000 are overwritten, the rest are plain.
    [Theory]
    [InlineData(16)]
    [InlineData(1024)]
    [InlineData(1040)]
    [InlineData(5000)]
    public void BlocksOfSixteenFollowTheirFormula(int count)
    {
        float[] z = Contiguous(new TorchGenerator(3), count);
        TorchGenerator random = new(3);
        float[] u = [.. Enumerable.Range(0, count).Select(_ => random.UniformSingle())];
        int rest = count % 16 == 0 ? count : count - 16;
        for (int i = 0; i < rest; i++)
            Assert.Equal(OfBlock(u.AsSpan(i / 16 * 16, 16), i % 16), z[i], 1e-6);
        if (rest == count)
            return;
        float[] last = [.. Enumerable.Range(0, 16).Select(_ => random.UniformSingle())];
        for (int i = 0; i < 16; i++)
            Assert.Equal(OfBlock(last, i), z[rest + i], 1e-6);
    }

    // In doubles, but for the angle, whose rounding to a float is felt.
    private static double OfBlock(ReadOnlySpan<float> u, int entry)
    {
        double radius = Math.Sqrt(-2 * Math.Log(1.0 - u[entry % 8])), angle = u[8 + (entry % 8)] * (float)(2 * Math.PI);
        return radius * (entry < 8 ? Math.Cos(angle) : Math.Sin(angle));
    }

    private static int[] Permutation(long seed, int count)
    {
        int[] order = new int[count];
        new TorchGenerator(seed).Permutation(order);
        return order;
    }

    private static void AssertPermutation(JsonElement vectors, string name, int[] actual) =>
        Assert.Equal(vectors.GetProperty(name).EnumerateArray().Select(value => value.GetInt32()), actual);

    private static float[] Contiguous(TorchGenerator random, int count)
    {
        float[] values = new float[count];
        random.Normals(values);
        return values;
    }

    private static float[] Floats(JsonElement parent, string name) => Floats(parent.GetProperty(name));

    private static float[] Floats(JsonElement values) =>
        [.. values.EnumerateArray().Select(value => value.GetSingle())];
}
