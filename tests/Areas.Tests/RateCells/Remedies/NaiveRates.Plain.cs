namespace PalActors.Areas.Tests.RateCells.Remedies;

/// <content>Plain arithmetic.</content>
internal sealed partial class NaiveRates
{
    private static double[][] Zeros(int slots, int cells) =>
        [.. Enumerable.Range(0, slots).Select(_ => new double[cells])];

    private static double[][] Each(double[][] values, Func<int, int, double, double> of) =>
        [.. values.Select((cells, slot) => cells.Select((value, i) => of(slot, i, value)).ToArray())];

    private static double[][] Sum(double[][] one, double[][] other) => Each(one, (slot, i, v) => v + other[slot][i]);

    private static double[][] Times(double[][] one, double[][] other) => Each(one, (slot, i, v) => v * other[slot][i]);

    private static double[][] Product(double[,] matrix, double[][] x) =>
    [
        .. x.Select(cells => Enumerable.Range(0, matrix.GetLength(0))
            .Select(i => Enumerable.Range(0, cells.Length).Sum(j => matrix[i, j] * cells[j])).ToArray()),
    ];

    private static double[,] Matrix(double[] values, int rows)
    {
        double[,] matrix = new double[rows, values.Length / rows];
        for (int k = 0; k < values.Length; k++)
            matrix[k / matrix.GetLength(1), k % matrix.GetLength(1)] = values[k];
        return matrix;
    }

    private static double[,] Transpose(double[,] matrix)
    {
        double[,] transposed = new double[matrix.GetLength(1), matrix.GetLength(0)];
        for (int i = 0; i < matrix.GetLength(0); i++)
        {
            for (int j = 0; j < matrix.GetLength(1); j++)
                transposed[j, i] = matrix[i, j];
        }

        return transposed;
    }

    // Values of all ticks; those of ticks before the first are zero.
    private sealed class History(int slots, int cells)
    {
        private readonly List<double[][]> _ticks = [Zeros(slots, cells)];

        public double[][] this[int tick] => _ticks[Math.Max(0, tick)];

        public void Add(double[][] values) => _ticks.Add(values);
    }
}
