using PalActors.Areas.Models.Microcircuit.Cortex;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.Populations;

namespace PalActors.Areas.Models.Microcircuit.Comparison;

/// <summary>Layered network that the microcircuits stand for, and backpropagation through it.</summary>
internal sealed class EquivalentNetwork
{
    private readonly MicrocircuitParameters _parameters;
    private readonly double[][] _w;
    private readonly Activation[] _activation;

    /// <summary>Creates the network with the forward weights of these areas.</summary>
    public EquivalentNetwork(MicrocircuitParameters parameters, CorticalArea[] areas)
    {
        _parameters = parameters;
        _w = [.. areas.Select(area => area.W.ToRowMajor())];
        _activation = [.. areas.Select(area => area.Pyramidal.Activation)];
        Errors = new double[areas.Length][];
        RatesBelow = new double[areas.Length][];
    }

    /// <summary>Errors e of each area, 1 to the top.</summary>
    public double[][] Errors { get; }

    /// <summary>Rates of the area below each area, the input first.</summary>
    public double[][] RatesBelow { get; }

    /// <summary>Computes phi of each value.</summary>
    public static double[] Rates(Activation activation, double[] v) => Map(v, activation.Rates);

    /// <summary>Propagates forward from the input and backward from the target.</summary>
    public void Propagate(double[] input, double[] target)
    {
        int top = _w.Length;
        double[][] v = new double[top][];
        double[] rate = [.. input];
        for (int l = 0; l < top; l++)
        {
            RatesBelow[l] = rate;
            double gain = _parameters.BasalGain(l + 1);
            v[l] = new double[_parameters.Layers[l + 1]];
            for (int i = 0; i < v[l].Length; i++)
            {
                double sum = 0;
                for (int j = 0; j < rate.Length; j++)
                    sum += _w[l][(i * rate.Length) + j] * rate[j];
                v[l][i] = gain * sum;
            }

            rate = Rates(_activation[l], v[l]);
        }

        Errors[top - 1] = [.. target.Select((y, i) => y - v[top - 1][i])];
        for (int l = top - 1; l > 0; l--)
        {
            double[] derivative = Map(v[l - 1], _activation[l - 1].Derivatives);
            Errors[l - 1] = new double[derivative.Length];
            for (int j = 0; j < derivative.Length; j++)
            {
                double sum = 0;
                for (int i = 0; i < Errors[l].Length; i++)
                    sum += _w[l][(i * derivative.Length) + j] * Errors[l][i];
                Errors[l - 1][j] = derivative[j] * sum;
            }
        }
    }

    private static double[] Map(double[] v, Action<double[], double[], int> function)
    {
        double[] x = Padding.Copy(v), y = Padding.Allocate(v.Length);
        function(x, y, v.Length);
        return y[..v.Length];
    }
}
