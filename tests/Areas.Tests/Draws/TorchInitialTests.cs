using System.Text.Json;
using PalActors.Areas.Contract.Parameters;
using PalActors.Areas.Tests.Numerics;
using PalActors.Areas.Toolkit.Draws;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Tests.Draws;

/// <summary>Initial weights are those of the authors' program.</summary>
public sealed class TorchInitialTests
{
    // Published angles between W^T and B in degrees before training, one column per seed 1, 3, ... 19.
    private static readonly double[][] s_published =
    [
        [86.9976, 87.6626, 86.2665, 89.7017, 95.4966, 83.5598, 87.2783, 94.4153, 90.8709, 91.3961],
        [88.4012, 89.3045, 84.4778, 93.4715, 83.3138, 90.9615, 89.6161, 91.2461, 90.0314, 92.3429],
        [90.0189, 90.1726, 90.1385, 89.8653, 89.9221, 90.0675, 90.0103, 89.9891, 89.8989, 89.9932],
    ];

    private static readonly TorchArea.Dense[] s_autoencoder =
        [new(200, 784), new(2, 200), new(200, 2), new(784, 200)];

    public static TheoryData<long> Seeds => [.. TorchVectors.Seeds];

    [Fact]
    public void TheAnglesOfTheAutoencoderArePublishedOnesForAllSeeds()
    {
        for (int i = 0; i < 10; i++)
        {
            PerArea<TorchWeights?> weights = Draw((2 * i) + 1, s_autoencoder, TorchFeedback.Learned);
            for (int area = 2; area <= 4; area++)
                Assert.Equal(s_published[area - 2][i], Angle(weights[area]!, s_autoencoder[area - 1]), 1e-4);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void TheForwardWeightsUnderBackpropagationAreThoseOfTheReference(long seed)
    {
        JsonElement expected = TorchVectors.Of(seed).GetProperty("init_BP");
        PerArea<TorchWeights?> weights = Draw(seed, s_autoencoder, TorchFeedback.None);
        foreach ((string name, int area) in new[] { ("W1[0][:3]", 1), ("W4[0][:3]", 4) })
        {
            Assert.Equal(
                expected.GetProperty(name).EnumerateArray().Select(value => value.GetSingle()),
                weights[area]!.W.Take(3));
        }

        double[] sums = [.. Enumerable.Range(1, 4).Select(area => weights[area]!.W.Sum(w => (double)w))];
        double[] sumsExpected = [.. expected.GetProperty("sum_W").EnumerateArray().Select(value => value.GetDouble())];
        for (int area = 1; area <= 4; area++)
        {
            // Rounding apart, no weight of 157,000 differs by one unit in its last place.
            Assert.Equal(sumsExpected[area - 1], sums[area - 1], 1e-11);
            Assert.Null(weights[area]!.B);
        }
    }

    [Fact]
    public void DenseAreasDrawInTheOrderOfTheirFeedback()
    {
        TorchArea[] areas = [new TorchArea.Dense(3, 7), new TorchArea.Dense(20, 3)];
        foreach (TorchFeedback feedback in Enum.GetValues<TorchFeedback>())
        {
            PerArea<TorchWeights?> weights = Draw(5, areas, feedback);
            TorchGenerator random = new(5);
            foreach ((TorchArea.Dense area, int index) in new[] { (new TorchArea.Dense(3, 7), 1), (new(20, 3), 2) })
            {
                float[] w = Contiguous(random, area.Inputs * area.Size);
                float[]? b = feedback == TorchFeedback.Fixed ? OneByOne(random, w.Length) : null;
                float[] biases = Contiguous(random, area.Size);
                b ??= feedback == TorchFeedback.Learned ? OneByOne(random, w.Length) : null;
                Assert.Equal(Transposed(w, area.Inputs, area.Size), weights[index]!.W);
                Assert.Equal(biases, weights[index]!.Biases);
                if (feedback != TorchFeedback.Direct)
                    Assert.Equal(b, weights[index]!.B);
            }

            if (feedback != TorchFeedback.Direct)
                continue;
            Assert.Equal(OneByOne(random, 3 * 20), weights[1]!.B);
            Assert.Null(weights[2]!.B);
        }
    }

    [Fact]
    public void ConvolutionsDrawContiguousArraysAndPoolsNone()
    {
        TorchArea[] areas =
            [new TorchArea.Convolution(4, 3, 2, 6, 6), new TorchArea.Pool(4 * 3 * 3), new TorchArea.Dense(5, 36)];
        PerArea<TorchWeights?> weights = Draw(5, areas, TorchFeedback.Fixed);
        TorchGenerator random = new(5);
        Assert.Equal(Contiguous(random, 4 * 3 * 2 * 2), weights[1]!.W);
        Assert.Equal(Contiguous(random, 4), weights[1]!.Biases);
        Assert.Equal(Contiguous(random, 4 * 3 * 2 * 2), weights[1]!.B);
        Assert.Null(weights[2]);
        Assert.Equal(Transposed(Contiguous(random, 36 * 5), 36, 5), weights[3]!.W);
        Assert.Equal(OneByOne(random, 36 * 5), weights[3]!.B);
        Assert.Equal(Contiguous(random, 5), weights[3]!.Biases);
    }

    [Fact]
    public void DirectFeedbackOfAConvolutionIsStoredColumnBeforeRow()
    {
        TorchArea[] areas = [new TorchArea.Convolution(2, 1, 2, 3, 4), new TorchArea.Dense(5, 24)];
        float[] b = Draw(5, areas, TorchFeedback.Direct)[1]!.B!;
        TorchGenerator random = new(5);
        random.SkipNormals(2 * 1 * 2 * 2);
        random.SkipNormals(2);
        random.SkipNormals(24 * 5);
        random.SkipNormals(5);
        for (int filter = 0; filter < 2; filter++)
        {
            for (int column = 0; column < 4; column++)
            {
                for (int row = 0; row < 3; row++)
                    Assert.Equal(OneByOne(random, 5), b.AsSpan(((((filter * 3) + row) * 4) + column) * 5, 5));
            }
        }
    }

    [Fact]
    public void ATransposedVectorIsContiguous()
    {
        float[] b = Draw(5, [new TorchArea.Dense(1, 30)], TorchFeedback.Learned)[1]!.B!;
        TorchGenerator random = new(5);
        random.SkipNormals(30);
        random.SkipNormals(1);
        Assert.Equal(Contiguous(random, 30), b);
    }

    private static PerArea<TorchWeights?> Draw(long seed, TorchArea[] areas, TorchFeedback feedback) =>
        TorchInitial.Draw(new TorchGenerator(seed), areas, feedback);

    private static double Angle(TorchWeights weights, TorchArea.Dense area)
    {
        double product = 0, squareW = 0, squareB = 0;
        for (int cell = 0; cell < area.Size; cell++)
        {
            for (int below = 0; below < area.Inputs; below++)
            {
                double w = weights.W[(cell * area.Inputs) + below], b = weights.B![(below * area.Size) + cell];
                product += w * b;
                squareW += w * w;
                squareB += b * b;
            }
        }

        return Math.Acos(product / Math.Sqrt(squareW * squareB)) * 180 / Math.PI;
    }

    private static float[] Transposed(float[] stored, int rows, int columns) =>
        [.. Enumerable.Range(0, stored.Length).Select(i => stored[(i % rows * columns) + (i / rows)])];

    private static float[] Contiguous(TorchGenerator random, int count)
    {
        float[] values = new float[count];
        random.Normals(values, 0.05);
        return values;
    }

    private static float[] OneByOne(TorchGenerator random, int count)
    {
        float[] values = new float[count];
        random.NormalsOneByOne(values, 0.05);
        return values;
    }
}
