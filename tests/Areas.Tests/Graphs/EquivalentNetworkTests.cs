using PalActors.Areas.Models.Microcircuit.Circuits;
using PalActors.Areas.Models.Microcircuit.Comparison;
using PalActors.Areas.Models.Microcircuit.Cortex;
using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Messages.Plan;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.Graphs;

/// <summary>Backpropagation on a graph goes over every pathway up and down.</summary>
public sealed class EquivalentNetworkTests
{
    // Areas of the streams: inputs 0 and 1, then left 2, right 3, mid 4, top 5.
    private static readonly double[] s_x = [0.2, 0.8], s_y = [0.6, 0.4], s_target = [0.9, -0.1, 0.3];

    [Fact]
    public void ErrorsOfStreamsAreSumsOverThePathwaysUp()
    {
        NetworkPlan plan = SmallGraphs.Streams(SmallPlans.YinYang("PAL", [4, 5, 3]));
        MicrocircuitParameters parameters = new(plan.Graph, plan.Options);
        CorticalArea[] areas = [.. new HistoryLoop(new PlannedNetwork(plan)).Areas];
        Dictionary<(int, int), double[][]> w = areas.SelectMany(area => area.Forward.Pathways)
            .ToDictionary(below => (below.Pathway.From, below.Pathway.To), Rows);

        EquivalentNetwork network = new(parameters, areas);
        network.Propagate(
            new Dictionary<int, double[]> { [0] = s_x, [1] = s_y }, new Dictionary<int, double[]> { [5] = s_target });

        double[] left = Up(2, (w[(0, 2)], s_x)), right = Up(3, (w[(1, 3)], s_y));
        double[] mid = Up(4, (w[(2, 4)], Phi(left)), (w[(3, 4)], Phi(right)));
        double[] top = Up(5, (w[(2, 5)], Phi(left)), (w[(3, 5)], Phi(right)), (w[(4, 5)], Phi(mid)));
        double[] errorTop = [.. s_target.Select((y, i) => y - top[i])];
        double[] errorMid = Down(mid, (w[(4, 5)], errorTop));
        AssertNear(errorTop, network.Errors[5]);
        AssertNear(errorMid, network.Errors[4]);
        AssertNear(Down(left, (w[(2, 4)], errorMid), (w[(2, 5)], errorTop)), network.Errors[2]);
        AssertNear(Down(right, (w[(3, 4)], errorMid), (w[(3, 5)], errorTop)), network.Errors[3]);

        double[] Up(int area, params (double[][] W, double[] Rates)[] below) =>
        [
            .. below[0].W.Select((_, i) => parameters.BasalGain(area)
                * below.Sum(one => one.W[i].Select((weight, j) => weight * one.Rates[j]).Sum())),
        ];
    }

    private static double[] Down(double[] v, params (double[][] W, double[] Error)[] above) =>
    [
        .. v.Select((x, j) => Phi([x])[0] * (1 - Phi([x])[0])
            * above.Sum(one => one.W.Select((row, i) => row[j] * one.Error[i]).Sum())),
    ];

    private static double[] Phi(double[] v) => [.. v.Select(x => 1 / (1 + Math.Exp(-x)))];

    private static double[][] Rows(BasalPathway below)
    {
        double[] all = below.W.ToRowMajor();
        return [.. all.Chunk(below.SizeBelow)];
    }

    private static void AssertNear(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        Assert.Contains(expected, value => Math.Abs(value) > 1e-6);
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 1e-13);
    }
}
