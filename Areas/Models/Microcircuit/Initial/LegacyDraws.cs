using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Models.Microcircuit.Initial;

/// <summary>Initial draws of the reference (FORMAT section 7).</summary>
/// <remarks>
/// Potentials come from numpy's legacy generator, all pyramidal ones before those of the interneurons. Weights, all W,
/// then P, B and Q, come from the same generator seeded again.
/// </remarks>
public sealed class LegacyDraws : IInitialValues
{
    private readonly double[][] _u;
    private readonly double[][] _v;
    private readonly double[][] _w;
    private readonly double[][] _p;
    private readonly double[][] _b;
    private readonly double[][] _q;

    /// <summary>Draws all values at once, since they come from one stream.</summary>
    public LegacyDraws(MicrocircuitParameters parameters, uint seed)
    {
        int[] n = parameters.Layers;
        int top = parameters.Top;
        LegacyRandomState random = new(seed);
        _u = Draw(1, top, area => n[area], random.Normal);
        _v = Draw(1, top - 1, area => n[area + 1], random.Normal);
        random = new LegacyRandomState(seed);
        _w = Draw(1, top, area => n[area] * n[area - 1], In(parameters.Cells.Initial.W));
        _p = Draw(1, top - 1, area => n[area + 1] * n[area], In(parameters.Cells.Initial.P));
        _b = Draw(1, top - 1, area => n[area] * n[area + 1], In(parameters.Cells.Initial.B));
        _q = Draw(1, top - 1, area => n[area] * n[area + 1], In(parameters.Cells.Initial.Q));

        Func<double> In((double Low, double High) range) => () => random.Uniform(range.Low, range.High);
    }

    /// <inheritdoc/>
    public double[] Potentials(int area) => Copy(_u, area);

    /// <inheritdoc/>
    public double[] InterneuronPotentials(int area) => Copy(_v, area);

    /// <inheritdoc/>
    public double[] W(int area) => Copy(_w, area);

    /// <inheritdoc/>
    public double[] P(int area) => Copy(_p, area);

    /// <inheritdoc/>
    public double[] B(int area) => Copy(_b, area);

    /// <inheritdoc/>
    public double[] Q(int area) => Copy(_q, area);

    private static double[] Copy(double[][] values, int area) => [.. values[area - 1]];

    private static double[][] Draw(int first, int last, Func<int, int> size, Func<double> next)
    {
        double[][] values = new double[Math.Max(0, last - first + 1)][];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = new double[size(first + i)];
            for (int k = 0; k < values[i].Length; k++)
                values[i][k] = next();
        }

        return values;
    }
}
