using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Models.Microcircuit.Initial;

/// <summary>Initial draws of the counter generator.</summary>
/// <remarks>
/// Each draw is a pure function of (seed, area, matrix, index), so any node can draw those of any area.
/// </remarks>
public sealed class CounterDraws(MicrocircuitParameters parameters, ulong seed) : IInitialValues
{
    // The tick of the counter tells apart what is drawn for the same area.
    private const int MatrixW = 0, MatrixP = 1, MatrixB = 2, MatrixQ = 3;
    private const int PyramidalPotential = 0, InterneuronPotential = 1;

    private readonly int[] _layers = parameters.Layers;

    /// <inheritdoc/>
    public double[] Potentials(int area) => Normals(area, _layers[area], PyramidalPotential);

    /// <inheritdoc/>
    public double[] InterneuronPotentials(int area) => Normals(area, _layers[area + 1], InterneuronPotential);

    /// <inheritdoc/>
    public double[] W(int area) =>
        Uniforms(area, _layers[area] * parameters.SizeBelow(area), MatrixW, parameters.Cells.Initial.W);

    /// <inheritdoc/>
    public double[] P(int area) =>
        Uniforms(area, _layers[area + 1] * _layers[area], MatrixP, parameters.Cells.Initial.P);

    /// <inheritdoc/>
    public double[] B(int area) =>
        Uniforms(area, _layers[area] * _layers[area + 1], MatrixB, parameters.Cells.Initial.B);

    /// <inheritdoc/>
    public double[] Q(int area) =>
        Uniforms(area, _layers[area] * _layers[area + 1], MatrixQ, parameters.Cells.Initial.Q);

    private double[] Uniforms(int area, int count, int matrix, (double Low, double High) range)
    {
        double[] values = new double[count];
        for (int k = 0; k < count; k++)
        {
            double uniform = CounterRandom.Uniform(seed, RandomStream.Weights, area, (uint)k, matrix);
            values[k] = range.Low + (range.High - range.Low) * uniform;
        }

        return values;
    }

    private double[] Normals(int area, int count, int population)
    {
        double[] values = new double[count];
        CounterRandom.Normals(seed, RandomStream.Potentials, area, population, values);
        return values;
    }
}
