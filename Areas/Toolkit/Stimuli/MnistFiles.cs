namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>The names of the four files of MNIST, and which of them is read: the packed one, <c>.gz</c>, before the plain one.</summary>
public static class MnistFiles
{
    /// <summary>Images to train and validate with.</summary>
    public const string TrainImages = "train-images-idx3-ubyte";

    /// <summary>Their labels.</summary>
    public const string TrainLabels = "train-labels-idx1-ubyte";

    /// <summary>Images to test with.</summary>
    public const string TestImages = "t10k-images-idx3-ubyte";

    /// <summary>Their labels.</summary>
    public const string TestLabels = "t10k-labels-idx1-ubyte";

    /// <summary>All four.</summary>
    public static IReadOnlyList<string> All { get; } = [TrainImages, TrainLabels, TestImages, TestLabels];

    /// <summary>The file of this name in a folder, or null if there is neither the packed nor the plain one.</summary>
    public static string? Find(string folder, string name)
    {
        string plain = Path.Combine(folder, name), packed = plain + ".gz";
        return File.Exists(packed) ? packed : File.Exists(plain) ? plain : null;
    }
}
