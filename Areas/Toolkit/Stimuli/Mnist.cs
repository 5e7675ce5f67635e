using PalActors.Areas.Toolkit.Files;

namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Handwritten digits (LeCun, Cortes, Burges) from their four IDX files.</summary>
/// <remarks>
/// Input rates are pixel/256, row by row; target voltage 1.0 for the class and 0.1 for the others.
/// Of the training file the last sixth validates: the first 50,000 of the original 60,000 images train, the last 10,000
/// validate. Images may have any size, and there may be fewer of them.
/// </remarks>
public sealed partial class Mnist : IImageDataSet
{
    /// <summary>Number of classes, the ten digits.</summary>
    public const int Classes = 10;

    private const int ValidationShare = 6;

    private static readonly SharedSets<Mnist> s_open = new("mnist", folder => new Mnist(folder, "mnist"));
    private static readonly SharedSets<Mnist> s_fashion =
        new("fashion-mnist", folder => new Mnist(folder, "fashion-mnist"));

    private readonly Split _train;
    private readonly Split _validation;
    private readonly Split _test;

    private Mnist(string folder, string name)
    {
        (IdxFile images, byte[] labels) = ReadPair(folder, name, MnistFiles.TrainImages, MnistFiles.TrainLabels);
        (IdxFile testImages, byte[] testLabels) = ReadPair(folder, name, MnistFiles.TestImages, MnistFiles.TestLabels);
        if (labels.Length < ValidationShare)
        {
            throw new DataFileException(
                $"{PackedFile.Find(folder, MnistFiles.TrainImages)}: there are {labels.Length} images; "
                + $"valid is {ValidationShare} or more, of which the last sixth validates.");
        }

        if (testImages.Sizes[1] != images.Sizes[1] || testImages.Sizes[2] != images.Sizes[2])
        {
            throw new DataFileException(
                $"{PackedFile.Find(folder, MnistFiles.TestImages)}: the images are {Size(testImages)}; "
                + $"valid is {Size(images)}, that of {MnistFiles.TrainImages}.");
        }

        Shape = new ImageShape(1, images.Sizes[1], images.Sizes[2]);
        Inputs = images.Values.Length / images.Sizes[0];
        int validation = labels.Length / ValidationShare, train = labels.Length - validation;
        _train = new Split(images.Values, labels, 0, train);
        _validation = new Split(images.Values, labels, train, validation);
        _test = new Split(testImages.Values, testLabels, 0, testLabels.Length);
        Images = new MnistImages(this);
    }

    /// <inheritdoc/>
    public ImageShape Shape { get; }

    /// <inheritdoc/>
    public int Inputs { get; }

    /// <inheritdoc/>
    public int Targets => Classes;

    /// <inheritdoc/>
    public int ClassCount => Classes;

    /// <summary>The same images for networks of rates.</summary>
    internal MnistImages Images { get; }

    /// <summary>Opens the set in a folder, which is read once per process.</summary>
    /// <param name="folder">The folder, or empty for this machine's own.</param>
    /// <exception cref="DataFileException">A file is missing or cannot be used.</exception>
    public static Mnist Open(string folder) => s_open.Open(folder);

    /// <summary>Opens Fashion-MNIST (Xiao, Rasul, Vollgraf 2017): clothes, in files of the same form.</summary>
    /// <param name="folder">The folder, or empty for this machine's own.</param>
    /// <exception cref="DataFileException">A file is missing or cannot be used.</exception>
    public static Mnist OpenFashion(string folder) => s_fashion.Open(folder);

    /// <inheritdoc/>
    public int SamplesOf(string split) => Of(split).Count;

    /// <inheritdoc/>
    public int ClassOf(string split, int sample)
    {
        Split at = Of(split);
        return at.Labels[at.IndexOf(sample)];
    }

    /// <inheritdoc/>
    public void Input(string split, int sample, Span<double> rates)
    {
        ReadOnlySpan<byte> pixels = PixelsOf(split, sample);
        for (int i = 0; i < pixels.Length; i++)
            rates[i] = pixels[i] / 256.0;
    }

    /// <inheritdoc/>
    public void Target(string split, int sample, Span<double> voltages)
    {
        voltages[..Classes].Fill(0.1);
        voltages[ClassOf(split, sample)] = 1.0;
    }

    /// <summary>Gets the pixels of a sample.</summary>
    internal ReadOnlySpan<byte> PixelsOf(string split, int sample)
    {
        Split at = Of(split);
        return at.Images.AsSpan(at.IndexOf(sample) * Inputs, Inputs);
    }
}
