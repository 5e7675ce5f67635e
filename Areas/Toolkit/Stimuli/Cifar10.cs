using PalActors.Areas.Toolkit.Files;

namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Small colour photographs in ten classes (Krizhevsky 2009) from six files, binary version.</summary>
/// <remarks>
/// Images are 3x32x32; inputs (pixel/255 - 0.5)/0.5, targets 1 for the class and 0 for the others. The images of the
/// five training files are a pool that each network's random seed divides: four fifths train, the rest validates.
/// Files may hold fewer images.
/// </remarks>
public sealed partial class Cifar10 : IImageDataSet
{
    /// <summary>Number of classes.</summary>
    public const int Classes = 10;

    private const int ValidationShare = 5;

    private static readonly ImageShape s_shape = new(3, 32, 32);
    private static readonly SharedSets<Cifar10> s_open = new("cifar10", folder => new Cifar10(folder));
    private static readonly double[] s_rates =
        [.. Enumerable.Range(0, 256).Select(pixel => ((pixel / 255.0) - 0.5) / 0.5)];

    // Images as in the files: a label, then the pixels.
    private readonly byte[] _pool;
    private readonly byte[] _test;
    private readonly int _train;

    private Cifar10(string folder)
    {
        _pool = Read(folder, Cifar10Files.Train);
        _test = Read(folder, [Cifar10Files.Test]);
        int images = _pool.Length / ImageBytes;
        if (images < ValidationShare)
        {
            throw new DataFileException(
                $"{folder}: the files {Cifar10Files.Train[0]} to {Cifar10Files.Train[^1]} have {images} images; "
                + $"valid is {ValidationShare} or more, a fifth of which validates.");
        }

        _train = images - (images / ValidationShare);
    }

    /// <inheritdoc/>
    public ImageShape Shape => s_shape;

    /// <inheritdoc/>
    public int Inputs => s_shape.Values;

    /// <inheritdoc/>
    public int Targets => Classes;

    /// <inheritdoc/>
    public int ClassCount => Classes;

    /// <inheritdoc/>
    public bool IsDividedBySeed => true;

    private static int ImageBytes => 1 + s_shape.Values;

    /// <summary>Opens the set in a folder, which is read once per process.</summary>
    /// <param name="folder">The folder, or empty for this machine's own.</param>
    /// <exception cref="DataFileException">A file is missing or cannot be used.</exception>
    public static Cifar10 Open(string folder) => s_open.Open(folder);

    /// <inheritdoc/>
    public int SamplesOf(string split) => split switch
    {
        DividedData.Train => _train,
        DividedData.Validation => (_pool.Length / ImageBytes) - _train,
        "test" => _test.Length / ImageBytes,
        _ => throw new ArgumentException(
            $"CIFAR-10 has no split '{split}'; valid is one of train, validation, test.", nameof(split)),
    };

    /// <inheritdoc/>
    public int ClassOf(string split, int sample) => ImageOf(split, sample)[0];

    /// <inheritdoc/>
    public void Input(string split, int sample, Span<double> rates)
    {
        ReadOnlySpan<byte> pixels = ImageOf(split, sample)[1..];
        for (int i = 0; i < pixels.Length; i++)
            rates[i] = s_rates[pixels[i]];
    }

    /// <inheritdoc/>
    public void Target(string split, int sample, Span<double> voltages)
    {
        voltages[..Classes].Clear();
        voltages[ClassOf(split, sample)] = 1;
    }

    private ReadOnlySpan<byte> ImageOf(string split, int sample)
    {
        if ((uint)sample >= (uint)SamplesOf(split))
            throw new ArgumentOutOfRangeException(nameof(sample), sample, $"valid is 0 to {SamplesOf(split) - 1}.");
        int first = split == DividedData.Validation ? _train : 0;
        return (split == "test" ? _test : _pool).AsSpan((first + sample) * ImageBytes, ImageBytes);
    }
}
