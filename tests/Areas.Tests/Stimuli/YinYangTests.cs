using PalActors.Areas.Models.Microcircuit;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Tests.Stimuli;

public sealed class YinYangTests
{
    private readonly YinYang _data = new(YinYang.OriginalSeed);

    // Computed separately, with another implementation of the generator.
    [Theory]
    [InlineData("train", 0, 0.19665303788524024, 0.7645611552071782, 1)]
    [InlineData("train", 1, 0.707951346635564, 0.45061661602263625, 2)]
    [InlineData("train", 2, 0.7224772306530615, 0.24155295670354138, 0)]
    [InlineData("train", 3, 0.413391751573849, 0.3798419778724256, 1)]
    [InlineData("train", 5999, 0.8145312283249457, 0.3279738988003663, 0)]
    [InlineData("validation", 0, 0.6685613972026525, 0.47116063471763103, 2)]
    [InlineData("validation", 1, 0.6024158710357296, 0.46037725700584575, 0)]
    [InlineData("test", 0, 0.13693678619891414, 0.253691349172661, 0)]
    [InlineData("test", 3, 0.4735422233962481, 0.9252540666870938, 1)]
    public void TheOriginalSetIsPinned(string split, int index, double x, double y, int expected) =>
        Assert.Equal((x, y, expected), _data.Sample(split, index));

    [Fact]
    public void TheClassesOfTheOriginalSetAreBalanced()
    {
        int[] counts = new int[3];
        for (int i = 0; i < 6000; i++)
            counts[_data.Sample("train", i).Class]++;
        Assert.Equal([1983, 2007, 2010], counts);
    }

    [Fact]
    public void PointsLieInTheDiscAndHaveTheirClass()
    {
        for (int i = 0; i < 3000; i++)
        {
            (double x, double y, int label) = _data.Sample("validation", i);
            Assert.True(Math.Sqrt(Math.Pow(x - 0.5, 2) + Math.Pow(y - 0.5, 2)) <= 0.5);
            Assert.Equal(label, YinYang.ClassOf(x, y));
        }
    }

    [Theory]
    [InlineData(0.75, 0.5, 2)] // the middle of the right dot
    [InlineData(0.25, 0.5, 2)] // and of the left one
    [InlineData(0.75, 0.59, 2)]
    [InlineData(0.25, 0.65, 1)] // around the left dot: yin, above and below the middle
    [InlineData(0.25, 0.35, 1)]
    [InlineData(0.75, 0.65, 0)] // around the right dot: yang, above and below
    [InlineData(0.75, 0.35, 0)]
    [InlineData(0.5, 0.9, 1)] // the upper half is yin, the lower yang
    [InlineData(0.5, 0.1, 0)]
    [InlineData(0.95, 0.6, 0)]
    [InlineData(0.05, 0.4, 1)]
    public void TheGeometryIsThatOfThePaper(double x, double y, int expected) =>
        Assert.Equal(expected, YinYang.ClassOf(x, y));

    [Fact]
    public void HalfATurnExchangesYinAndYang()
    {
        // About the centre, away from the borders, yin becomes yang and dots stay dots.
        Random random = new(7);
        for (int i = 0; i < 2000; i++)
        {
            double x = random.NextDouble(), y = random.NextDouble();
            if (Math.Pow(x - 0.5, 2) + Math.Pow(y - 0.5, 2) > 0.25)
                continue;
            int here = YinYang.ClassOf(x, y), there = YinYang.ClassOf(1 - x, 1 - y);
            Assert.Equal(here == 2 ? 2 : 1 - here, there);
        }
    }

    [Fact]
    public void InputsAndTargetsAreThoseOfTheSample()
    {
        double[] input = new double[4], target = new double[3];
        for (int i = 0; i < 50; i++)
        {
            (double x, double y, int label) = _data.Sample("test", i);
            _data.Input("test", i, input);
            _data.Target("test", i, target);
            Assert.Equal([x, y, 1 - x, 1 - y], input);
            Assert.Equal(Enumerable.Range(0, 3).Select(k => k == label ? 1.0 : 0.1), target);
        }
    }

    [Fact]
    public void TheFirstSamplesDoNotDependOnWhatIsAskedForBefore()
    {
        YinYang late = new(YinYang.OriginalSeed);
        late.Sample("train", 4000);
        late.Sample("test", 3);
        for (int i = 0; i < 100; i++)
            Assert.Equal(_data.Sample("train", i), late.Sample("train", i));
    }

    [Fact]
    public void ThreadsSeeTheSameSamples()
    {
        YinYang shared = new(5);
        (double, double, int)[] seen = new (double, double, int)[2000];
        Parallel.For(0, seen.Length, i => seen[i] = shared.Sample("train", i));
        YinYang alone = new(5);
        for (int i = 0; i < seen.Length; i++)
            Assert.Equal(alone.Sample("train", i), seen[i]);
    }

    [Fact]
    public void SeedsAndSplitsDiffer()
    {
        Assert.NotEqual(new YinYang(1).Sample("train", 0), new YinYang(2).Sample("train", 0));
        Assert.Equal(new YinYang(1).Sample("validation", 9), new YinYang(2).Sample("train", 9));
        Assert.Equal(new YinYang(1).Sample("test", 9), new YinYang(2).Sample("validation", 9));
    }

    [Fact]
    public void UnknownNamesAreRefusedWithTheValidOnes()
    {
        Assert.Contains(
            "train, validation, test",
            Assert.Throws<ArgumentException>(() => _data.Sample("holdout", 0)).Message,
            StringComparison.Ordinal);
        Assert.Contains(
            "yin-yang",
            Assert.Throws<ArgumentException>(() => DataSets.Get(Plan("yinyang"))).Message,
            StringComparison.Ordinal);
        Assert.All(
            DataSets.Names.Where(name => !DataSets.IsFromFiles(name)),
            name => Assert.NotNull(DataSets.Get(Plan(name))));
    }

    private static NetworkPlan Plan(string data) => new()
    {
        Run = 1,
        Network = 0,
        Seed = 1,
        Cells = MicrocircuitModel.ModelName,
        Label = "PAL",
        Model = "PAL",
        Layers = [4, 5, 3],
        Options = [],
        Data = data,
        DataSeed = 1,
        Schedule = new Schedule([new Phase(1, 3, 10, TickFlags.None, "train", 1, 0, null, false)], 30),
    };
}
