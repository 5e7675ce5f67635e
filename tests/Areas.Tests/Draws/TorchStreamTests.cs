using PalActors.Areas.Tests.Numerics;
using PalActors.Areas.Toolkit.Draws;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Tests.Draws;

/// <summary>Splits, orders and noise are those of the authors' program.</summary>
public sealed class TorchStreamTests
{
    private static readonly TorchArea[] s_autoencoder =
    [
        new TorchArea.Dense(200, 784), new TorchArea.Dense(2, 200), new TorchArea.Dense(200, 2),
        new TorchArea.Dense(784, 200),
    ];

    // With a batch of 3, areas below and above the 16 entries from which torch draws in blocks; 21 is no multiple.
    private static readonly TorchArea[] s_small =
        [new TorchArea.Dense(7, 4), new TorchArea.Dense(1, 7), new TorchArea.Pool(16), new TorchArea.Dense(3, 16)];

    public static TheoryData<long> Seeds => [.. TorchVectors.Seeds];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void TheFirstImagesOfARunAreThoseOfTheReference(long seed)
    {
        (int[] train, int[] validation) = TorchPass.DrawSplit(seed, 60_000, 50_000);
        Assert.Equal(Enumerable.Range(0, 60_000), train.Concat(validation).Order());

        TorchGenerator random = new(seed);
        TorchInitial.Draw(random, s_autoencoder, TorchFeedback.None);
        TorchStream stream = new(random, s_autoencoder, 32);
        int[] order = [];
        foreach (TorchPass pass in TorchPass.OfRun(1).TakeWhile(_ => order.Length == 0))
        {
            if (pass.Shuffled)
                order = stream.BeginShuffledPass(train.Length);
            else
                stream.BeginPass(shuffled: false);
        }

        IEnumerable<int> expected = TorchVectors.Of(seed).GetProperty("bp_epoch1_first6").EnumerateArray()
            .Select(value => value.GetInt32());
        Assert.Equal(expected, order.Take(6).Select(i => train[i]));
    }

    [Fact]
    public void ARunValidatesAndTestsBeforeItTrains() => Assert.Equal(
        [
            new("validation", 0, false), new("test", 0, false),
            new("train", 1, true), new("validation", 1, false), new("train", 2, true), new("validation", 2, false),
        ],
        TorchPass.OfRun(2));

    [Fact]
    public void AReadOutTrainsAndTestsPerEpoch() => Assert.Equal(
        [new("train", 0, true), new("test", 0, false), new("train", 1, true), new("test", 1, false)],
        TorchPass.OfReadOuts(1));

    [Fact]
    public void EachAreaFindsItsPartOfTheNoise()
    {
        TorchStream whole = new(new TorchGenerator(3), s_small, 3);
        TorchStream[] parts = [.. s_small.Select(_ => new TorchStream(new TorchGenerator(3), s_small, 3))];
        TorchGenerator plain = new(3);
        for (int step = 0; step < 40; step++)
        {
            float[][] z = [.. s_small.Select(area => new float[3 * area.Cells])];
            whole.Step(z);
            for (int i = 0; i < z.Length; i++)
            {
                float[] part = new float[z[i].Length], expected = new float[z[i].Length];
                parts[i].Step(i + 1, part);
                plain.Normals(expected);
                Assert.Equal(expected, part);
                Assert.Equal(expected, z[i]);
            }
        }

        Assert.All(parts, part => Assert.Equal(whole.Capture(), part.Capture()));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(16)]
    public void SkippedStepsLeaveTheStateThatDrawnOnesLeave(int batch)
    {
        TorchStream draws = new(new TorchGenerator(3), s_small, batch);
        TorchStream skips = new(new TorchGenerator(3), s_small, batch);
        float[][] z = [.. s_small.Select(area => new float[batch * area.Cells])];
        for (int step = 0; step < 101; step++)
            draws.Step(z);
        skips.SkipSteps(100);
        skips.Step([null, null, z[2], null]);
        Assert.Equal(draws.Capture(), skips.Capture());
    }

    [Fact]
    public void GoesOnFromACapturedState()
    {
        TorchStream stream = new(new TorchGenerator(3), s_small, 3), other = new(new TorchGenerator(4), s_small, 3);
        stream.BeginPass(shuffled: false);
        stream.SkipSteps(11);
        other.Restore(stream.Capture());
        Assert.Equal(stream.BeginShuffledPass(100), other.BeginShuffledPass(100));
        Assert.Equal(stream.Capture(), other.Capture());
    }

    [Fact]
    public void AnOrderThatIsNotNeededIsPassedOver()
    {
        TorchStream source = new(new TorchGenerator(3), s_small, 3), area = new(new TorchGenerator(3), s_small, 3);
        source.BeginShuffledPass(100);
        area.BeginPass(shuffled: true);
        Assert.Equal(source.Capture(), area.Capture());
    }

    [Fact]
    public void WhatDoesNotFitIsRefused()
    {
        TorchStream stream = new(new TorchGenerator(3), s_small, 3);
        Assert.Equal(
            "The noise of area 3 has room for '47' values; valid is 48.",
            Assert.Throws<ArgumentException>(() => stream.Step(3, new float[47])).Message);
        Assert.Contains(
            "The area is '5'; valid is 1 to 4.",
            Assert.Throws<ArgumentOutOfRangeException>(() => stream.Step(5, new float[48])).Message);
        Assert.Contains(
            "is '11'; valid is 0 to 10",
            Assert.Throws<ArgumentOutOfRangeException>(() => TorchPass.DrawSplit(1, 10, 11)).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new TorchStream(new TorchGenerator(3), s_small, 0));
    }
}
