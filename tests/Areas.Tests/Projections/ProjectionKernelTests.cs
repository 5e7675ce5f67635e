using System.Runtime.Intrinsics;
using CsCheck;
using PalActors.Areas.Model.Numerics;
using PalActors.Areas.Model.Projections;

namespace PalActors.Areas.Tests.Projections;

public sealed class ProjectionKernelTests
{
    private static readonly Gen<NaiveProjection> Projection =
        Gen.Select(Gen.Int[1, 40], Gen.Int[1, 40], Gen.Int[0, Enum.GetValues<UpdateForm>().Length - 1], Gen.Int)
            .Select((rows, columns, form, seed) => new NaiveProjection(rows, columns, (UpdateForm)form, seed));

    [Fact]
    public void APassIsWhatPlainAlgebraSays() => Projection.Sample(
        naive =>
        {
            var (weights, lowPassed, update, x, y) = naive.Build();
            ProjectionKernels.Pass(weights, lowPassed, x, y, update);
            var expected = naive.Expected();
            AssertClose(expected.Y.ToArray(), y.AsSpan(0, naive.Weights.RowCount), naive.Weights.ColumnCount);
            AssertClose(expected.Weights.ToRowMajorArray(), weights.ToRowMajor(), 2);
            AssertClose(expected.LowPassed.ToRowMajorArray(), lowPassed.ToRowMajor(), 2);
        },
        iter: 1500);

    [Fact]
    public void EveryVectorWidthGivesTheSameBits() => Projection.Sample(
        naive =>
        {
            var (weights, lowPassed, update, x, y) = naive.Build();
            ProjectionKernels.Pass<Vector256<double>, Vector256<ulong>, Lanes256>(weights, lowPassed, x, y, update);
            var (weights512, lowPassed512, update512, x512, y512) = naive.Build();
            ProjectionKernels.Pass<Vector512<double>, Vector512<ulong>, Lanes512>(weights512, lowPassed512, x512, y512, update512);
            var (chosen, chosenLow, chosenUpdate, chosenX, chosenY) = naive.Build();
            ProjectionKernels.Pass(chosen, chosenLow, chosenX, chosenY, chosenUpdate);
            int rows = naive.Weights.RowCount;
            foreach ((WeightMatrix other, WeightMatrix otherLow, double[] otherY) in new[] { (weights512, lowPassed512, y512), (chosen, chosenLow, chosenY) })
            {
                Assert.Equal(Bits(weights.ToRowMajor()), Bits(other.ToRowMajor()));
                Assert.Equal(Bits(lowPassed.ToRowMajor()), Bits(otherLow.ToRowMajor()));
                Assert.Equal(Bits(y[..rows]), Bits(otherY[..rows]));
            }
        },
        iter: 500);

    [Fact]
    public void ARowsSumDoesNotDependOnHowManyRowsThereAre() => Gen.Select(Gen.Int[1, 40], Gen.Int[1, 40], Gen.Int).Sample(
        (rows, columns, seed) =>
        {
            NaiveProjection naive = new(rows, columns, UpdateForm.LowPassed, seed);
            var (weights, lowPassed, update, x, y) = naive.Build();
            ProjectionKernels.Pass(weights, lowPassed, x, y, update);

            // The last row alone, in a matrix of its own.
            WeightMatrix one = new(1, columns), oneLow = new(1, columns);
            one.FromRowMajor(naive.Weights.Row(rows - 1).ToArray());
            oneLow.FromRowMajor(naive.LowPassed.Row(rows - 1).ToArray());
            WeightUpdate oneUpdate = new(1, columns) { Form = naive.Form, Keep = naive.Keep, Pre = update.Pre };
            oneUpdate.Post[0] = naive.Post[rows - 1];
            double[] oneY = Padding.Allocate(1);
            ProjectionKernels.Pass(one, oneLow, x, oneY, oneUpdate);
            Assert.Equal(BitConverter.DoubleToInt64Bits(y[rows - 1]), BitConverter.DoubleToInt64Bits(oneY[0]));
            Assert.Equal(Bits(weights.ToRowMajor()[((rows - 1) * columns)..]), Bits(one.ToRowMajor()));
        },
        iter: 300);

