using System.Numerics;
using PalActors.Areas.Models.RateCells.Cells;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Areas.Tests.RateCells;

/// <summary>Pools with windows of some sides and numbers of slots, against loops over single cells.</summary>
public sealed class PoolStageTests
{
    private const int Channels = 2;
    private const int Pooled = 2;

    [Theory]
    [InlineData(2, 3)]
    [InlineData(2, 16)]
    [InlineData(3, 5)]
    [InlineData(4, 33)]
    public void RatesDerivativesAndErrorsAreThoseOfTheFirstLargestRateOfEachWindow(int side, int slots)
    {
        for (int threads = 1; threads <= 3; threads++)
        {
            RowSplit split = new(threads) { Least = 1 };
            Compare<double>(side, slots, split);
            Compare<float>(side, slots, split);
        }
    }

    private static void Compare<T>(int side, int slots, RowSplit split)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int width = side * Pooled;
        RateAreaOptions options = new()
        {
            Below = new AreaShape(1, width, width),
            Cells = new AreaShape(Channels, width, width),
            Kernel = 1,
            Pool = side,
            Activation = "sigmoid",
        };
        PoolStage<T> pool = new(options, slots, noise: null, split);
        BatchOf<T> below = new(options.Cells.Cells, slots);
        Random random = new(side + (100 * slots));
        T[] rates = Draw(below, random, 3), derivatives = Draw(below, random, 1000);
        T[] slopes = Draw(pool.Size, random, 30), arriving = Draw(pool.Size, random, 30);
        T[] errors = Draw(below, random, 1000);

        pool.Choose(rates);
        pool.Step(derivatives, noise: null, acts: true);
        pool.Return(slopes, arriving, errors, pool.Positions);

        int stride = below.Stride;
        T[] expected = new T[errors.Length];
        for (int cell = 0; cell < pool.Size.Cells; cell++)
        {
            for (int slot = 0; slot < slots; slot++)
            {
                int best = Best(rates, cell, slot, side, stride), at = (cell * stride) + slot;
                Assert.Equal(rates[best], pool.Rates[at]);
                Assert.Equal(derivatives[best], pool.Derivatives[at]);
                Assert.Equal(slopes[at] * arriving[at], pool.Errors[at]);
                expected[best] = slopes[at] * arriving[at];
            }
        }

        for (int cell = 0; cell < below.Cells; cell++)
            Assert.Equal(expected.AsSpan(cell * stride, slots), errors.AsSpan(cell * stride, slots));
    }

    private static int Best<T>(T[] rates, int cell, int slot, int side, int stride)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int width = side * Pooled, channel = cell / (Pooled * Pooled);
        int top = cell / Pooled % Pooled * side, left = cell % Pooled * side;
        int best = -1;
        for (int row = top; row < top + side; row++)
        {
            for (int column = left; column < left + side; column++)
            {
                int at = (((((channel * width) + row) * width) + column) * stride) + slot;
                if (best < 0 || rates[at] > rates[best])
                    best = at;
            }
        }

        return best;
    }

    // Few different values, so that some are equal.
    private static T[] Draw<T>(BatchOf<T> size, Random random, int values)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        T[] array = size.Allocate();
        for (int i = 0; i < array.Length; i++)
            array[i] = T.CreateChecked(random.Next(1, values + 1));
        return array;
    }
}
