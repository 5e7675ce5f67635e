using System.Collections.Concurrent;

namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Handwritten digits (LeCun, Cortes, Burges) from their four IDX files.</summary>
/// <remarks>
/// Input rates are pixel/256, row by row; target voltage 1.0 for the class and 0.1 for the others.
/// Of the training file the last sixth validates: the first 50,000 of the original 60,000 images train, the last 10,000
/// validate. Images may have any size, and there may be fewer of them.
/// </remarks>
public sealed partial class Mnist : IDataSet
{
    /// <summary>Number of classes, the ten digits.</summary>
    public const int Classes = 10;

    private const int ValidationShare = 6;

    // Sets by folder: images are large, and stimulus, target and all seeds of a process share them.
    private static readonly ConcurrentDictionary<string, Lazy<Mnist>> s_open = new();

    private readonly Split _train;
    private readonly Split _validation;
    private readonly Split _test;

    private Mnist(string folder)
    {
        (IdxFile images, byte[] labels) = ReadPair(folder, MnistFiles.TrainImages, MnistFiles.TrainLabels);
        (IdxFile testImages, byte[] testLabels) = ReadPair(folder, MnistFiles.TestImages, MnistFiles.TestLabels);
        if (labels.Length < ValidationShare)
        {
            throw new DataFileException(
                $"{MnistFiles.Find(folder, MnistFiles.TrainImages)}: there are {labels.Length} images; "
                + $"valid is {ValidationShare} or more, of which the last sixth validates.");
        }

        if (testImages.Sizes[1] != images.Sizes[1] || testImages.Sizes[2] != images.Sizes[2])
        {
            throw new DataFileException(
                $"{MnistFiles.Find(folder, MnistFiles.TestImages)}: the images are {Size(testImages)}; "
                + $"valid is {Size(images)}, that of {MnistFiles.TrainImages}.");
        }

        Inputs = images.Values.Length / images.Sizes[0];
        int validation = labels.Length / ValidationShare, train = labels.Length - validation;
        _train = new Split(images.Values, labels, 0, train);
        _validation = new Split(images.Values, labels, train, validation);
        _test = new Split(testImages.Values, testLabels, 0, testLabels.Length);
    }

    /// <inheritdoc/>
    public int Inputs { get; }

    /// <inheritdoc/>
    public int Targets => Classes;

    /// <summary>Opens the set in a folder, which is read once per process.</summary>
    /// <param name="folder">The folder, or empty for this machine's own.</param>
    /// <exception cref="DataFileException">A file is missing or cannot be used.</exception>
    public static Mnist Open(string folder)
    {
        string path = folder.Length > 0 ? Path.GetFullPath(folder) : DataFolders.Default("mnist");
        Lazy<Mnist> open = s_open.GetOrAdd(path, p => new Lazy<Mnist>(() => new Mnist(p)));
        try
        {
            return open.Value;
        }
        catch
        {
            // Drop the failed read: the next one may come after the file was put right.
            s_open.TryRemove(KeyValuePair.Create(path, open));
            throw;
        }
    }

    /// <inheritdoc/>
    public int SamplesOf(string split) => Of(split).Count;

    /// <summary>Gets the class of a sample.</summary>
    public int ClassOf(string split, int sample)
    {
        Split at = Of(split);
        return at.Labels[at.IndexOf(sample)];
    }

    /// <inheritdoc/>
    public void Input(string split, int sample, Span<double> rates)
    {
        Split at = Of(split);
        ReadOnlySpan<byte> pixels = at.Images.AsSpan(at.IndexOf(sample) * Inputs, Inputs);
        for (int i = 0; i < pixels.Length; i++)
            rates[i] = pixels[i] / 256.0;
    }

    /// <inheritdoc/>
    public void Target(string split, int sample, Span<double> voltages)
    {
        voltages[..Classes].Fill(0.1);
        voltages[ClassOf(split, sample)] = 1.0;
    }
}
