using PalActors.Areas.Toolkit.Numerics;
using PalActors.Messages.Control;

namespace PalActors.Areas.Tests.Numerics;

/// <summary>A generator goes on from what was captured, and as if skipped draws had been made.</summary>
public sealed class TorchStateTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(623)]
    [InlineData(624)]
    [InlineData(625)]
    [InlineData(1248)]
    [InlineData(1249)]
    [InlineData(100_000)]
    public void SkippedWordsAreThoseThatWouldHaveBeenDrawn(int words)
    {
        foreach (int before in new[] { 0, 1, 300, 624 })
        {
            TorchGenerator skips = new(7), draws = new(7);
            for (int i = 0; i < before + words; i++)
                draws.UniformSingle();
            for (int i = 0; i < before; i++)
                skips.UniformSingle();
            skips.Skip(words);
            Assert.Equal(draws.Int64(), skips.Int64());
            Assert.Equal(draws.Capture(), skips.Capture());
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(640)]
    [InlineData(1001)]
    public void SkippedNormalsLeaveTheStateThatDrawnOnesLeave(int count)
    {
        float[] z = new float[count];
        TorchGenerator skips = new(7), draws = new(7);
        for (int i = 0; i < 5; i++)
        {
            skips.SkipNormals(count);
            draws.Normals(z);
            skips.SkipNormalsOneByOne(count);
            draws.NormalsOneByOne(z);
            skips.SkipNormalsOneByOne(1);
            draws.NormalsOneByOne(z.AsSpan(0, 1));
            Assert.Equal(draws.Capture(), skips.Capture());
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(311)]
    [InlineData(5000)]
    public void GoesOnFromACapturedState(int draws)
    {
        TorchGenerator random = new(42);
        for (int i = 0; i < draws; i++)
            random.Int64();
        random.NormalsOneByOne(new float[1]);
        TorchState state = random.Capture();
        Assert.NotNull(state.CachedNormal);
        double[] expected = Continue(random);
        Assert.NotEqual(state, random.Capture());
        Assert.Equal(expected, Continue(new TorchGenerator(state)));
        random.Restore(TorchState.FromBlock(state.ToBlock("random")));
        Assert.Equal(state, random.Capture());
        Assert.Equal(state.GetHashCode(), random.Capture().GetHashCode());
        Assert.Equal(expected, Continue(random));
    }

    [Fact]
    public void ABlockHoldsFiniteNumbersOnly()
    {
        StateBlock block = new TorchGenerator(3).Capture().ToBlock("random");
        Assert.Equal(("random", TorchState.BlockLength, 1), (block.Name, block.Rows, block.Columns));
        Assert.All(block.Values, value => Assert.True(double.IsFinite(value)));
    }

    [Theory]
    [InlineData(0, -1, "has the word '-1'; valid is an integer from 0 to 4294967295")]
    [InlineData(623, 0.5, "has the word '0.5'; valid is an integer from 0 to 4294967295")]
    [InlineData(5, double.NaN, "has the word 'NaN'; valid is an integer from 0 to 4294967295")]
    [InlineData(624, 625, "has the position '625'; valid is an integer from 0 to 624")]
    [InlineData(624, 2.5, "has the position '2.5'; valid is an integer from 0 to 624")]
    [InlineData(625, 2, "has the flag '2' of a cached normal; valid is 0 or 1")]
    [InlineData(626, double.PositiveInfinity, "has the cached normal 'Infinity'; valid is a finite number")]
    public void ADamagedBlockIsRefused(int place, double value, string expected)
    {
        TorchGenerator random = new(3);
        random.NormalsOneByOne(new float[1]);
        StateBlock block = random.Capture().ToBlock("random");
        block.Values[place] = value;
        ArgumentException error = Assert.Throws<ArgumentException>(() => TorchState.FromBlock(block));
        Assert.Contains($"Block 'random' of a torch generator {expected}.", error.Message);
    }

    [Fact]
    public void ABlockOfAnotherLengthIsRefused() => Assert.Contains(
        "has 3 values; valid is 627",
        Assert.Throws<ArgumentException>(() => TorchState.FromBlock(new StateBlock("x", 3, 1, new double[3]))).Message);

    private static double[] Continue(TorchGenerator random)
    {
        float[] z = new float[21];
        List<double> all = [];
        for (int i = 0; i < 100; i++)
        {
            random.Normals(z);
            random.NormalsOneByOne(z.AsSpan(0, 3));
            all.AddRange([.. z, random.UniformDouble(), random.UniformSingle(), random.Int64()]);
        }

        return [.. all];
    }
}
