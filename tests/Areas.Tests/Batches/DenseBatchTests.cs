using System.Numerics;
using CsCheck;
using PalActors.Areas.Toolkit.Batches;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Areas.Tests.Batches;

/// <summary>Dense products and updates: the exact result, and the same bits however they are computed.</summary>
public sealed class DenseBatchTests
{
    private static readonly Gen<Case> Cases =
        from rows in Gen.OneOf(Gen.Int[1, 14], Gen.Int[15, 50])
        from columns in Gen.OneOf(Gen.Int[1, 20], Gen.Int[30, 70])
        from slots in BatchStates.Slots
        from manner in Manner.Any
        from seed in Gen.Int
        select new Case(rows, columns, slots, manner, seed);

    [Fact]
    public void EverySumIsTheDocumentedChainInSinglePrecision() =>
        Cases.Sample(c => HasTheBitsOfPlainLoops<float>(c), iter: 400);

    [Fact]
    public void EverySumIsTheDocumentedChainInDoublePrecision() =>
        Cases.Sample(c => HasTheBitsOfPlainLoops<double>(c), iter: 400);

    [Fact]
    public void ResultsAreNearTheExactOnesInSinglePrecision() => Cases.Sample(c => IsExact<float>(c), iter: 40);

    [Fact]
    public void ResultsAreNearTheExactOnesInDoublePrecision() => Cases.Sample(c => IsExact<double>(c), iter: 40);

    [Fact]
    public void SumsOverSeveralBlocksOfTermsAreTheDocumentedChain()
    {
        HasTheBitsOfPlainLoops<float>(new Case(13, 2600, 33, new Manner(true, 2, 1), 5));
        HasTheBitsOfPlainLoops<float>(new Case(13, 2600, 70, new Manner(true, 1, 1), 5));
        HasTheBitsOfPlainLoops<double>(new Case(13, 2600, 9, new Manner(false, 2, 1), 5));
    }

    [Fact]
    public void SumsFromPackedTilesOfSlotsAreTheDocumentedChain()
    {
        HasTheBitsOfPlainLoops<float>(new Case(53, 310, 150, new Manner(true, 2, -3e30), 5));
        HasTheBitsOfPlainLoops<float>(new Case(53, 310, 70, new Manner(false, 1, 1), 5));
        HasTheBitsOfPlainLoops<double>(new Case(310, 61, 70, new Manner(true, 3, 1), 5));
    }

    [Fact]
    public void ManyRowsAndColumnsHaveTheBitsOfPlainLoops() =>
        HasTheBitsOfPlainLoops<double>(new Case(210, 784, 18, new Manner(true, 3, 1), 6));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void NothingIsAllocated(int threads)
    {
        RowSplit split = new(threads) { Least = 1 };
        DenseBatch<float> dense = new(30, 40, 40, split);
        HeldBatch<float> held = new(40, 30, 40, split);
        float[] w = new float[1200], b = new float[30], e = BatchLayout.Allocate<float>(30, 40),
            r = BatchLayout.Allocate<float>(40, 40), g = BatchLayout.Allocate<float>(40, 40);
        Assert.Equal(0, Allocations.Least(() => Calls(10)));

        void Calls(int count)
        {
            for (int i = 0; i < count; i++)
            {
                dense.Forward(w, r, b, e);
                dense.Back(w, e, r);
                dense.Update(w, e, r, 0.5f, 1);
                dense.UpdateBias(b, e, 0.5f);
                held.Gram(r, g);
                held.Step(e, e, g, 0.5f);
            }
        }
    }

    [Fact]
    public void ShortArraysAreRefused()
    {
        DenseBatch<float> dense = new(3, 4, 5, RowSplit.None);
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => dense.Forward(new float[12], new float[63], null, new float[48]));
        Assert.Contains("'63'; valid is 64 or more", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => dense.Back(new float[11], new float[48], new float[64]));
        Assert.Throws<ArgumentException>(() => dense.Update(new float[12], new float[47], new float[64], 1, 1));
        Assert.Throws<ArgumentException>(() => dense.UpdateBias(new float[2], new float[48], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DenseBatch<float>(3, 0, 5, RowSplit.None));
    }

