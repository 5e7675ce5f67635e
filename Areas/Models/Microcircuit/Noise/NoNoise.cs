namespace PalActors.Areas.Models.Microcircuit.Noise;

/// <summary>Absence of noise: xi stays 0.</summary>
public sealed class NoNoise : IApicalNoise
{
    /// <inheritdoc/>
    public bool NeedsApical => false;

    /// <inheritdoc/>
    public void Advance(
        long tick, long acted, double[] previous, double[] xi, double[] u, double[] prospective, double[] apical) =>
        previous.CopyTo(xi, 0);
}
