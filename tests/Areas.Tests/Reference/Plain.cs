namespace PalActors.Areas.Tests.Reference;

/// <summary>
/// Matrices and activation functions written literally: no vectors, no fused steps, the standard library's functions.
/// </summary>
internal static class Plain
{
    public static double Phi(string name, double x) => name switch
    {
        "linear" => x,
        "relu" => Math.Max(x, 0),
        "soft_relu" => Math.Log(1 + Math.Exp(x)),
        "logistic" => 1 / (1 + Math.Exp(-x)),
        "tanh" => Math.Tanh(x),
        "hard_sigmoid" => Math.Clamp((x / 6) + 0.5, 0, 1),
        _ => throw new ArgumentException($"No naive counterpart of {name} yet.", nameof(name)),
    };

    public static double Slope(string name, double x) => name switch
    {
        "linear" => 1,
        "relu" => x > 0 ? 1 : 0,
        "soft_relu" => 1 / (1 + Math.Exp(-x)),
        "logistic" => Phi(name, x) * (1 - Phi(name, x)),
        "tanh" => 1 - Math.Pow(Math.Tanh(x), 2),
        "hard_sigmoid" => (x / 6) + 0.5 is > 0 and < 1 ? 1 : 0,
        _ => throw new ArgumentException($"No naive counterpart of {name} yet.", nameof(name)),
    };

    public static double[,] Square(double[] rowMajor, int rows, int columns)
    {
        double[,] matrix = new double[rows, columns];
        Fill(matrix, (i, j) => rowMajor[(i * columns) + j]);
        return matrix;
    }

    public static double[] Times(double[,] matrix, double[] x)
    {
        double[] y = new double[matrix.GetLength(0)];
        for (int i = 0; i < y.Length; i++)
        {
            for (int j = 0; j < x.Length; j++)
                y[i] += matrix[i, j] * x[j];
        }

        return y;
    }

    public static double[,] Outer(double scale, double[] post, double[] pre)
    {
        double[,] product = new double[post.Length, pre.Length];
        Fill(product, (i, j) => scale * post[i] * pre[j]);
        return product;
    }

    public static void Add(double[,] matrix, double[,] change) => Fill(matrix, (i, j) => matrix[i, j] + change[i, j]);

    public static void Fill(double[,] matrix, Func<int, int, double> value)
    {
        for (int i = 0; i < matrix.GetLength(0); i++)
        {
            for (int j = 0; j < matrix.GetLength(1); j++)
                matrix[i, j] = value(i, j);
        }
    }
}
