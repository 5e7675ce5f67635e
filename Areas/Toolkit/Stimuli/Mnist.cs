using System.Collections.Concurrent;

namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>
/// Handwritten digits (LeCun, Cortes, Burges) from their four IDX files. Input rates are pixel/256, row by row; target voltage 1.0 for the class and 0.1 for the others. Of the training
/// file the last sixth validates: the first 50,000 of the original 60,000 images train, the last 10,000 validate. Images may have any size, and there may be fewer of them.
/// </summary>
public sealed class Mnist : IDataSet
{
    /// <summary>Classes, the ten digits.</summary>
    public const int Classes = 10;

    private const int ValidationShare = 6;

    // By folder: the images are large, and stimulus, target and all seeds of a process show the same ones.
    private static readonly ConcurrentDictionary<string, Lazy<Mnist>> s_open = new();

    private readonly Split _train;
    private readonly Split _validation;
    private readonly Split _test;

    private Mnist(string folder)
    {
        (IdxFile images, byte[] labels) = ReadPair(folder, MnistFiles.TrainImages, MnistFiles.TrainLabels);
        (IdxFile testImages, byte[] testLabels) = ReadPair(folder, MnistFiles.TestImages, MnistFiles.TestLabels);
        if (labels.Length < ValidationShare)
            throw new DataFileException($"{MnistFiles.Find(folder, MnistFiles.TrainImages)}: there are {labels.Length} images; valid is {ValidationShare} or more, of which the last sixth validates.");
        if (testImages.Sizes[1] != images.Sizes[1] || testImages.Sizes[2] != images.Sizes[2])
            throw new DataFileException($"{MnistFiles.Find(folder, MnistFiles.TestImages)}: the images are {Size(testImages)}; valid is {Size(images)}, that of {MnistFiles.TrainImages}.");
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

    /// <summary>The set in a folder, read once per process.</summary>
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
            // Not kept: the next one may come after the file was put right.
            s_open.TryRemove(KeyValuePair.Create(path, open));
            throw;
        }
    }

    /// <inheritdoc/>
    public int SamplesOf(string split) => Of(split).Count;

    /// <summary>The class of a sample.</summary>
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

    private static (IdxFile Images, byte[] Labels) ReadPair(string folder, string imagesName, string labelsName)
    {
        string imagesPath = Find(folder, imagesName), labelsPath = Find(folder, labelsName);
        // The small file first: it is what a hurried copy most often lacks, and found wrong at once.
        byte[] labels = IdxFile.Read(labelsPath, IdxFile.Labels).Values;
        int wrong = labels.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)(Classes - 1));
        if (wrong >= 0)
            throw new DataFileException($"{labelsPath}: label {wrong} is {labels[wrong]}; valid is 0 to {Classes - 1}.");
        IdxFile images = IdxFile.Read(imagesPath, IdxFile.Images);
        if (images.Sizes[0] != labels.Length)
            throw new DataFileException($"{labelsPath}: there are {labels.Length} labels; valid is {images.Sizes[0]}, one for each image of {imagesPath}.");
        return (images, labels);
    }

    private static string Find(string folder, string name) => MnistFiles.Find(folder, name) ?? throw new DataFileException(
        $"{Path.Combine(folder, name)} is missing, with .gz and without; run 'palactors data get mnist', or give a folder that has the four files with the key data_folder.");

    private static string Size(IdxFile images) => $"{images.Sizes[1]} x {images.Sizes[2]}";

    private Split Of(string split) => split switch
    {
        "train" => _train,
        "validation" => _validation,
        "test" => _test,
        _ => throw new ArgumentException($"MNIST has no split '{split}'; valid is one of train, validation, test.", nameof(split)),
    };

    private readonly record struct Split(byte[] Images, byte[] Labels, int First, int Count)
    {
        public int IndexOf(int sample) => (uint)sample < (uint)Count
            ? First + sample
            : throw new ArgumentOutOfRangeException(nameof(sample), sample, $"valid is 0 to {Count - 1}.");
    }
}
