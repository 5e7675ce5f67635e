using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.States;

namespace PalActors.Areas.Models.Microcircuit.Transport;

/// <summary>Rates of an area in the last ticks, which updates of W above are products with.</summary>
internal sealed class RateHistory
{
    private readonly double[][] _rates;
    private readonly int _neurons;
    private int _newest;

    /// <summary>Makes room.</summary>
    /// <param name="neurons">Neurons of the area.</param>
    /// <param name="ticks">Ticks to remember.</param>
    public RateHistory(int neurons, int ticks)
    {
        _neurons = neurons;
        _rates = new double[ticks][];
        for (int i = 0; i < ticks; i++)
            _rates[i] = Padding.Align(neurons);
    }

    /// <summary>Oldest rates.</summary>
    public double[] Oldest => this[_rates.Length - 1];

    /// <summary>Rates that were pushed last (0), or as many ticks earlier.</summary>
    public double[] this[int age] => _rates[(_newest + age) % _rates.Length];

    /// <summary>Takes rates (padded), and forgets the oldest ones.</summary>
    public void Push(double[] rate)
    {
        _newest = (_newest == 0 ? _rates.Length : _newest) - 1;
        rate.CopyTo(this[0], 0);
    }

    /// <summary>Takes the same rates (padded) for all ticks so far.</summary>
    public void Fill(double[] rate)
    {
        foreach (double[] entry in _rates)
            rate.CopyTo(entry, 0);
    }

    /// <summary>Names it, a block per tick, the newest first.</summary>
    public void Describe(StateMap state)
    {
        for (int i = 0; i < _rates.Length; i++)
        {
            int age = i;
            state.Vector($"r_history_{age}", _neurons, () => this[age]);
        }
    }
}
