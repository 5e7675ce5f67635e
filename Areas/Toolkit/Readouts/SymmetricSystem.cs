namespace PalActors.Areas.Toolkit.Readouts;

/// <summary>Solves A x = y for a symmetric positive definite A, by Cholesky's decomposition.</summary>
/// <remarks>The sums run in one order, so the bits do not depend on the machine or its number of cores.</remarks>
internal static class SymmetricSystem
{
    /// <summary>Solves the system, with as much added to the diagonal as makes A positive definite.</summary>
    /// <param name="a">Lower half of the matrix, row after row; it stays as it is.</param>
    /// <param name="y">Right-hand side.</param>
    public static double[] Solve(double[] a, double[] y)
    {
        int n = y.Length;
        double[] lower = new double[n * n];
        double largest = 0;
        for (int i = 0; i < n; i++)
            largest = Math.Max(largest, a[(i * n) + i]);
        for (double ridge = 0; !Decompose(a, ridge, lower, n); ridge = ridge == 0 ? 1e-14 * largest : 10 * ridge)
        {
            if (!double.IsFinite(ridge))
                throw new ArithmeticException("The matrix of a read-out has values that are not finite.");
        }

        double[] x = [.. y];
        for (int i = 0; i < n; i++)
            x[i] = (x[i] - Dot(lower.AsSpan(i * n, i), x)) / lower[(i * n) + i];
        for (int i = n - 1; i >= 0; i--)
        {
            x[i] /= lower[(i * n) + i];
            for (int j = 0; j < i; j++)
                x[j] -= lower[(i * n) + j] * x[i];
        }

        return x;
    }

    private static bool Decompose(double[] a, double ridge, double[] lower, int n)
    {
        for (int i = 0; i < n; i++)
        {
            ReadOnlySpan<double> row = lower.AsSpan(i * n, n);
            for (int j = 0; j < i; j++)
            {
                double sum = a[(i * n) + j] - Dot(row[..j], lower.AsSpan(j * n, n));
                lower[(i * n) + j] = sum / lower[(j * n) + j];
            }

            double pivot = a[(i * n) + i] + ridge - Dot(row[..i], row);
            if (!(pivot > 0))
                return false;
            lower[(i * n) + i] = Math.Sqrt(pivot);
        }

        return true;
    }

    private static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        double sum = 0;
        for (int i = 0; i < x.Length; i++)
            sum += x[i] * y[i];
        return sum;
    }
}
