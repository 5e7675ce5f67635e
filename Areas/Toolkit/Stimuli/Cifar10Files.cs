using PalActors.Areas.Toolkit.Files;

namespace PalActors.Areas.Toolkit.Stimuli;

/// <summary>Names of the files of CIFAR-10, binary version.</summary>
/// <remarks>They are read from a folder, or from that of their archive below it, packed with gzip or plain.</remarks>
public static class Cifar10Files
{
    /// <summary>Folder that the archive holds.</summary>
    public const string Folder = "cifar-10-batches-bin";

    /// <summary>Images to train and validate with, and their labels.</summary>
    public static IReadOnlyList<string> Train { get; } =
        ["data_batch_1.bin", "data_batch_2.bin", "data_batch_3.bin", "data_batch_4.bin", "data_batch_5.bin"];

    /// <summary>Images to test with, and their labels.</summary>
    public static string Test => "test_batch.bin";

    /// <summary>Names of all six files.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Train, Test];

    /// <summary>Finds the file of this name in a folder, or below it in <see cref="Folder"/>.</summary>
    /// <returns>Null if there is none.</returns>
    public static string? Find(string folder, string name) =>
        PackedFile.Find(folder, name) ?? PackedFile.Find(Path.Combine(folder, Folder), name);
}
