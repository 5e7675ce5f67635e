namespace PalActors.Areas.Model.Noise;

/// <summary>Where an area's standard-normal draws come from, and when it draws.</summary>
public interface INormalSource
{
    /// <summary>Fills <paramref name="z"/> with the draws of this tick, one per neuron.</summary>
    /// <param name="tick">The tick.</param>
    /// <param name="acted">How many ticks noise acted in before this one.</param>
    /// <param name="z">Receives the draws; may be longer than there are neurons.</param>
    /// <returns>False if the noise is held in this tick and nothing was drawn.</returns>
    bool Draw(long tick, long acted, Span<double> z);
}
