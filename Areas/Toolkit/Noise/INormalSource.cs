namespace PalActors.Areas.Toolkit.Noise;

/// <summary>Source of an area's standard-normal draws, which also decides when it draws.</summary>
public interface INormalSource
{
    /// <summary>Draws the values of a tick, or none if the noise is held in it.</summary>
    /// <param name="tick">The tick.</param>
    /// <param name="acted">Number of ticks before this one in which noise acted.</param>
    /// <returns>
    /// One value per neuron, padded to whole vectors and valid until the next call; empty if nothing is drawn.
    /// </returns>
    ReadOnlySpan<double> Draw(long tick, long acted);
}
