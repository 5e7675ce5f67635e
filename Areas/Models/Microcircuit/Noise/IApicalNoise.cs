namespace PalActors.Areas.Models.Microcircuit.Noise;

/// <summary>The noise xi of the apical dendrites of one area. <see cref="Advance"/> is called in every tick in which noise acts.</summary>
public interface IApicalNoise
{
    /// <summary>Whether <see cref="Advance"/> needs the apical potentials of the same tick.</summary>
    bool NeedsApical { get; }

    /// <summary>xi (neurons, padded) of <paramref name="tick"/> from that of the tick before.</summary>
    /// <param name="tick">The tick.</param>
    /// <param name="acted">How many ticks noise acted in before this one.</param>
    /// <param name="previous">xi of the tick before.</param>
    /// <param name="xi">Receives xi.</param>
    /// <param name="u">Somatic potentials at the start of the tick.</param>
    /// <param name="prospective">Prospective potentials.</param>
    /// <param name="apical">Apical potentials without noise; of the previous tick unless <see cref="NeedsApical"/>.</param>
    void Advance(long tick, long acted, double[] previous, double[] xi, double[] u, double[] prospective, double[] apical);
}