    private static void HasTheBitsOfPlainLoops<T>(Case c)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        Run<T> run = new(c);
        BatchStates.AssertSame(
            NaiveDense.Forward(run.W, run.R, run.B, c.Rows, c.Columns, c.Slots, T.FusedMultiplyAdd), run.Forward(true));
        BatchStates.AssertSame(
            NaiveDense.Forward(run.W, run.R, null, c.Rows, c.Columns, c.Slots, T.FusedMultiplyAdd), run.Forward(false));
        BatchStates.AssertSame(
            NaiveDense.Forward(
                NaiveDense.Turn(run.W, c.Rows, c.Columns), run.E, null, c.Columns, c.Rows, c.Slots,
                T.FusedMultiplyAdd),
            run.Back());
        BatchStates.AssertSame(
            NaiveDense.Update(
                run.W, run.E, run.R, run.Scale, run.Decay, c.Rows, c.Columns, c.Slots, T.FusedMultiplyAdd),
            run.Update(run.Decay));
        T[] sums = NaiveDense.RowSums(run.E, c.Rows, c.Slots, BatchLayout.Lanes<T>());
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
            NaiveDense.Forward(w, r, b, c.Rows, c.Columns, c.Slots, Fma), run.Forward(true), c.Columns);
        BatchStates.AssertNear(
            NaiveDense.Forward(NaiveDense.Turn(w, c.Rows, c.Columns), e, null, c.Columns, c.Rows, c.Slots, Fma),
            run.Back(), c.Rows);
        BatchStates.AssertNear(
            NaiveDense.Update(w, e, r, scale, decay, c.Rows, c.Columns, c.Slots, Fma), run.Update(run.Decay), c.Slots);
        BatchStates.AssertNear(
            NaiveDense.Update(w, e, r, scale, 0, c.Rows, c.Columns, c.Slots, Fma), run.Update(T.Zero), c.Slots);
        BatchStates.AssertNear(
            [.. b.Zip(NaiveDense.RowSums(e, c.Rows, c.Slots, 1), (old, sum) => old + (scale * sum))], run.Bias(),
            c.Slots);
    }

    private static decimal Fma(decimal a, decimal b, decimal c) => (a * b) + c;

    private sealed record Case(int Rows, int Columns, int Slots, Manner Manner, int Seed);

    private sealed class Run<T>
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        private readonly Case _case;
        private readonly DenseBatch<T> _dense;

        public Run(Case c)
        {
            Random random = new(c.Seed);
            _case = c;
            _dense = new(c.Rows, c.Columns, c.Slots, c.Manner.Split, c.Manner.Kernels<T>());
            W = BatchStates.Random<T>(random, c.Rows * c.Columns);
            R = BatchStates.Random<T>(random, c.Columns * c.Slots);
            E = BatchStates.Random<T>(random, c.Rows * c.Slots);
            B = BatchStates.Random<T>(random, c.Rows);
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
            _dense.Forward(W, Pad(R), biased ? B : null, a);
            return BatchStates.Trim(a, _case.Slots);
        }

        public T[] Back()
        {
            T[] a = Pad(new T[R.Length]);
            _dense.Back(W, Pad(E), a);
            return BatchStates.Trim(a, _case.Slots);
        }

        public T[] Update(T decay)
        {
            T[] w = [.. W];
            _dense.Update(w, Pad(E), Pad(R), Scale, decay);
            return w;
        }

        public T[] Bias()
        {
            T[] b = [.. B];
            _dense.UpdateBias(b, Pad(E), Scale);
            return b;
        }

        private T[] Pad(T[] values) => BatchStates.Pad(values, _case.Slots, _case.Manner.Junk);
    }
}
