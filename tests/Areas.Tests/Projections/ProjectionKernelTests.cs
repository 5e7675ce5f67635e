using System.Runtime.Intrinsics;
using CsCheck;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Projections;

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
            NaiveProjection.Built built = naive.Build().Pass();
            var expected = naive.Expected();
            AssertClose(expected.Y.ToArray(), built.Y.AsSpan(0, naive.Weights.RowCount), naive.Weights.ColumnCount);
            AssertClose(expected.Weights.ToRowMajorArray(), built.Weights.ToRowMajor(), 2);
            AssertClose(expected.LowPassed.ToRowMajorArray(), built.LowPassed.ToRowMajor(), 2);
        },
        iter: 1500);

    [Fact]
    public void EveryVectorWidthGivesTheSameBits() => Projection.Sample(
        naive =>
        {
            long[] bits = naive.Build().Pass<Vector256<double>, Lanes256>().Bits();
            Assert.Equal(bits, naive.Build().Pass<Vector512<double>, Lanes512>().Bits());
            Assert.Equal(bits, naive.Build().Pass().Bits());
        },
        iter: 500);

    [Fact]
    public void ARowsSumDoesNotDependOnHowManyRowsThereAre() => Gen.Select(
        Gen.Int[1, 40], Gen.Int[1, 40], Gen.Int).Sample(
        (rows, columns, seed) =>
        {
            NaiveProjection naive = new(rows, columns, UpdateForm.LowPassed, seed);
            NaiveProjection.Built built = naive.Build().Pass();

            // The last row alone, in a matrix of its own.
            WeightMatrix one = new(1, columns), oneLow = new(1, columns);
            one.FromRowMajor(naive.Weights.Row(rows - 1).ToArray());
            oneLow.FromRowMajor(naive.LowPassed.Row(rows - 1).ToArray());
            WeightUpdate update = new(1, columns)
            {
                Form = naive.Form,
                PostScale = naive.PostScale,
                Keep = naive.Keep,
                Pre = built.Update.Pre,
            };
            update.Post[0] = naive.Post[rows - 1];
            NaiveProjection.Built alone = new NaiveProjection.Built(
                one, oneLow, update, built.X, Padding.Copy([naive.Before[rows - 1]]), naive.Add).Pass();
            Assert.Equal(BitConverter.DoubleToInt64Bits(built.Y[rows - 1]), BitConverter.DoubleToInt64Bits(alone.Y[0]));
            Assert.Equal(built.Weights.ToRowMajor()[((rows - 1) * columns)..], one.ToRowMajor());
        },
        iter: 300);

    [Fact]
    public void JunkInThePaddingReachesNoRealRow() => Projection.Sample(
        naive =>
        {
            NaiveProjection.Built dirty = naive.Build();
            int rows = naive.Weights.RowCount, columns = naive.Weights.ColumnCount;
            dirty.Update.Post.AsSpan(rows).Fill(3e5);
            dirty.Update.RowDecay.AsSpan(rows).Fill(-7e4);
            dirty.Update.ColumnDecay.AsSpan(columns).Fill(9e6);
            dirty.Update.Pre.AsSpan(columns).Fill(1e8);
            dirty.X.AsSpan(columns).Fill(1e9);
            dirty.Y.AsSpan(rows).Fill(-1e7);
            Assert.Equal(naive.Build().Pass().Bits(), dirty.Pass().Bits());
        },
        iter: 300);

    [Fact]
    public void SumAndApplyAreTheTwoHalvesOfAPass() => Projection.Sample(
        naive =>
        {
            NaiveProjection.Built built = naive.Build();
            PlasticProjection projection = new(built.Weights.Rows, built.Weights.Columns, lowPass: true);
            projection.Weights.FromRowMajor(built.Weights.ToRowMajor());
            projection.LowPassed!.FromRowMajor(built.LowPassed.ToRowMajor());
            WeightUpdate update = built.Update, same = projection.Update;
            (same.Form, same.Keep, same.Decay, same.PostScale, same.Pre) =
                (update.Form, update.Keep, update.Decay, update.PostScale, update.Pre);
            update.Post.CopyTo(same.Post, 0);
            update.RowDecay.CopyTo(same.RowDecay, 0);
            update.ColumnDecay.CopyTo(same.ColumnDecay, 0);

            double[] sum = Padding.Copy(naive.Before.ToArray());
            projection.Sum(built.X, sum, naive.Add);
            Assert.Equal(naive.Weights.ToRowMajorArray(), projection.Weights.ToRowMajor());
            projection.Apply();
            Assert.Equal(built.Pass().Bits(), new NaiveProjection.Built(
                projection.Weights, projection.LowPassed, same, built.X, sum, naive.Add).Bits());
        },
        iter: 300);

    [Fact]
    public void ArraysThatAreTooShortAreRefused()
    {
        WeightMatrix matrix = new(9, 5);
        WeightUpdate update = new(9, 5);
        Assert.ThrowsAny<ArgumentException>(
            () => ProjectionKernels.Pass(matrix, null, new double[4], update, new double[16], UpdateForm.None, false));
        Assert.ThrowsAny<ArgumentException>(
            () => ProjectionKernels.Pass(matrix, null, new double[5], update, new double[9], UpdateForm.None, false));
        update.Pre = new double[4];
        Assert.ThrowsAny<ArgumentException>(
            () => ProjectionKernels.Pass(matrix, null, new double[5], update, new double[16], UpdateForm.None, false));
    }

    // All terms are at most 1, so a sum of n of them has n as its scale.
    private static void AssertClose(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, double scale)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int i = 0; i < expected.Length; i++)
            Expect.True(
                Math.Abs(expected[i] - actual[i]) <= 1e-13 * Math.Max(1, Math.Min(scale, 10)),
                $"{expected[i]} and {actual[i]} at {i}");
    }
}
