using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Initial;

/// <summary>Initial draws of the counter generator.</summary>
/// <remarks>
/// Each draw is a pure function of (seed, area, pathway, matrix, index), so any node can draw those of any area. The
/// area is the one that owns the synapses.
/// </remarks>
public sealed class CounterDraws(MicrocircuitParameters parameters, ulong seed) : IInitialValues
{
    // The tick of the counter tells apart what is drawn for the same area: matrix, and pathway.
    private const int MatrixW = 0, MatrixP = 1, MatrixB = 2, MatrixQ = 3, Matrices = 4;
    private const int PyramidalPotential = 0, InterneuronPotential = 1;

    private readonly int[] _cells = parameters.Graph.Cells;

    /// <inheritdoc/>
    public double[] Potentials(int area) => Normals(area, _cells[area], PyramidalPotential);

    /// <inheritdoc/>
    public double[] InterneuronPotentials(Pathway pathway) =>
        Normals(pathway.From, _cells[pathway.To], InterneuronPotential + pathway.Other(pathway.To));

    /// <inheritdoc/>
    public double[] W(Pathway pathway) => Uniforms(
        pathway, pathway.To, MatrixW + (Matrices * pathway.Other(pathway.From)), parameters.Cells.Initial.W);

    /// <inheritdoc/>
    public double[] P(Pathway pathway) => OfFeedback(pathway, MatrixP, parameters.Cells.Initial.P);

    /// <inheritdoc/>
    public double[] B(Pathway pathway) => OfFeedback(pathway, MatrixB, parameters.Cells.Initial.B);

    /// <inheritdoc/>
    public double[] Q(Pathway pathway) => OfFeedback(pathway, MatrixQ, parameters.Cells.Initial.Q);

    private double[] OfFeedback(Pathway pathway, int matrix, (double Low, double High) range) =>
        Uniforms(pathway, pathway.From, matrix + (Matrices * pathway.Other(pathway.To)), range);

    private double[] Uniforms(Pathway pathway, int owner, int matrix, (double Low, double High) range)
    {
        double[] values = new double[_cells[pathway.From] * _cells[pathway.To]];
        for (int k = 0; k < values.Length; k++)
        {
            double uniform = CounterRandom.Uniform(seed, RandomStream.Weights, owner, (uint)k, matrix);
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
