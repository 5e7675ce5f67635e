namespace PalActors.Areas.Toolkit.Noise;

/// <summary>Where an area's standard-normal draws come from, and when it draws.</summary>
public interface INormalSource
{
    /// <summary>The draws of this tick, one per neuron, padded to whole vectors; valid until the next call. Empty if the noise is held in this tick and nothing is drawn.</summary>
    /// <param name="tick">The tick.</param>
    /// <param name="acted">How many ticks noise acted in before this one.</param>
    ReadOnlySpan<double> Draw(long tick, long acted);
}
