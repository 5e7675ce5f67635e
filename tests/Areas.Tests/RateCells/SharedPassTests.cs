using System.Numerics;
using PalActors.Areas.Models.RateCells.Cells;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Areas.Tests.RateCells;

/// <summary>Noise and activation of batches of many shapes, shared by threads or not.</summary>
public sealed class SharedPassTests
{
    private const ulong Seed = 99;

    public static TheoryData<int, int, int> Shapes
    {
        get
        {
            TheoryData<int, int, int> shapes = [];
            foreach ((int cells, int slots) in
                new[] { (1, 1), (37, 5), (40, 16), (301, 32), (33, 129), (700, 8), (2, 4099) })
            {
                for (int threads = 1; threads <= 3; threads++)
                    shapes.Add(cells, slots, threads);
            }

            return shapes;
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void NoiseIsThatOfAllNormalsDrawnAtOnce(int cells, int slots, int threads)
    {
        CompareNoise<double>(cells, slots, threads);
        CompareNoise<float>(cells, slots, threads);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void PotentialsAndRatesAreThoseOfOneRange(int cells, int slots, int threads)
    {
        CompareRates<double>(cells, slots, threads);
        CompareRates<float>(cells, slots, threads);
    }

    [Fact]
    public void SharedPassesAllocateNothing()
    {
        BatchOf<float> size = new(300, 32);
        RowSplit split = new(2) { Least = 1 };
        NoiseProcess<float> noise = new(size, 0.3, 7, new Ranged(), split);
        WhiteNoise<float> white = new(size, 0.3, new Ranged(), split);
        Population<float> population = new(size, "tanh", split);
        Tick(1);
        Assert.Equal(0, Allocations.Least(() => Tick(2)));

        void Tick(long tick)
        {
            noise.Prepare(tick);
            white.Prepare(tick);
            population.Activate(noise.Next, white.Next, population.Errors);
            noise.Advance();
        }
    }

    private static void CompareNoise<T>(int cells, int slots, int threads)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        BatchOf<T> size = new(cells, slots);
        RowSplit split = new(threads) { Least = 1 };
        T keep = T.CreateTruncating(1 - (1 / 7.0)), scale = T.CreateTruncating(0.3 / Math.Sqrt(7));
        T[] expected = new T[cells * slots];
        NoiseProcess<T>[] noises =
        [
            new(size, 0.3, 7, new Ranged(), split), new(size, 0.3, 7, new Whole(), split),
        ];
        WhiteNoise<T>[] whites =
        [
            new(size, 0.3, new Ranged(), split), new(size, 0.3, new Whole(), split),
        ];
        double[] z = new double[cells * slots];
        for (int tick = 1; tick <= 3; tick++)
        {
            new Whole().Draw(tick, z);
            for (int i = 0; i < z.Length; i++)
                expected[i] = (keep * expected[i]) + (scale * T.CreateTruncating(z[i]));
            foreach (NoiseProcess<T> noise in noises)
            {
                noise.Prepare(tick);
                noise.Advance();
                AssertValues(size, expected, noise.Now);
            }

            foreach (WhiteNoise<T> white in whites)
            {
                white.Prepare(tick);
                AssertValues(size, [.. z.Select(value => T.CreateTruncating(value * 0.3))], white.Next);
            }
        }
    }

    private static void CompareRates<T>(int cells, int slots, int threads)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        BatchOf<T> size = new(cells, slots);
        T[][] added = [Values(1), Values(2), Values(3)];
        T[] drive = Values(4);
        Population<T> population = new(size, "tanh", new RowSplit(threads) { Least = 1 });
        drive.CopyTo(population.Potentials, 0);
        population.Activate(added[0], added[1], added[2]);

        T[] potentials = [.. drive.Select((value, i) => value + added[0][i] + added[1][i] + added[2][i])];
        T[] rates = size.Allocate(), derivatives = size.Allocate();
        Toolkit.Batches.BatchActivation<T>.Get("tanh").Apply(potentials, rates, derivatives);
        Assert.Equal(potentials, population.Potentials);
        Assert.Equal(rates, population.Rates);
        Assert.Equal(derivatives, population.Derivatives);

        T[] Values(int seed)
        {
            Random random = new(seed);
            T[] values = size.Allocate();
            for (int i = 0; i < values.Length; i++)
                values[i] = T.CreateTruncating(random.NextDouble() - 0.5);
            return values;
        }
    }

    private static void AssertValues<T>(BatchOf<T> size, T[] expected, T[] actual)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int cell = 0; cell < size.Cells; cell++)
        {
            Assert.Equal(
                expected.AsSpan(cell * size.Slots, size.Slots), actual.AsSpan(cell * size.Stride, size.Slots));
        }
    }

    private sealed class Whole : INormals
    {
        public void Draw(long tick, Span<double> z) =>
            CounterRandom.Normals(Seed, RandomStream.Noise, 3, tick, z);
    }

    private sealed class Ranged : IRangedNormals
    {
        public void Draw(long tick, Span<double> z) => throw new InvalidOperationException("It is drawn by ranges.");

        public void Draw(long tick, int first, Span<double> z) =>
            CounterRandom.NormalsFrom(Seed, RandomStream.Noise, 3, tick, first, z);
    }
}
