using System.Numerics;
using CsCheck;
using PalActors.Areas.Toolkit.Batches;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Areas.Tests.Batches;

/// <summary>Convolutions: the exact result, and the same bits however they are computed.</summary>
public sealed class ConvBatchTests
{
    private static readonly Gen<Case> Cases =
        from channels in Gen.Int[1, 4]
        from filters in Gen.Int[1, 12]
        from kernel in Gen.Int[1, 5]
        from more in Gen.Int[0, 6]
        from slots in Gen.OneOf(Gen.Int[1, 9], Gen.Int[15, 19], Gen.Int[31, 34])
        from manner in Manner.Any
        from seed in Gen.Int
        select new Case(new ConvShape(channels, kernel + more, filters, kernel), slots, manner, seed);

    [Fact]
    public void EverySumIsTheDocumentedChainInSinglePrecision() =>
        Cases.Sample(c => HasTheBitsOfPlainLoops<float>(c), iter: 150);

    [Fact]
    public void EverySumIsTheDocumentedChainInDoublePrecision() =>
        Cases.Sample(c => HasTheBitsOfPlainLoops<double>(c), iter: 150);

    [Fact]
    public void ResultsAreNearTheExactOnesInSinglePrecision() => Cases.Sample(c => IsExact<float>(c), iter: 15);

    [Fact]
    public void ResultsAreNearTheExactOnesInDoublePrecision() => Cases.Sample(c => IsExact<double>(c), iter: 15);

    [Fact]
    public void SumsOverSeveralBlocksOfChannelsFiltersAndRowsAreTheDocumentedChain()
    {
        HasTheBitsOfPlainLoops<float>(new Case(new ConvShape(90, 6, 7, 5), 33, new Manner(true, 2, 1), 4));
        HasTheBitsOfPlainLoops<double>(new Case(new ConvShape(90, 6, 7, 5), 9, new Manner(false, 2, 1), 4));
        HasTheBitsOfPlainLoops<float>(new Case(new ConvShape(2, 14, 33, 5), 33, new Manner(true, 2, 1), 4));
        HasTheBitsOfPlainLoops<double>(new Case(new ConvShape(2, 14, 11, 3), 130, new Manner(true, 2, 1), 4));
    }

