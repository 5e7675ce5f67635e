using System.Runtime.Intrinsics;
using CsCheck;
using PalActors.Areas.Toolkit.Inputs;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Areas.Tests.Projections;

/// <summary>Passes that are split over cores have the same bits as those that are not.</summary>
public sealed class SplitProjectionTests
{
    private static readonly Gen<Case> Cases =
        from rows in Gen.OneOf(Gen.Int[1, 40], Gen.Int[41, 200])
        from columns in Gen.Int[1, 40]
        from form in Gen.Int[0, Enum.GetValues<UpdateForm>().Length - 1]
        from precision in Gen.OneOf(Gen.Const(Precision.Double), Gen.Const(Precision.Single))
        from threads in Gen.Int[2, 4]
        from seed in Gen.Int
        select new Case(rows, columns, (UpdateForm)form, precision, threads, seed);

    [Fact]
    public void TheRowsOfThePartsAreAllRowsInPairsOfPanels() => Gen.Select(
        Gen.Int[1, 3000], Gen.Int[1, 40], Gen.OneOf(Gen.Const(Precision.Double), Gen.Const(Precision.Single))).Sample(
        (rows, parts, precision) =>
        {
            WeightMatrix matrix = new(rows, 1, precision);
            int next = 0;
            for (int part = 0; part < parts; part++)
            {
                (int first, int end) = RowSplit.Rows(matrix, part, parts);
                if (first == end)
                    continue;
                Assert.Equal(next, first);
                Assert.Equal(0, first % (2 * matrix.Lanes));
                next = end;
            }

            Assert.Equal(rows, next);
        },
        iter: 500);

    [Fact]
    public void APassHasTheSameBits() => Cases.Sample(
        c =>
        {
            PlasticProjection whole = c.Build(RowSplit.None), split = c.Build(c.Split);
            Random random = new(c.Seed);
            for (int tick = 0; tick < 3; tick++)
            {
                double[] x = Values(random, c.Columns), y = Values(random, c.Rows), z = [.. y],
                    post = Values(random, c.Rows), pre = Values(random, c.Columns);
                bool add = random.Next(2) == 0;
                foreach (PlasticProjection projection in new[] { whole, split })
                {
                    post.CopyTo(projection.Update.Post, 0);
                    projection.Update.Pre = pre;
                }

                whole.Pass(x, y, add);
                split.Pass(x, z, add);
                AssertSame(y.AsSpan(0, c.Rows), z.AsSpan(0, c.Rows));
                whole.Sum(x, y, add);
                split.Sum(x, z, add);
                AssertSame(y.AsSpan(0, c.Rows), z.AsSpan(0, c.Rows));
                whole.Apply();
                split.Apply();
            }

            AssertSame(whole.Weights.ToRowMajor(), split.Weights.ToRowMajor());
            if (whole.LowPassed is not null)
                AssertSame(whole.LowPassed.ToRowMajor(), split.LowPassed!.ToRowMajor());
        },
        iter: 300);

    [Fact]
    public void EveryVectorWidthGivesTheSameBits() => Cases.Sample(
        c =>
        {
            long[] bits = new NaiveProjection(c.Rows, c.Columns, c.Form, c.Seed).Build().Pass().Bits();
            Assert.Equal(bits, Split<Vector256<double>, Lanes256>(c));
            Assert.Equal(bits, Split<Vector512<double>, Lanes512>(c));
        },
        iter: 300);

    [Fact]
    public void AHeldInputHasTheSameBits() => Cases.Where(
        c => c.Form is UpdateForm.Hebbian or UpdateForm.LowPassed).Sample(
        c =>
        {
            PlasticProjection whole = c.Build(RowSplit.None), split = c.Build(c.Split);
            HeldInput one = new(whole, 0.99), several = new(split, 0.99);
            Random random = new(c.Seed);
            double[] rates = Padding.Allocate(c.Columns), y = Padding.Allocate(c.Rows), z = Padding.Allocate(c.Rows);
            for (int tick = 0; tick < 12; tick++)
            {
                double[] post = Values(random, c.Rows), next = Values(random, c.Columns);
                for (int j = 0; j < c.Columns; j++)
                    next[j] = random.Next(3) == 0 ? 0 : next[j];
                foreach (PlasticProjection projection in new[] { whole, split })
                {
                    post.CopyTo(projection.Update.Post, 0);
                    projection.Update.Pre = rates;
                }

                if (tick % 3 == 0)
                {
                    one.Change(rates, next, y);
                    several.Change(rates, next, z);
                    rates = next;
                }
                else
                {
                    one.Step(y);
                    several.Step(z);
                }

                AssertSame(y.AsSpan(0, c.Rows), z.AsSpan(0, c.Rows));
            }

            AssertSame(one.Current(rates).W.ToRowMajor(), several.Current(rates).W.ToRowMajor());
            AssertSame(whole.Weights.ToRowMajor(), split.Weights.ToRowMajor());
            if (whole.LowPassed is not null)
                AssertSame(whole.LowPassed.ToRowMajor(), split.LowPassed!.ToRowMajor());
        },
        iter: 200);

