using System.Runtime.CompilerServices;
using PalActors.Areas.Models.Microcircuit.Noise;
using PalActors.Areas.Models.Microcircuit.Parameters;
using PalActors.Areas.Toolkit.Numerics;
using PalActors.Areas.Toolkit.States;

namespace PalActors.Areas.Models.Microcircuit.Circuits;

/// <summary>Noise xi of the apical dendrites of an area, of this tick and the one before.</summary>
/// <param name="process">Process that xi follows.</param>
/// <param name="counts">Whether ticks in which noise acts are counted: the process is no <see cref="NoNoise"/>.</param>
/// <param name="size">Pyramidal cells.</param>
public sealed class ApicalNoise(IApicalNoise process, bool counts, int size)
{
    private Alternating _xi = new(size);
    private long _acted;

    /// <summary>xi, after its advance in the tick.</summary>
    public double[] Current => _xi.Now;

    /// <summary>xi before its last advance.</summary>
    public double[] Previous => _xi.Before;

    /// <summary>Indicates whether <see cref="Advance"/> needs the apical potentials of the same tick.</summary>
    public bool NeedsApical { get; } = process.NeedsApical;

    /// <summary>Point 3 of a step.</summary>
    /// <param name="tick">The tick.</param>
    /// <param name="u">Somatic potentials at the start of the tick.</param>
    /// <param name="prospective">Prospective potentials.</param>
    /// <param name="apical">Apical potentials without noise.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Advance(long tick, double[] u, double[] prospective, double[] apical)
    {
        _xi.Change();
        process.Advance(tick, _acted, Previous, Current, u, prospective, apical);
        if (counts)
            _acted++;
    }

    /// <inheritdoc cref="IApicalNoise.Adapt"/>
    public void Adapt(MicrocircuitParameters parameters) => process.Adapt(parameters);

    /// <summary>Names its state.</summary>
    public void Describe(StateMap state)
    {
        state.Vector("xi", size, () => Current);
        state.Scalar("noise_acted", () => _acted, value => _acted = (long)value);
    }
}
