using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Models.Microcircuit.Rules;
using PalActors.Messages.Plan;

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
    private readonly int[] _cells = parameters.Graph.Cells;

    /// <inheritdoc/>
    public double[] Potentials(int area) =>
        parameters.Cells.Initial.NormalPotentials ? draws.Potentials(area) : new double[_cells[area]];

    /// <inheritdoc/>
    public double[] InterneuronPotentials(Pathway pathway) =>
        parameters.Cells.Initial.NormalPotentials
            ? draws.InterneuronPotentials(pathway)
            : new double[_cells[pathway.To]];

    /// <inheritdoc/>
    public double[] W(Pathway pathway) => draws.W(pathway);

    /// <inheritdoc/>
    public double[] P(Pathway pathway)
    {
        if (!parameters.Cells.Initial.SelfPredicting)
            return draws.P(pathway);

        double factor = SelfPrediction.FactorOfP(parameters, pathway);
        double[] p = W(pathway);
        for (int k = 0; k < p.Length; k++)
            p[k] *= factor;
        return p;
    }

    /// <inheritdoc/>
    public double[] B(Pathway pathway)
    {
        int rows = _cells[pathway.From], columns = _cells[pathway.To];
        if (!model.TransportsWeights)
            return draws.B(pathway);
        double[] above = W(pathway);
        double[] b = new double[rows * columns];
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
                b[i * columns + j] = above[j * rows + i];
        }

        return b;
    }

    /// <inheritdoc/>
    public double[] Q(Pathway pathway)
    {
        if (!parameters.Cells.Initial.SelfPredicting && !model.TransportsWeights)
            return draws.Q(pathway);
        double[] q = B(pathway);
        for (int k = 0; k < q.Length; k++)
            q[k] = -q[k];
        return q;
    }
}
