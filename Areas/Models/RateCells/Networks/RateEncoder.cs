using PalActors.Areas.Models.RateCells.Cells;
using PalActors.Areas.Models.RateCells.Parameters;
using PalActors.Areas.Models.RateCells.Recording;
using PalActors.Areas.Models.RateCells.Synapses;
using PalActors.Areas.Toolkit.Batches;
using PalActors.Areas.Toolkit.Projections;
using PalActors.Areas.Toolkit.Readouts;

namespace PalActors.Areas.Models.RateCells.Networks;

/// <summary>Forward path of dense areas: r = phi(W r_below + b), in double precision.</summary>
internal sealed class RateEncoder : IEncoder
{
    private const int Slots = 128;

    private readonly RateParameters _parameters;
    private readonly Dictionary<(int Area, string Observable), double[]> _weights = [];

    /// <summary>Creates it without weights.</summary>
    public RateEncoder(RateParameters parameters) => _parameters = parameters;

    /// <inheritdoc/>
    public void Set(int area, string observable, double[] values) => _weights[(area, observable)] = values;

    /// <inheritdoc/>
    public double[] Encode(double[] rates, int from, int to)
    {
        for (int area = from + 1; area <= to; area++)
            rates = Encode(rates, _parameters.Areas[area], _weights[(area, RateObservables.W)],
                _weights[(area, RateObservables.Bias)]);
        return rates;
    }

    private static double[] Encode(double[] below, RateAreaOptions options, double[] weights, double[] biases)
    {
        int inputs = options.Below.Cells, cells = options.Cells.Cells, samples = below.Length / inputs;
        BatchOf<double> lower = new(inputs, Slots), upper = new(cells, Slots);
        double[] x = lower.Allocate(), ub = upper.Allocate(), r = upper.Allocate(), d = upper.Allocate();
        Synapses<double> synapses = SynapsesOf.Area<double>(options, Slots, new RowSplit(1));
        BatchActivation<double> activation = BatchActivation<double>.Get(options.Activation);
        double[] rates = new double[samples * cells], padded = new double[Slots * inputs];
        for (int first = 0; first < samples; first += Slots)
        {
            int taken = Math.Min(Slots, samples - first);
            below.AsSpan(first * inputs, taken * inputs).CopyTo(padded);
            lower.FromSamples(padded, x);
            synapses.Forward(weights, biases, x, ub);
            activation.Apply(ub, r, d);
            upper.ToSamples(r).AsSpan(0, taken * cells).CopyTo(rates.AsSpan(first * cells));
        }

        return rates;
    }
}
