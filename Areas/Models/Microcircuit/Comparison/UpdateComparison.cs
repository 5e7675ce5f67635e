using PalActors.Areas.Models.Microcircuit.Circuits;
using PalActors.Areas.Models.Microcircuit.Cortex;
using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Messages.Control;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Comparison;

/// <summary>Compares the updates of W with those of backpropagation.</summary>
/// <remarks>
/// A pass of its own runs over the inputs of a run with the weights of one moment, nudged by the teacher's answer of
/// every step, without noise or learning, P and Q self-predicting.
/// At the last step of each presentation the update dW of every area is compared with that of backpropagation on the
/// equivalent network v_l = cP W_l r_{l-1}, r_l = phi(v_l): e_top = target - v_top, e_{l-1} = phi'(v_{l-1}) W_l^T e_l,
/// dW_l = e_l r_{l-1}^T.
/// </remarks>
public sealed class UpdateComparison
{
    private readonly NetworkPlan _plan;
    private readonly MicrocircuitParameters _parameters;
    private readonly TeacherStudent _data;

    /// <summary>Creates the comparison for the networks of a plan, which has a teacher.</summary>
    public UpdateComparison(NetworkPlan plan)
    {
        _plan = plan;
        _parameters = new MicrocircuitParameters(plan.Graph, plan.Options);
        _data = (TeacherStudent)DataSets.Get(plan, new MicrocircuitTeacher());
    }

    /// <summary>Computes the mean angle between both updates of each pathway's W over the samples.</summary>
    /// <param name="states">The areas' states at one tick, in any order.</param>
    /// <returns>Degrees, in the order of the pathways; in a chain area 1 to the top.</returns>
    public double[] Angles(IEnumerable<AreaState> states)
    {
        ProbeNetwork network = new(_plan, [.. states.OrderBy(state => state.Area)], _data);
        PlainLoop loop = new(network);
        EquivalentNetwork equivalent = new(_parameters, loop.Areas);
        AreaGraph graph = _parameters.Graph;
        int perSample = _parameters.PresentationTicks;
        double[] sums = new double[graph.Pathways.Count];
        BasalPathway[] pathways =
            [.. loop.Areas.SelectMany(area => area.Forward.Pathways).OrderBy(below => below.Pathway.Index)];
        for (int sample = 0; sample < _data.Samples; sample++)
        {
            loop.RunTo(loop.Areas[0].Tick + perSample - 1);
            double[][] before = [.. pathways.Select(below => below.RateBelow.AsSpan(0, below.SizeBelow).ToArray())];
            Dictionary<int, double[]> basal = loop.Areas.ToDictionary(
                area => area.Index, area => area.Basal.AsSpan(0, area.Size).ToArray());
            loop.Step();
            int step = (sample * perSample) + perSample - 1;
            equivalent.Propagate(
                graph.Inputs.ToDictionary(area => area, area => network.InputAt(area, step)),
                graph.Targeted.ToDictionary(area => area, area => network.TargetAt(area, step)));
            Dictionary<int, double[]> errors = loop.Areas.ToDictionary(
                area => area.Index, area => Error(area, basal[area.Index]));
            foreach (Pathway pathway in graph.Pathways)
            {
                sums[pathway.Index] += Angle(
                    errors[pathway.To],
                    before[pathway.Index],
                    equivalent.Errors[pathway.To],
                    equivalent.Rates[pathway.From]);
            }
        }

        return [.. sums.Select(sum => sum / _data.Samples)];
    }

    // Error r - phi(cP vbas~), or the form that the flag chooses (FORMAT section 4, point 5).
    private double[] Error(CorticalArea area, double[] basal)
    {
        double gain = _parameters.BasalGain(area.Index);
        double[] predicted = [.. basal.Select(v => gain * v)];
        if (!_parameters.Cells.Learning.WUseActivation)
            return [.. predicted.Select((v, i) => area.Pyramidal.Prospective[i] - v)];
        double[] rates = EquivalentNetwork.RatesOf(area.Pyramidal.Activation, predicted);
        return [.. rates.Select((r, i) => area.Pyramidal.Rate[i] - r)];
    }

    // Angle between two matrices of rank one: the product of the cosines of their factors.
    private static double Angle(double[] post, double[] pre, double[] otherPost, double[] otherPre) =>
        MatrixAngle.Degrees(Cosine(post, otherPost) * Cosine(pre, otherPre));

    private static double Cosine(double[] x, double[] y)
    {
        double xy = 0, xx = 0, yy = 0;
        for (int i = 0; i < x.Length; i++)
        {
            xy += x[i] * y[i];
            xx += x[i] * x[i];
            yy += y[i] * y[i];
        }

        return xy / Math.Sqrt(xx * yy);
    }
}
