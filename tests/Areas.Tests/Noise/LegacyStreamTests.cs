using System.Globalization;
using PalActors.Areas.Models.Microcircuit.Noise;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Toolkit.Noise;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Tests.Noise;

/// <summary>The shared stream against the reference's own order of draws.</summary>
public sealed class LegacyStreamTests
{
    private static readonly int[] s_layers = [2, 3, 5, 4, 2];

    private static readonly Schedule s_schedule = new(
        [
            new Phase(1, 6, 10, TickFlags.None, "settle", 0, -1, null, false),
            new Phase(61, 30, 10, TickFlags.Noise, "train", 1, 0, null, false),
            new Phase(361, 30, 10, TickFlags.Noise, "train", 2, 1, null, false),
            new Phase(661, 30, 10, TickFlags.Noise, "train", 3, 2, null, false),
        ],
        960);

    [Theory]
    [InlineData(1, 0.05)]
    [InlineData(5, 0.05)]
    [InlineData(7, 0.05)]
    [InlineData(2, 0.0)]
    public void EachAreaGetsItsSliceWheneverItAsks(int interval, double scaleOfSecond)
    {
        Dictionary<(long Tick, int Hidden), double[]?> expected = Reference(interval, scaleOfSecond);
        Random random = new(interval);
        for (int round = 0; round < 20; round++)
        {
            LegacyStream stream = Stream(interval, scaleOfSecond, noisy: true);
            INormalSource[] sources = [.. Enumerable.Range(1, 3).Select(stream.SourceOf)];
            long[] next = [61, 61, 61];
            while (next.Any(tick => tick <= 960))
            {
                int h = random.Next(3);
                for (int burst = random.Next(300); burst > 0 && next[h] <= 960; burst--)
                    AssertDraw(expected, sources[h], h, next[h]++);
            }
        }
    }

    [Fact]
    public void AnAreaThatIsRestoredGoesBackAndOthersDoNotNotice()
    {
        Dictionary<(long Tick, int Hidden), double[]?> expected = Reference(3, 0.05);
        LegacyStream stream = Stream(3, 0.05, noisy: true);
        INormalSource[] sources = [.. Enumerable.Range(1, 3).Select(stream.SourceOf)];
        for (long tick = 61; tick <= 700; tick++)
        {
            for (int h = 0; h < 3; h++)
                AssertDraw(expected, sources[h], h, tick);
        }

        for (long tick = 200; tick <= 960; tick++)
        {
            AssertDraw(expected, sources[1], 1, tick);
            if (tick + 500 <= 960)
                AssertDraw(expected, sources[2], 2, tick + 500);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void TheOrderOfAnEpochIsThatOfTheReferenceWhoeverAsksWhen(bool noisy)
    {
        int[][] expected = Orders(noisy);
        Assert.NotEqual(expected[0], expected[1]);
        foreach (int[] asked in (int[][])[[1, 2, 3], [3, 1, 2], [2, 2, 1, 1, 3]])
        {
            LegacyStream stream = Stream(1, 0.05, noisy);
            Assert.All(asked, phase => Assert.Equal(expected[phase - 1], stream.OrderOf(phase)));
        }
    }

    [Fact]
    public async Task AreasOnSeveralThreadsGetTheSame()
    {
        Dictionary<(long Tick, int Hidden), double[]?> expected = Reference(1, 0.05);
        LegacyStream stream = Stream(1, 0.05, noisy: true);
        INormalSource[] sources = [.. Enumerable.Range(1, 3).Select(stream.SourceOf)];
        await Task.WhenAll(Enumerable.Range(0, 3).Select(h => Task.Run(() =>
        {
            for (long tick = 61; tick <= 960; tick++)
                AssertDraw(expected, sources[h], h, tick);
        })));
    }

    private static void AssertDraw(
        Dictionary<(long Tick, int Hidden), double[]?> expected, INormalSource source, int h, long tick)
    {
        double[] z = source.Draw(tick, tick - 61).ToArray();
        double[]? values = expected[(tick, h)];
        Assert.Equal(values is not null, z.Length > 0);
        if (values is not null)
            Assert.Equal(values, z[..values.Length]);
    }

    private static LegacyStream Stream(int interval, double scaleOfSecond, bool noisy)
    {
        MicrocircuitParameters parameters = new(
            AreaGraph.Chain(s_layers),
            [
                new("eta_fw", ["1"]), new("eta_bw", ["1"]), new("eta_IP", ["1"]), new("eta_PI", ["1"]),
                new("generator", [RandomGenerators.NumpyLegacy]),
                new("dtxi", [(0.01 * interval).ToString(CultureInfo.InvariantCulture)]),
                new("noise_scale", ["0.05", scaleOfSecond.ToString(CultureInfo.InvariantCulture), "0.1"]),
            ]);
        return new LegacyStream(9, s_schedule, parameters, noisy);
    }

    // Sections 5 and 7 of FORMAT, literally: per tick and area, null where the noise is held.
    private static Dictionary<(long Tick, int Hidden), double[]?> Reference(int interval, double scaleOfSecond)
    {
        Dictionary<(long, int), double[]?> draws = [];
        LegacyRandomState random = new(9);
        int[] order = [.. Enumerable.Range(0, 30)];
        double[] scale = [0.05, scaleOfSecond, 0.1];
        bool[] zero = [true, true, true];
        long c = 0;
        for (long tick = 61; tick <= 960; tick++)
        {
            if ((tick - 61) % 300 == 0)
                random.Shuffle<int>(order);
            for (int h = 0; h < 3; h++)
            {
                draws[(tick, h)] = null;
                if (zero[h] || c % interval == 0)
                {
                    draws[(tick, h)] = [.. Enumerable.Range(0, s_layers[h + 1]).Select(_ => random.Normal())];
                    zero[h] = scale[h] == 0;
                    c = 0;
                }

                c++;
            }
        }

        return draws;
    }

    private static int[][] Orders(bool noisy)
    {
        LegacyRandomState random = new(9);
        int[] order = [.. Enumerable.Range(0, 30)];
        int[][] orders = new int[3][];
        for (int epoch = 0; epoch < 3; epoch++)
        {
            random.Shuffle<int>(order);
            orders[epoch] = [.. order];
            for (int i = 0; noisy && i < 300 * 12; i++)
                random.Normal();
        }

        return orders;
    }
}
