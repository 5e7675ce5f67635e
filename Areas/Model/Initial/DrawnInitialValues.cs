using PalActors.Areas.Model.Numerics;
using PalActors.Areas.Model.Parameters;
using PalActors.Areas.Model.Rules;

namespace PalActors.Areas.Model.Initial;

/// <summary>
/// Initial values drawn by the counter generator: each is a pure function of (seed, area, matrix, index), so that any node can draw those of any area.
/// With <c>init_in_SPS</c>, P and Q follow from W and B (FORMAT section 2); under BP, B is the transpose of W above.
/// </summary>
public sealed class DrawnInitialValues(MicrocircuitParameters parameters, LearningModel model, ulong seed) : IInitialValues
{
    // The counter's tick distinguishes what is drawn for the same area.
    private const int MatrixW = 0, MatrixP = 1, MatrixB = 2, MatrixQ = 3, PyramidalPotential = 0, InterneuronPotential = 1;

    private readonly int[] _layers = parameters.Layers;

    /// <inheritdoc/>
    public double[] Potentials(int area) => DrawPotentials(area, _layers[area], PyramidalPotential);

    /// <inheritdoc/>
    public double[] InterneuronPotentials(int area) => DrawPotentials(area, _layers[area + 1], InterneuronPotential);

    /// <inheritdoc/>
    public double[] W(int area) => Draw(area, _layers[area] * _layers[area - 1], MatrixW, parameters.InitW);

    /// <inheritdoc/>
    public double[] P(int area)
    {
        if (!parameters.InitInSPS)
            return Draw(area, _layers[area + 1] * _layers[area], MatrixP, parameters.InitP);

        // The top area has no apical compartment, hence its other denominator.
        double leak = parameters.Gl + parameters.Gbas + (area + 1 == parameters.Top ? 0 : parameters.Gapi);
        double factor = parameters.Gbas * (parameters.Gl + parameters.Gden) / (parameters.Gden * leak);
        double[] p = W(area + 1);
        for (int k = 0; k < p.Length; k++)
            p[k] *= factor;
        return p;
    }

    /// <inheritdoc/>
    public double[] B(int area)
    {
        int rows = _layers[area], columns = _layers[area + 1];
        if (!model.TransportsWeights)
            return Draw(area, rows * columns, MatrixB, parameters.InitB);
        double[] above = W(area + 1);
        double[] b = new double[rows * columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
                b[i * columns + j] = above[j * rows + i];
        }

        return b;
    }

    /// <inheritdoc/>
    public double[] Q(int area)
    {
        if (!parameters.InitInSPS && !model.TransportsWeights)
            return Draw(area, _layers[area] * _layers[area + 1], MatrixQ, parameters.InitQ);
        double[] q = B(area);
        for (int k = 0; k < q.Length; k++)
            q[k] = -q[k];
        return q;
    }

    private double[] Draw(int area, int count, int matrix, (double Low, double High) range)
    {
        double[] values = new double[count];
        for (int k = 0; k < count; k++)
            values[k] = range.Low + (range.High - range.Low) * CounterRandom.Uniform(seed, RandomStream.Weights, area, (uint)k, matrix);
        return values;
    }

    private double[] DrawPotentials(int area, int count, int population)
    {
        double[] values = new double[count];
        if (parameters.InitNormalPotentials)
            CounterRandom.Normals(seed, RandomStream.Potentials, area, population, values);
        return values;
    }
}
