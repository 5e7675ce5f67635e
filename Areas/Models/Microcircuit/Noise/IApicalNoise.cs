using PalActors.Areas.Models.Microcircuit.Parameters;

namespace PalActors.Areas.Models.Microcircuit.Noise;

/// <summary>Noise xi of the apical dendrites of one area.</summary>
/// <remarks><see cref="Advance"/> is called in every tick in which noise acts.</remarks>
public interface IApicalNoise
{
    /// <summary>Checks whether <see cref="Advance"/> needs the apical potentials of the same tick.</summary>
    bool NeedsApical { get; }

    /// <summary>Computes xi of a tick from xi of the tick before.</summary>
    /// <param name="tick">The tick.</param>
    /// <param name="acted">Number of ticks before this one in which noise acted.</param>
    /// <param name="previous">xi of the tick before.</param>
    /// <param name="xi">Receives xi (neurons, padded).</param>
    /// <param name="u">Somatic potentials at the start of the tick.</param>
    /// <param name="prospective">Prospective potentials.</param>
    /// <param name="apical">
    /// Apical potentials without noise; of the previous tick unless <see cref="NeedsApical"/>.
    /// </param>
    void Advance(
        long tick, long acted, double[] previous, double[] xi, double[] u, double[] prospective, double[] apical);

    /// <summary>Takes another amplitude, from the next tick on.</summary>
    /// <param name="parameters">Parameters that differ in those of learning and noise only.</param>
    void Adapt(MicrocircuitParameters parameters)
    {
    }
}
