using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Models.Microcircuit.Transport;

/// <summary>Updates of W of the area above that become known in one tick under BP where delays vary.</summary>
/// <remarks>
/// They are several, one or none, in the order in which they were made. Each is applied exactly once to the copy of W
/// below. Buffers are reused from tick to tick.
/// </remarks>
/// <param name="neurons">Neurons of the area above.</param>
public sealed class TransportedUpdates(int neurons)
{
    private readonly List<double[]> _factors = [];
    private readonly List<long> _emissions = [];

    /// <summary>Number of updates.</summary>
    public int Count => _emissions.Count;

    /// <summary>Emission of the area above through which updates are known when these are applied.</summary>
    /// <remarks>0 is the state before tick 1.</remarks>
    public long Through { get; private set; }

    /// <summary>Begins another tick.</summary>
    /// <param name="through">See <see cref="Through"/>.</param>
    public void Begin(long through)
    {
        _emissions.Clear();
        Through = through;
    }

    /// <summary>Adds the next update.</summary>
    /// <param name="factors">Its post-synaptic factors (neurons above, may be padded); copied.</param>
    /// <param name="rate">
    /// The tick in which the area below emitted its presynaptic factors; 0 is the state before tick 1.
    /// </param>
    public void Add(ReadOnlySpan<double> factors, long rate)
    {
        if (Count == _factors.Count)
            _factors.Add(Padding.Align(neurons));
        factors[..neurons].CopyTo(_factors[Count]);
        _emissions.Add(rate);
    }

    /// <summary>Post-synaptic factors of an update (padded).</summary>
    public double[] Factors(int update) => _factors[update];

    /// <summary>Tick in which the area below emitted the presynaptic factors of an update.</summary>
    public long RateEmission(int update) => _emissions[update];
}
