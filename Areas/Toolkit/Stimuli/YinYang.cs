using System.Collections.Concurrent;

namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Yin-Yang data set (Kriener, Goeltz, Petrovici 2022, arXiv 2102.08211).</summary>
/// <remarks>
/// The samples are points in a disc of radius 0.5 around (0.5, 0.5), in three classes: yang (0), yin (1), dot (2).
/// Input rates are x, y, 1 - x, 1 - y; target voltage 1.0 for the class and 0.1 for the others.
/// They are always drawn from numpy's legacy generator, so it is the original set: seeds s (train), s + 1 (validation),
/// s + 2 (test).
/// </remarks>
public sealed partial class YinYang : ILabelledDataSet
{
    /// <summary>Data seed of the original set.</summary>
    public const ulong OriginalSeed = 9876543;

    private const double Big = 0.5, Small = 0.1;
    private static readonly string[] s_splits = ["train", "validation", "test"];
    private readonly ulong _seed;
    private readonly ConcurrentDictionary<string, Lazy<Split>> _drawn = new();

    /// <summary>Creates the set of a seed.</summary>
    public YinYang(ulong seed) => _seed = seed;

    /// <inheritdoc/>
    public int Inputs => 4;

    /// <inheritdoc/>
    public int Targets => 3;

    /// <inheritdoc/>
    public int ClassCount => 3;

    /// <inheritdoc/>
    public int ClassOf(string split, int sample) => Sample(split, sample).Class;

    /// <inheritdoc/>
    public void Input(string split, int sample, Span<double> rates)
    {
        (double x, double y, _) = Sample(split, sample);
        rates[0] = x;
        rates[1] = y;
        rates[2] = 1 - x;
        rates[3] = 1 - y;
    }

    /// <inheritdoc/>
    public void Target(string split, int sample, Span<double> voltages)
    {
        voltages[..3].Fill(0.1);
        voltages[Sample(split, sample).Class] = 1.0;
    }

    /// <summary>Gets a sample: its point and class (0 yang, 1 yin, 2 dot).</summary>
    public (double X, double Y, int Class) Sample(string split, int sample)
    {
        // Look it up first: a closure would be allocated for every presentation.
        if (!_drawn.TryGetValue(split, out Lazy<Split>? drawn))
            drawn = Make(split);
        return drawn.Value.Sample(sample);
    }

    /// <summary>Computes the class of a point of the disc.</summary>
    public static int ClassOf(double x, double y)
    {
        double right = Distance(x, y, 1.5 * Big), left = Distance(x, y, 0.5 * Big);
        if (right < Small || left < Small)
            return 2;
        bool yin = right <= Small || (left > Small && left <= 0.5 * Big) || (y > Big && right > 0.5 * Big);
        return yin ? 1 : 0;
    }

    private static double Distance(double x, double y, double centreX) =>
        Math.Sqrt((x - centreX) * (x - centreX) + (y - Big) * (y - Big));

    private Lazy<Split> Make(string split) => _drawn.GetOrAdd(split, new Lazy<Split>(() => new Split(SeedOf(split))));

    private uint SeedOf(string split)
    {
        int index = Array.IndexOf(s_splits, split);
        return index >= 0
            ? (uint)(_seed + (ulong)index)
            : throw new ArgumentException(
                $"Yin-Yang has no split '{split}'; valid is one of {string.Join(", ", s_splits)}.", nameof(split));
    }
}
