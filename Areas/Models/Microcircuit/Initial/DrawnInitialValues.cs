using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Models.Microcircuit.Rules;

namespace PalActors.Areas.Models.Microcircuit.Initial;

/// <summary>Initial values as drawn, and those that follow from them.</summary>
/// <remarks>
/// With <c>init_in_SPS</c>, P and Q follow from W and B (FORMAT section 2); under BP, B is the transpose of W above.
/// </remarks>
/// <param name="parameters">Parameters of the network.</param>
/// <param name="model">Learning model.</param>
/// <param name="draws">The raw draws, a new array at every call.</param>
public sealed class DrawnInitialValues(
    MicrocircuitParameters parameters, LearningModel model, IInitialValues draws) : IInitialValues
{
    private readonly int[] _layers = parameters.Layers;

    /// <inheritdoc/>
    public double[] Potentials(int area) =>
        parameters.Cells.Initial.NormalPotentials ? draws.Potentials(area) : new double[_layers[area]];

    /// <inheritdoc/>
    public double[] InterneuronPotentials(int area) =>
        parameters.Cells.Initial.NormalPotentials ? draws.InterneuronPotentials(area) : new double[_layers[area + 1]];

    /// <inheritdoc/>
    public double[] W(int area) => draws.W(area);

    /// <inheritdoc/>
    public double[] P(int area)
    {
        if (!parameters.Cells.Initial.SelfPredicting)
            return draws.P(area);

        double factor = SelfPrediction.FactorOfP(parameters, area);
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
            return draws.B(area);
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
        if (!parameters.Cells.Initial.SelfPredicting && !model.TransportsWeights)
            return draws.Q(area);
        double[] q = B(area);
        for (int k = 0; k < q.Length; k++)
            q[k] = -q[k];
        return q;
    }
}
