using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Messages.Plan;

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
        int[] n = parameters.Graph.Cells;
        int top = n.Length - 1;
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
    public double[] InterneuronPotentials(Pathway pathway) => Copy(_v, pathway.From);

    /// <inheritdoc/>
    public double[] W(Pathway pathway) => Copy(_w, pathway.To);

    /// <inheritdoc/>
    public double[] P(Pathway pathway) => Copy(_p, pathway.From);

    /// <inheritdoc/>
    public double[] B(Pathway pathway) => Copy(_b, pathway.From);

    /// <inheritdoc/>
    public double[] Q(Pathway pathway) => Copy(_q, pathway.From);

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
