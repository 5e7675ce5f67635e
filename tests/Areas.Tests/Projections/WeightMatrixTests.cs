using CsCheck;
using PalActors.Areas.Toolkit.Projections;

namespace PalActors.Areas.Tests.Projections;

public sealed class WeightMatrixTests
{
    [Fact]
    public void RowMajorAndPanelsHoldTheSameWeights() => Gen.Select(Gen.Int[1, 40], Gen.Int[1, 40]).Sample(
        (rows, columns) =>
        {
            double[] values = [.. Enumerable.Range(0, rows * columns).Select(i => i + 0.5)];
            WeightMatrix matrix = new(rows, columns);
            matrix.FromRowMajor(values);
            Assert.Equal(values, matrix.ToRowMajor());
            for (int i = 0; i < rows; i++)
            {
                for (int j = 0; j < columns; j++)
                    Assert.Equal(values[(i * columns) + j], matrix[i, j]);
            }

            // Padding rows are zero and have no effect.
            Assert.Equal(values.Sum(), matrix.Doubles.Span.ToArray().Sum());

            WeightMatrix negative = new(rows, columns);
            negative.NegateFrom(matrix);
            Assert.Equal(values.Select(v => -v), negative.ToRowMajor());
        },
        iter: 200);

    [Fact]
    public void AWrongNumberOfWeightsIsRefusedWithBothNumbers()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => new WeightMatrix(2, 3).FromRowMajor(new double[5]));
        Assert.Contains("6", error.Message, StringComparison.Ordinal);
        Assert.Contains("5", error.Message, StringComparison.Ordinal);
    }
}
