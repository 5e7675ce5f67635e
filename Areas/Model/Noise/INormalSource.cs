namespace PalActors.Areas.Model.Noise;

/// <summary>Where an area's standard-normal draws come from.</summary>
public interface INormalSource
{
    /// <summary>Fills <paramref name="z"/> with the draws of this tick, one per neuron.</summary>
    void Draw(long tick, Span<double> z);
}
