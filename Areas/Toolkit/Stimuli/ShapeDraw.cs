using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>What varies from image to image of <see cref="Shapes"/>: class, size, place and colours.</summary>
/// <remarks>
/// It takes the blocks 0 to 12 of the area that is the index of the split, tick the sample. The noise of pixels takes
/// other areas.
/// </remarks>
internal readonly struct ShapeDraw
{
    private const uint GroundTints = 7, InkTints = 10;
    private const double FewestPixels = 8, MostPixels = 14;
    private const double Tint = 0.15, LeastContrast = 0.3, MostContrast = 0.6;

    private readonly ulong _seed;
    private readonly int _split;
    private readonly int _sample;
    private readonly double _ground;
    private readonly double _ink;

    /// <summary>Draws an image.</summary>
    /// <param name="seed">Seed of the set.</param>
    /// <param name="split">Index of the split.</param>
    /// <param name="sample">The sample.</param>
    /// <param name="size">Pixels on a side of the image.</param>
    public ShapeDraw(ulong seed, int split, int sample, int size)
    {
        (_seed, _split, _sample) = (seed, split, sample);
        Class = (int)(Uniform(0) * ShapeOutlines.All.Count);
        Radius = (FewestPixels + (Uniform(1) * (MostPixels - FewestPixels))) / 2;
        X = Radius + (Uniform(2) * (size - (2 * Radius)));
        Y = Radius + (Uniform(3) * (size - (2 * Radius)));
        double contrast = LeastContrast + (Uniform(4) * (MostContrast - LeastContrast));
        double dark = Tint + (Uniform(5) * (1 - (2 * Tint) - contrast)), bright = dark + contrast;
        (_ground, _ink) = Uniform(6) < 0.5 ? (dark, bright) : (bright, dark);
    }

    /// <summary>Class of the image.</summary>
    public int Class { get; }

    /// <summary>Half a side of the square that the shape fills, in pixels.</summary>
    public double Radius { get; }

    /// <summary>Column of the centre, from the left edge.</summary>
    public double X { get; }

    /// <summary>Row of the centre, from the top edge.</summary>
    public double Y { get; }

    /// <summary>Value of the ground in a channel, in [0, 1].</summary>
    public double Ground(int channel) => _ground + (Tint * ((2 * Uniform(GroundTints + (uint)channel)) - 1));

    /// <summary>Value of the shape in a channel, in [0, 1].</summary>
    public double Ink(int channel) => _ink + (Tint * ((2 * Uniform(InkTints + (uint)channel)) - 1));

    private double Uniform(uint number) =>
        CounterRandom.Uniform(_seed, RandomStream.Samples, _split, number, _sample);
}
