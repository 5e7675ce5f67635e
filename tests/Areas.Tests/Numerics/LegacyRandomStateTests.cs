using System.Text.Json;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Tests.Numerics;

/// <summary>Draws equal those of numpy 1.24; the format is described with the traces.</summary>
public sealed class LegacyRandomStateTests
{
    private static readonly JsonElement Root =
        JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "golden", "rng.json"))).RootElement;

    public static TheoryData<uint> Seeds =>
        [.. Root.GetProperty("seeds").EnumerateObject().Select(s => uint.Parse(s.Name))];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void DrawsWhatNumpyDraws(uint seed)
    {
        foreach (JsonProperty list in Root.GetProperty("seeds").GetProperty($"{seed}").EnumerateObject())
        {
            var random = new LegacyRandomState(seed);
            switch (list.Name)
            {
                case "uint32_first10":
                    Assert.All(Doubles(list.Value), word => Assert.Equal(word, random.NextWord()));
                    break;
                case "random_sample_first10":
                    Assert.All(Doubles(list.Value), value => Assert.Equal(value, random.RandomDouble()));
                    break;
                case "uniform_0_1_first10":
                    Assert.All(Doubles(list.Value), value => Assert.Equal(value, random.Uniform(0, 1)));
                    break;
                case "uniform_m1_1_first10":
                    Assert.All(Doubles(list.Value), value => Assert.Equal(value, random.Uniform(-1, 1)));
                    break;
                case "normal_0_1_first10" or "normal_scalar_calls_first10":
                    Assert.All(Doubles(list.Value), value => AssertNear(value, random.Normal(0, 1)));
                    break;
                case "normal_scaled_2.5_0.3_first4":
                    Assert.All(Doubles(list.Value), value => AssertNear(value, random.Normal(2.5, 0.3)));
                    break;
                case "normal_100001st_to_100005th":
                    for (int i = 0; i < 100_000; i++)
                        random.Normal();
                    Assert.All(Doubles(list.Value), value => AssertNear(value, random.Normal()));
                    break;
                case "shuffle_arange7" or "shuffle_arange100":
                    Assert.Equal(Doubles(list.Value), Shuffled(random, list.Value.GetArrayLength()));
                    break;
                case "shuffle_arange14_reshaped_7x2":
                    Assert.Equal(Doubles(list.Value), ShuffledRows(random, 7, 2));
                    break;
                case "randint_100000_999999":
                    Assert.Equal(list.Value.GetInt32(), random.RandInt(100000, 999999));
                    break;
                case "randint_100000_999999_first5":
                    Assert.All(Doubles(list.Value), value => Assert.Equal(value, random.RandInt(100000, 999999)));
                    break;
                case "sequence":
                    Assert.All(list.Value.EnumerateArray().ToArray(), step => AssertStep(random, step));
                    break;
                default:
                    Assert.Fail($"no test for {list.Name}");
                    break;
            }
        }
    }

    [Fact]
    public void ReproducesTheInitialisationOfTheReference()
    {
        JsonElement example = Root.GetProperty("init_example");
        uint seed = example.GetProperty("seed").GetUInt32();
        var potentials = new LegacyRandomState(seed);
        foreach (string name in new[] { "uP", "uI" })
            Assert.All(Doubles(example.GetProperty(name)), value => AssertNear(value, potentials.Normal(0, 1)));
        var weights = new LegacyRandomState(seed);
        foreach (string name in new[] { "WPP", "WIP", "BPP", "BPI" })
            Assert.All(Doubles(example.GetProperty(name)), value => Assert.Equal(value, weights.Uniform(-1, 1)));
    }

    [Fact]
    public void SeedsOfTheTeachers()
    {
        foreach (JsonProperty teacher in Root.GetProperty("teacher_seed").EnumerateObject())
        {
            uint seed = uint.Parse(teacher.Name["from_".Length..]);
            Assert.Equal(teacher.Value.GetInt32(), new LegacyRandomState(seed).RandInt(100000, 999999));
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(623)]
    [InlineData(5000)]
    public void GoesOnFromACapturedState(int draws)
    {
        var random = new LegacyRandomState(42);
        for (int i = 0; i < draws; i++)
            random.NextWord();
        random.Normal();
        LegacyRandomSnapshot snapshot = random.Capture();
        Assert.NotNull(snapshot.CachedNormal);
        double[] expected = Continue(random);
        Assert.Equal(expected, Continue(new LegacyRandomState(snapshot)));
        Assert.NotEqual(snapshot, random.Capture());
        random.Restore(snapshot);
        Assert.Equal(snapshot, random.Capture());
        Assert.Equal(snapshot.GetHashCode(), random.Capture().GetHashCode());
        Assert.Equal(expected, Continue(random));

        static double[] Continue(LegacyRandomState random) =>
        [
            .. Enumerable.Range(0, 700)
                .Select(i => i % 3 == 0 ? random.Normal() : i % 3 == 1 ? random.RandomDouble() : random.RandInt(3)),
        ];
    }

    [Fact]
    public void BoundsOfTheIntegers()
    {
        var random = new LegacyRandomState(1);
        Assert.Equal(new HashSet<int> { 0, 1, 2 }, Enumerable.Range(0, 200).Select(_ => random.RandInt(3)).ToHashSet());
        LegacyRandomSnapshot before = random.Capture();
        Assert.Equal(5, random.RandInt(5, 6));
        Assert.Equal(before, random.Capture());
        Assert.InRange(random.RandInt(int.MinValue, int.MaxValue), int.MinValue, int.MaxValue - 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => random.RandInt(6, 6));
        Assert.Throws<ArgumentException>(() => random.ShuffleRows<double>(new double[7], 2));
        Assert.Throws<ArgumentException>(() => new LegacyRandomState(new LegacyRandomSnapshot([1, 2, 3], 0, null)));
    }

    private static void AssertStep(LegacyRandomState random, JsonElement step)
    {
        double[] expected = Doubles(step.GetProperty("out"));
        switch (step.GetProperty("op").GetString())
        {
            case "normal":
                Assert.All(expected, value => AssertNear(value, random.Normal()));
                break;
            case "uniform_0_1":
                Assert.All(expected, value => Assert.Equal(value, random.Uniform(0, 1)));
                break;
            case "uniform_m1_1":
                Assert.All(expected, value => Assert.Equal(value, random.Uniform(-1, 1)));
                break;
            case "shuffle_arange":
                Assert.Equal(expected, Shuffled(random, expected.Length));
                break;
            case "shuffle_arange_2d":
                JsonElement shape = step.GetProperty("shape");
                Assert.Equal(expected, ShuffledRows(random, shape[0].GetInt32(), shape[1].GetInt32()));
                break;
            case var other:
                Assert.Fail($"no test for {other}");
                break;
        }
    }

    private static double[] Shuffled(LegacyRandomState random, int count)
    {
        double[] items = [.. Enumerable.Range(0, count)];
        random.Shuffle<double>(items);
        return items;
    }

    private static double[] ShuffledRows(LegacyRandomState random, int rows, int columns)
    {
        double[] items = [.. Enumerable.Range(0, rows * columns)];
        random.ShuffleRows<double>(items, columns);
        return items;
    }

    /// <summary>The numbers of an array of any depth, in order.</summary>
    private static double[] Doubles(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array
            ? [.. element.EnumerateArray().SelectMany(Doubles)]
            : [element.GetDouble()];

    /// <summary>Within 2 units in the last place: numpy's logarithm depends on its build.</summary>
    [Fact]
    public void ManyNormalsAtOnceAreTheSameAsOneByOne()
    {
        LegacyRandomState one = new(7), many = new(7);
        foreach (int count in (int[])[1, 2, 3, 50, 0, 127, 128, 129, 131, 1, 1, 5, 1000])
        {
            double[] z = new double[count];
            many.Normals(z);
            Assert.All(z, value => Assert.Equal(
                BitConverter.DoubleToInt64Bits(one.Normal()), BitConverter.DoubleToInt64Bits(value)));
            // The cached normal survives other draws.
            Assert.Equal(one.RandInt(17), many.RandInt(17));
        }

        Assert.Equal(one.Capture(), many.Capture());
    }

    private static void AssertNear(double expected, double actual)
    {
        double unit = Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected);
        Expect.True(Math.Abs(actual - expected) <= 2 * unit, $"{actual:R} instead of {expected:R}");
    }
}
