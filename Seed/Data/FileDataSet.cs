using PalActors.Areas.Toolkit.Stimuli;

namespace PalActors.Seed.Data;

/// <summary>A data set that comes as files, with the addresses that publish it.</summary>
/// <param name="Name">Its name in experiments.</param>
/// <param name="Files">Its files.</param>
/// <param name="Mirrors">Addresses that publish them, tried in this order.</param>
public sealed record FileDataSet(string Name, IReadOnlyList<DataFile> Files, IReadOnlyList<Uri> Mirrors)
{
    /// <summary>All data sets that come as files.</summary>
    public static IReadOnlyList<FileDataSet> All { get; } =
    [
        new(
            "mnist",
            [
                new(MnistFiles.TrainImages, "6bbc9ace898e44ae57da46a324031adb"),
                new(MnistFiles.TrainLabels, "a25bea736e30d166cdddb491f175f624"),
                new(MnistFiles.TestImages, "2646ac647ad5339dbf082846283269ea"),
                new(MnistFiles.TestLabels, "27ae3e4e09519cfbb04c329615203637"),
            ],
            [
                new("https://storage.googleapis.com/cvdf-datasets/mnist/"),
                new("https://ossci-datasets.s3.amazonaws.com/mnist/"),
            ]),
    ];
}
