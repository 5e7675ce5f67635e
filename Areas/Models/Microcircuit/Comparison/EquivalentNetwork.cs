using PalActors.Areas.Models.Microcircuit.Circuits;
using PalActors.Areas.Models.Microcircuit.Cortex;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Populations;
using PalActors.Messages.Plan;

namespace PalActors.Areas.Models.Microcircuit.Comparison;

/// <summary>Network without time that the microcircuits stand for, and backpropagation through it.</summary>
/// <remarks>
/// v = c vbas, r = phi(v); e = target - v in areas with a target, and phi'(v) times the sum of W^T e over the areas
/// above in the others. There are no cycles, and no area has both.
/// </remarks>
internal sealed class EquivalentNetwork
{
    private readonly MicrocircuitParameters _parameters;
    private readonly AreaGraph _graph;
    private readonly double[][] _w;
    private readonly int[] _order;

    /// <summary>Creates the network with the forward weights of these areas.</summary>
    public EquivalentNetwork(MicrocircuitParameters parameters, CorticalArea[] areas)
    {
        _parameters = parameters;
        _graph = parameters.Graph;
        _w = new double[_graph.Pathways.Count][];
        foreach (BasalPathway below in areas.SelectMany(area => area.Forward.Pathways))
            _w[below.Pathway.Index] = below.W.ToRowMajor();
        _order = FromBelow(_graph);
        Errors = new double[_graph.Count][];
        Rates = new double[_graph.Count][];
    }

    /// <summary>Errors e by area; null for input areas.</summary>
    public double[][] Errors { get; }

    /// <summary>Rates by area.</summary>
    public double[][] Rates { get; }

    /// <summary>Computes phi of each value.</summary>
    public static double[] RatesOf(Activation activation, double[] v) => Map(v, activation.Rates);

    /// <summary>Propagates forward from the inputs and backward from the targets.</summary>
    /// <param name="inputs">Rates of the input areas, by area.</param>
    /// <param name="targets">Target voltages, by area.</param>
    public void Propagate(IReadOnlyDictionary<int, double[]> inputs, IReadOnlyDictionary<int, double[]> targets)
    {
        foreach ((int area, double[] rates) in inputs)
            Rates[area] = [.. rates];
        double[][] v = new double[_graph.Count][];
        foreach (int area in _order)
        {
            v[area] = new double[_graph.Cells[area]];
            foreach (Pathway pathway in _graph.In(area))
                AddProduct(_w[pathway.Index], Rates[pathway.From], v[area]);
            double gain = _parameters.BasalGain(area);
            for (int i = 0; i < v[area].Length; i++)
                v[area][i] *= gain;
            Rates[area] = RatesOf(ActivationOf(area), v[area]);
        }

        foreach (int area in _order.Reverse())
            Errors[area] = Error(area, v[area], targets.GetValueOrDefault(area));
    }

    private double[] Error(int area, double[] v, double[]? target)
    {
        if (target is not null)
            return [.. target.Select((y, i) => y - v[i])];
        double[] sum = new double[v.Length];
        foreach (Pathway pathway in _graph.Out(area))
        {
            double[] w = _w[pathway.Index], above = Errors[pathway.To];
            for (int j = 0; j < sum.Length; j++)
            {
                for (int i = 0; i < above.Length; i++)
                    sum[j] += w[(i * sum.Length) + j] * above[i];
            }
        }

        double[] derivative = Map(v, ActivationOf(area).Derivatives);
        return [.. derivative.Select((phi, j) => phi * sum[j])];
    }

    private Activation ActivationOf(int area) => Activation.Get(_parameters.Cells.Membranes.Activation[area]);

    private static void AddProduct(double[] w, double[] rates, double[] v)
    {
        for (int i = 0; i < v.Length; i++)
        {
            double sum = 0;
            for (int j = 0; j < rates.Length; j++)
                sum += w[(i * rates.Length) + j] * rates[j];
            v[i] += sum;
        }
    }

    // Areas with cells, each after all below it.
    private static int[] FromBelow(AreaGraph graph)
    {
        List<int> order = [];
        HashSet<int> done = [.. graph.Inputs];
        while (order.Count < graph.WithCells.Count)
        {
            int next = graph.WithCells.First(area =>
                !done.Contains(area) && graph.In(area).All(pathway => done.Contains(pathway.From)));
            order.Add(next);
            done.Add(next);
        }

        return [.. order];
    }

    private static double[] Map(double[] v, Action<double[], double[], int> function)
    {
        double[] x = Padding.Copy(v), y = Padding.Allocate(v.Length);
        function(x, y, v.Length);
        return y[..v.Length];
    }
}