    [Fact]
    public void JunkInThePaddingReachesNoRealRow() => Projection.Sample(
        naive =>
        {
            var (weights, lowPassed, update, x, y) = naive.Build();
            ProjectionKernels.Pass(weights, lowPassed, x, y, update);
            var (dirty, dirtyLow, dirtyUpdate, dirtyX, dirtyY) = naive.Build();
            int rows = naive.Weights.RowCount, columns = naive.Weights.ColumnCount;
            dirtyUpdate.Post.AsSpan(rows).Fill(3e5);
            dirtyUpdate.RowDecay.AsSpan(rows).Fill(-7e4);
            dirtyUpdate.ColumnDecay.AsSpan(columns).Fill(9e6);
            dirtyUpdate.Pre.AsSpan(columns).Fill(1e8);
            dirtyX.AsSpan(columns).Fill(1e9);
            ProjectionKernels.Pass(dirty, dirtyLow, dirtyX, dirtyY, dirtyUpdate);
            Assert.Equal(Bits(weights.ToRowMajor()), Bits(dirty.ToRowMajor()));
            Assert.Equal(Bits(y[..rows]), Bits(dirtyY[..rows]));
        },
        iter: 300);

    [Fact]
    public void SumAndApplyAreTheTwoHalvesOfAPass() => Projection.Sample(
        naive =>
        {
            var (weights, lowPassed, update, x, y) = naive.Build();
            PlasticProjection projection = new(weights.Rows, weights.Columns, lowPass: true);
            projection.Weights.FromRowMajor(weights.ToRowMajor());
            projection.LowPassed!.FromRowMajor(lowPassed.ToRowMajor());
            CopyUpdate(update, projection.Update);
            ProjectionKernels.Pass(weights, lowPassed, x, y, update);
            double[] sum = Padding.Allocate(weights.Rows);
            projection.Sum(x, sum);
            Assert.Equal(naive.Weights.ToRowMajorArray(), projection.Weights.ToRowMajor());
            projection.Apply();
            Assert.Equal(Bits(y[..weights.Rows]), Bits(sum[..weights.Rows]));
            Assert.Equal(Bits(weights.ToRowMajor()), Bits(projection.Weights.ToRowMajor()));
            Assert.Equal(Bits(lowPassed.ToRowMajor()), Bits(projection.LowPassed.ToRowMajor()));
        },
        iter: 300);

    [Fact]
    public void ArraysThatAreTooShortAreRefused()
    {
        WeightMatrix matrix = new(9, 5);
        WeightUpdate update = new(9, 5);
        Assert.Throws<ArgumentOutOfRangeException>(() => ProjectionKernels.Pass(matrix, null, new double[4], new double[16], update));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProjectionKernels.Pass(matrix, null, new double[5], new double[9], update));
        update.Pre = new double[4];
        Assert.Throws<ArgumentOutOfRangeException>(() => ProjectionKernels.Pass(matrix, null, new double[5], new double[16], update));
    }

    private static void CopyUpdate(WeightUpdate from, WeightUpdate to)
    {
        (to.Form, to.Keep, to.Decay, to.Pre) = (from.Form, from.Keep, from.Decay, from.Pre);
        from.Post.CopyTo(to.Post, 0);
        from.RowDecay.CopyTo(to.RowDecay, 0);
        from.ColumnDecay.CopyTo(to.ColumnDecay, 0);
    }

    // All terms are at most 1, so a sum of n of them has n as its scale.
    private static void AssertClose(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, double scale)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= 1e-13 * Math.Max(1, Math.Min(scale, 10)), $"{expected[i]} and {actual[i]} at {i}");
    }

    private static long[] Bits(double[] values) => [.. values.Select(BitConverter.DoubleToInt64Bits)];
}
