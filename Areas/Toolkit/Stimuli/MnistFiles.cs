namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Names of the four files of MNIST.</summary>
/// <remarks>Of each the packed file, <c>.gz</c>, is read before the plain one.</remarks>
public static class MnistFiles
{
    /// <summary>Images to train and validate with.</summary>
    public const string TrainImages = "train-images-idx3-ubyte";

    /// <summary>Labels of the images to train and validate with.</summary>
    public const string TrainLabels = "train-labels-idx1-ubyte";

    /// <summary>Images to test with.</summary>
    public const string TestImages = "t10k-images-idx3-ubyte";

    /// <summary>Labels of the images to test with.</summary>
    public const string TestLabels = "t10k-labels-idx1-ubyte";

    /// <summary>Names of all four files.</summary>
    public static IReadOnlyList<string> All { get; } = [TrainImages, TrainLabels, TestImages, TestLabels];
}
