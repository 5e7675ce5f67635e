using System.Numerics;
using CsCheck;
using PalActors.Areas.Toolkit.Batches;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Areas.Tests.Batches;

/// <summary>How a kernel is run: none of it may change a bit.</summary>
/// <param name="Wide">Vectors of 512 rather than 256 bits.</param>
/// <param name="Threads">Number of threads.</param>
/// <param name="Junk">Value of all padding lanes.</param>
internal sealed record Manner(bool Wide, int Threads, double Junk)
{
    public static Gen<Manner> Any { get; } =
        from wide in Gen.Bool
        from threads in Gen.Int[1, 3]
        from junk in Gen.OneOf(Gen.Const(0.0), Gen.Const(1.0), Gen.Const(-3e30))
        select new Manner(wide, threads, junk);

    public RowSplit Split => new(Threads) { Least = 1 };

    public BatchKernels<T> Kernels<T>()
        where T : unmanaged, IFloatingPointIeee754<T> => BatchKernels.Create<T>(Wide);
}

/// <summary>Random states of a batch, with and without padding.</summary>
internal static class BatchStates
{
    /// <summary>Numbers of slots on both sides of a vector, a cache line, a tile.</summary>
    public static Gen<int> Slots { get; } = Gen.OneOf(Gen.Int[1, 9], Gen.Int[15, 19], Gen.Int[31, 34], Gen.Int[60, 70]);

    public static T[] Random<T>(Random random, int count)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        [.. Enumerable.Range(0, count).Select(_ => T.CreateTruncating((2 * random.NextDouble()) - 1))];

    /// <summary>The state [cell, slot] of dense values, with junk in the padding.</summary>
    public static T[] Pad<T>(T[] values, int slots, double junk)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int cells = values.Length / slots, stride = BatchLayout.Stride<T>(slots);
        T[] state = BatchLayout.Allocate<T>(cells, slots);
        Array.Fill(state, T.CreateTruncating(junk));
        for (int cell = 0; cell < cells; cell++)
            values.AsSpan(cell * slots, slots).CopyTo(state.AsSpan(cell * stride));
        return state;
    }

    /// <summary>The values of a state without padding.</summary>
    public static T[] Trim<T>(T[] state, int slots)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        int stride = BatchLayout.Stride<T>(slots);
        return [.. state.Where((_, i) => i % stride < slots)];
    }

    public static void AssertSame<T>(T[] expected, T[] actual)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
        {
            bool same = expected[i] == actual[i] && T.IsNegative(expected[i]) == T.IsNegative(actual[i]);
            Expect.True(same, $"{expected[i]} and {actual[i]} at {i}");
        }
    }

    /// <summary>Asserts that errors are at most those of so many roundings of numbers of about 1.</summary>
    public static void AssertNear<T>(decimal[] expected, T[] actual, int scale)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Assert.Equal(expected.Length, actual.Length);
        double most = (scale + 1) * double.CreateTruncating(T.BitIncrement(T.One) - T.One);
        for (int i = 0; i < expected.Length; i++)
            Assert.InRange((double)Math.Abs(expected[i] - Exact(actual[i])), 0, most);
    }

    /// <summary>Values as decimals.</summary>
    public static decimal[] Exact<T>(T[] values)
        where T : unmanaged, IFloatingPointIeee754<T> => [.. values.Select(Exact)];

    /// <summary>A number as a decimal, to 2^-60.</summary>
    /// <remarks>The conversion of the framework would round to seven or fifteen digits.</remarks>
    public static decimal Exact<T>(T value)
        where T : unmanaged, IFloatingPointIeee754<T> =>
        (decimal)new BigInteger(double.CreateChecked(value) * Math.Pow(2, 60)) / (decimal)BigInteger.Pow(2, 60);
}