    [Theory]
    [InlineData(Precision.Double)]
    [InlineData(Precision.Single)]
    public void APassAllocatesNothing(Precision precision)
    {
        Case c = new(100, 70, UpdateForm.LowPassed, precision, 2, 1);
        PlasticProjection projection = c.Build(c.Split);
        HeldInput held = new(c.Build(c.Split), 0.99);
        double[] x = new double[Padding.RoundUp(c.Columns)], y = new double[Padding.RoundUp(c.Rows)];
        Ticks(100);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Ticks(500);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Ticks(int count)
        {
            for (int i = 0; i < count; i++)
            {
                projection.Pass(x, y);
                held.Change(x, x, y);
            }
        }
    }

    [Fact]
    public void SmallMatricesAndOneThreadAreNotSplit()
    {
        RowSplit split = new(2);
        Assert.Null(split.TeamFor(new WeightMatrix(100, (RowSplit.LeastSynapses / 100) - 1)));
        Assert.NotNull(split.TeamFor(new WeightMatrix(100, RowSplit.LeastSynapses / 100)));
        // One pair of panels cannot be shared.
        Assert.Null(split.TeamFor(new WeightMatrix(16, 100_000)));
        Assert.NotNull(split.TeamFor(new WeightMatrix(17, 100_000)));
        Assert.Null(new RowSplit(1).TeamFor(new WeightMatrix(1000, 1000)));
        Assert.Equal(1, split.HeldParts(RowSplit.LeastHeldSynapses - 1));
        Assert.True(split.HeldParts(RowSplit.LeastHeldSynapses) > 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => new RowSplit(0));
    }

    [Fact]
    public void ARefusalOfTheKernelReachesTheCaller()
    {
        Case c = new(50, 9, UpdateForm.Hebbian, Precision.Double, 3, 1);
        PlasticProjection projection = c.Build(c.Split);
        projection.Update.Pre = new double[4];
        Assert.Throws<ArgumentException>(() => projection.Pass(new double[9], new double[56]));
        Assert.ThrowsAny<ArgumentException>(() => projection.Pass(new double[8], new double[56]));
    }

    private static long[] Split<TVector, TElements>(Case c)
        where TVector : struct
        where TElements : struct, IElements<double, TVector>
    {
        NaiveProjection.Built built = new NaiveProjection(c.Rows, c.Columns, c.Form, c.Seed).Build();
        new SplitPass<double, TVector, TElements>(RowTeam.Of(c.Threads), c.Threads, built.Weights, built.LowPassed)
            .Run(built.X, built.Update, built.Y, built.Update.Form, built.Add);
        return built.Bits();
    }

    private static void AssertSame(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Expect.True(
                BitConverter.DoubleToInt64Bits(expected[i]) == BitConverter.DoubleToInt64Bits(actual[i]),
                $"{expected[i]} and {actual[i]} at {i}");
    }

    // Padded, with junk in the padding.
    private static double[] Values(Random random, int size) =>
        [.. Enumerable.Range(0, Padding.RoundUp(size)).Select(_ => (2 * random.NextDouble()) - 1)];

    private sealed record Case(int Rows, int Columns, UpdateForm Form, Precision Precision, int Threads, int Seed)
    {
        public RowSplit Split => new(Threads) { Least = 1 };

        public PlasticProjection Build(RowSplit split)
        {
            Random random = new(Seed);
            PlasticProjection projection = new(Rows, Columns, Form == UpdateForm.LowPassed, Precision, split);
            projection.Weights.FromRowMajor(
                [.. Enumerable.Range(0, Rows * Columns).Select(_ => (2 * random.NextDouble()) - 1)]);
            WeightUpdate update = projection.Update;
            (update.Form, update.Keep, update.Decay, update.PostScale) = (Form, 0.9, 0.01, 0.5);
            Values(random, Columns).CopyTo(update.ColumnDecay, 0);
            Values(random, Rows).CopyTo(update.RowDecay, 0);
            return projection;
        }
    }
}