    [Theory]
    [InlineData(24, 9, 22, 4, 70, 1)]
    [InlineData(20, 6, 200, 3, 34, 2)]
    [InlineData(200, 6, 20, 3, 34, 3)]
    public void SumsFromPackedTilesOfSlotsAreTheDocumentedChain(
        int channels, int side, int filters, int kernel, int slots, int threads)
    {
        ConvShape shape = new(channels, side, filters, kernel);
        foreach (bool wide in new[] { true, false })
        {
            HasTheBitsOfPlainLoops<float>(new Case(shape, slots, new Manner(wide, threads, -3e30), 7));
            HasTheBitsOfPlainLoops<double>(new Case(shape, slots / 2, new Manner(wide, threads, 1), 8));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void NothingIsAllocated(int threads)
    {
        ConvShape shape = new(30, 8, 21, 3);
        ConvBatch<double> conv = new(shape, 18, new RowSplit(threads) { Least = 1 });
        double[] w = new double[shape.Weights], b = new double[shape.Filters],
            a = BatchLayout.Allocate<double>(shape.Cells, 18), r = BatchLayout.Allocate<double>(shape.CellsBelow, 18);
        Assert.Equal(0, Allocations.Least(() => Calls(10)));

        void Calls(int count)
        {
            for (int i = 0; i < count; i++)
            {
                conv.Forward(w, r, b, a);
                conv.Back(w, a, r);
                conv.Update(w, a, r, 0.5, 1);
                conv.UpdateBias(b, a, 0.5);
            }
        }
    }

    [Fact]
    public void ShortArraysAndLargeKernelsAreRefused()
    {
        ConvShape shape = new(2, 4, 3, 2);
        ConvBatch<float> conv = new(shape, 1, RowSplit.None);
        float[] w = new float[24], above = new float[27 * 16], below = new float[32 * 16];
        conv.Forward(w, below, new float[3], above);
        Assert.Throws<ArgumentException>(() => conv.Forward(w, below[1..], null, above));
        Assert.Throws<ArgumentException>(() => conv.Forward(w, below, new float[2], above));
        Assert.Throws<ArgumentException>(() => conv.Back(w, above[1..], below));
        Assert.Throws<ArgumentException>(() => conv.Update(w[1..], above, below, 1, 1));
        Assert.Throws<ArgumentException>(() => conv.UpdateBias(new float[2], above, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConvShape(1, 4, 1, 5));
    }

    private static void HasTheBitsOfPlainLoops<T>(Case c)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Run<T> run = new(c);
        BatchStates.AssertSame(
            NaiveConv.Forward(run.W, run.R, run.B, c.Shape, c.Slots, T.FusedMultiplyAdd), run.Forward(true));
        BatchStates.AssertSame(
            NaiveConv.Forward(run.W, run.R, null, c.Shape, c.Slots, T.FusedMultiplyAdd), run.Forward(false));
        BatchStates.AssertSame(NaiveConv.Back(run.W, run.E, c.Shape, c.Slots, T.FusedMultiplyAdd), run.Back());
        BatchStates.AssertSame(
            NaiveConv.Update(
                run.W, run.E, run.R, run.Scale, run.Decay, c.Shape, c.Slots, BatchLayout.Lanes<T>(),
                T.FusedMultiplyAdd),
            run.Update());
        T[] sums = NaiveDense.RowSums(run.E, c.Shape.Filters, c.Slots, BatchLayout.Lanes<T>());
        BatchStates.AssertSame([.. run.B.Zip(sums, (b, sum) => T.FusedMultiplyAdd(run.Scale, sum, b))], run.Bias());
    }

    private static void IsExact<T>(Case c)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Run<T> run = new(c);
        decimal[] w = BatchStates.Exact(run.W), r = BatchStates.Exact(run.R), e = BatchStates.Exact(run.E),
            b = BatchStates.Exact(run.B);
        decimal scale = BatchStates.Exact(run.Scale), decay = BatchStates.Exact(run.Decay);
        BatchStates.AssertNear(
            NaiveConv.Forward(w, r, b, c.Shape, c.Slots, Fma), run.Forward(true), c.Shape.FilterWeights);
        BatchStates.AssertNear(NaiveConv.Back(w, e, c.Shape, c.Slots, Fma), run.Back(), c.Shape.Weights);
        int terms = c.Shape.Positions * c.Slots;
        BatchStates.AssertNear(
            NaiveConv.Update(w, e, r, scale, decay, c.Shape, c.Slots, 1, Fma), run.Update(), terms);
        BatchStates.AssertNear(
            [.. b.Zip(NaiveDense.RowSums(e, c.Shape.Filters, c.Slots, 1), (old, sum) => old + (scale * sum))],
            run.Bias(), terms);
    }

    private static decimal Fma(decimal a, decimal b, decimal c) => (a * b) + c;

    private sealed record Case(ConvShape Shape, int Slots, Manner Manner, int Seed);

    private sealed class Run<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        private readonly Case _case;
        private readonly ConvBatch<T> _conv;

        public Run(Case c)
        {
            Random random = new(c.Seed);
            _case = c;
            _conv = new(c.Shape, c.Slots, c.Manner.Split, c.Manner.Kernels<T>());
            W = BatchStates.Random<T>(random, c.Shape.Weights);
            R = BatchStates.Random<T>(random, c.Shape.CellsBelow * c.Slots);
            E = BatchStates.Random<T>(random, c.Shape.Cells * c.Slots);
            B = BatchStates.Random<T>(random, c.Shape.Filters);
        }

        public T[] W { get; }

        public T[] R { get; }

        public T[] E { get; }

        public T[] B { get; }

        public T Scale { get; } = T.CreateTruncating(-0.3);

        public T Decay { get; } = T.CreateTruncating(0.1);

        public T[] Forward(bool biased)
        {
            T[] a = Pad(new T[E.Length]);
            _conv.Forward(W, Pad(R), biased ? B : null, a);
            return BatchStates.Trim(a, _case.Slots);
        }

        public T[] Back()
        {
            T[] a = Pad(new T[R.Length]);
            _conv.Back(W, Pad(E), a);
            return BatchStates.Trim(a, _case.Slots);
        }

        public T[] Update()
        {
            T[] w = [.. W];
            _conv.Update(w, Pad(E), Pad(R), Scale, Decay);
            return w;
        }

        public T[] Bias()
        {
            T[] b = [.. B];
            _conv.UpdateBias(b, Pad(E), Scale);
            return b;
        }

        private T[] Pad(T[] values) => BatchStates.Pad(values, _case.Slots, _case.Manner.Junk);
    }
}
