using PalActors.Areas.Models.Microcircuit.Initial;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Tests.Reference;

/// <summary>
/// Random initial potentials and weights, the same for the production code and its naive counterpart.
/// </summary>
internal sealed class RandomStart : IInitialValues
{
    private readonly double[][] _u;
    private readonly double[][] _v;
    private readonly double[][] _w;
    private readonly double[][] _p;
    private readonly double[][] _b;
    private readonly double[][] _q;

    public RandomStart(int[] layers, bool transposed, Random random)
    {
        int top = layers.Length - 1;
        _u = new double[top + 1][];
        (_v, _w, _p, _b, _q) = (
            new double[top + 1][], new double[top + 1][], new double[top + 1][], new double[top + 1][],
            new double[top + 1][]);
        for (int area = 1; area <= top; area++)
        {
            int size = layers[area];
            _u[area] = Draw(size, 1);
            _w[area] = Matrix(size, layers[area - 1]);
            if (area == top)
                continue;
            int above = layers[area + 1];
            _v[area] = Draw(above, 1);
            _p[area] = Matrix(above, size);
            _b[area] = Matrix(size, above);
            _q[area] = Matrix(size, above);
        }

        for (int area = 1; area < top && transposed; area++)
        {
            for (int i = 0; i < layers[area]; i++)
            {
                for (int j = 0; j < layers[area + 1]; j++)
                {
                    double w = _w[area + 1][(j * layers[area]) + i];
                    (_b[area][(i * layers[area + 1]) + j], _q[area][(i * layers[area + 1]) + j]) = (w, -w);
                }
            }
        }

        // Sums over many cells stay of order one, so that values stay bounded, also with linear cells.
        double[] Matrix(int rows, int columns) => Draw(rows * columns, 1 / Math.Sqrt(columns));

        double[] Draw(int count, double size) =>
            [.. Enumerable.Range(0, count).Select(_ => size * ((random.NextDouble() * 2) - 1))];
    }

    public double[] Potentials(int area) => _u[area];

    public double[] InterneuronPotentials(int area) => _v[area];

    double[] IInitialValues.InterneuronPotentials(Pathway pathway) => _v[pathway.From];

    double[] IInitialValues.W(Pathway pathway) => _w[pathway.To];

    double[] IInitialValues.P(Pathway pathway) => _p[pathway.From];

    double[] IInitialValues.B(Pathway pathway) => _b[pathway.From];

    double[] IInitialValues.Q(Pathway pathway) => _q[pathway.From];

    public double[] W(int area) => _w[area];

    public double[] P(int area) => _p[area];

    public double[] B(int area) => _b[area];

    public double[] Q(int area) => _q[area];
}
