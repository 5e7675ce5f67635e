using PalActors.Areas.Toolkit.Numerics;

namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Small images of simple shapes in ten classes, drawn from the data seed.</summary>
/// <remarks>
/// An image is 3x16x16 with one shape before a plain ground, and noise. Shape, place, size and colours vary at random,
/// and the shape may be brighter or darker than the ground: a single pixel tells hardly anything of the class. Inputs
/// are (value - 0.5)/0.5 as of CIFAR-10, targets 1 for the class and 0 for the others. A sample is a pure function of
/// seed, split and number.
/// </remarks>
public sealed class Shapes : IImageDataSet
{
    /// <summary>Data seed of the set where an experiment gives none.</summary>
    public const ulong UsualSeed = 1;

    /// <summary>Number of classes.</summary>
    public const int Classes = 10;

    private const int Size = 16;

    // Points along each side of a pixel that are looked at, so that edges are smooth.
    private const int Points = 3;
    private const double Noise = 0.08;

    private static readonly ImageShape s_shape = new(3, Size, Size);
    private static readonly string[] s_splits = ["train", "validation", "test"];
    private readonly ulong _seed;

    /// <summary>Creates the set of a seed.</summary>
    public Shapes(ulong seed) => _seed = seed;

    /// <inheritdoc/>
    public ImageShape Shape => s_shape;

    /// <inheritdoc/>
    public int Inputs => s_shape.Values;

    /// <inheritdoc/>
    public int Targets => Classes;

    /// <inheritdoc/>
    public int ClassCount => Classes;

    /// <inheritdoc/>
    public int ClassOf(string split, int sample) => Draw(split, sample).Class;

    /// <inheritdoc/>
    public void Input(string split, int sample, Span<double> rates)
    {
        ShapeDraw draw = Draw(split, sample);
        Span<double> covered = stackalloc double[Size * Size];
        Cover(draw, covered);
        CounterRandom.Normals(_seed, RandomStream.Samples, IndexOf(split) + s_splits.Length, sample, rates);
        for (int channel = 0; channel < s_shape.Channels; channel++)
        {
            double ground = draw.Ground(channel), ink = draw.Ink(channel);
            Span<double> values = rates.Slice(channel * covered.Length, covered.Length);
            for (int i = 0; i < values.Length; i++)
            {
                double value = ground + (covered[i] * (ink - ground)) + (Noise * values[i]);
                values[i] = (Math.Clamp(value, 0, 1) - 0.5) / 0.5;
            }
        }
    }

    /// <inheritdoc/>
    public void Target(string split, int sample, Span<double> voltages)
    {
        voltages[..Classes].Clear();
        voltages[ClassOf(split, sample)] = 1;
    }

    // Writes the share of each pixel that the shape covers.
    private static void Cover(in ShapeDraw draw, Span<double> covered)
    {
        Outline inside = ShapeOutlines.All[draw.Class];
        for (int pixel = 0; pixel < covered.Length; pixel++)
        {
            int points = 0;
            for (int point = 0; point < Points * Points; point++)
            {
                double x = (pixel % Size) + (((point % Points) + 0.5) / Points);
                double y = (pixel / Size) + (((point / Points) + 0.5) / Points);
                (x, y) = ((x - draw.X) / draw.Radius, (y - draw.Y) / draw.Radius);
                if (Math.Abs(x) <= 1 && Math.Abs(y) <= 1 && inside(x, y))
                    points++;
            }

            covered[pixel] = (double)points / (Points * Points);
        }
    }

    private ShapeDraw Draw(string split, int sample) => new(_seed, IndexOf(split), sample, Size);

    private static int IndexOf(string split)
    {
        int index = Array.IndexOf(s_splits, split);
        return index >= 0
            ? index
            : throw new ArgumentException(
                $"shapes has no split '{split}'; valid is one of {string.Join(", ", s_splits)}.", nameof(split));
    }
}
