using PalActors.Areas.Toolkit.Stimuli;

namespace PalActors.Lab.Data;

/// <summary>A data set that comes as files, with the addresses that publish it.</summary>
/// <param name="Name">Its name in experiments.</param>
/// <param name="Files">Its files.</param>
/// <param name="Mirrors">Addresses that publish them, tried in this order.</param>
internal sealed record FileDataSet(string Name, IReadOnlyList<DataFile> Files, IReadOnlyList<Uri> Mirrors)
{
    /// <summary>Archive in which the files are published; null if each of them is.</summary>
    public DataArchive? Archive { get; init; }

    /// <summary>Other data sets of experiments that are made of the same files.</summary>
    public IReadOnlyList<string> Others { get; init; } = [];

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
            ])
        {
            Others = ["mnist-images"],
        },
        // Its checksums are published for the packed files alone.
        new(
            "fashion-mnist",
            [
                Fashion(MnistFiles.TrainImages, "8d4fb7e6c68d591d4c3dfef9ec88bf0d"),
                Fashion(MnistFiles.TrainLabels, "25c81989df183df01b3e8a0aad5dffbe"),
                Fashion(MnistFiles.TestImages, "bef4ecab320f06d8554ea6380940ec79"),
                Fashion(MnistFiles.TestLabels, "bb300cfdad3c16e7a12a480ee83cd310"),
            ],
            [
                new("https://raw.githubusercontent.com/zalandoresearch/fashion-mnist/master/data/fashion/"),
                new("http://fashion-mnist.s3-website.eu-central-1.amazonaws.com/"),
            ]),
        new(
            "cifar10",
            [
                Cifar(0, "5dd7e06a14cb22eb9f671a540d1b7c25"),
                Cifar(1, "5ea93a67294ea407fff1d09f752e9692"),
                Cifar(2, "942cd6a4bcdd0dd3c604fbe906cb4421"),
                Cifar(3, "ae636b3ba5c66a11e91e8cb52e771fcb"),
                Cifar(4, "53f37980c15c3d472c316c40844f3f0d"),
                Cifar(5, "803d5f7f4d78ea53de84dbe85f74fb6d"),
            ],
            [
                new("https://www.cs.toronto.edu/~kriz/"),
                new("https://storage.googleapis.com/s4tf-hosted-binaries/datasets/CIFAR10/"),
            ])
        {
            Archive = new(
                "cifar-10-binary.tar", 170_052_171,
                "c4a38c50a1bc5f3a1c5537f2155ab9d68f9f25eb1ed8d9ddda3db29a59bca1dd"),
        },
    ];

    /// <summary>Finds the files of a data set of experiments; null if it is drawn.</summary>
    public static FileDataSet? Find(string name) =>
        All.FirstOrDefault(set => set.Name == name || set.Others.Contains(name));

    private static DataFile Fashion(string name, string md5) => new(name, md5) { IsSumOfPacked = true };

    private static DataFile Cifar(int index, string md5) => new(Cifar10Files.All[index], md5)
    {
        IsKeptPacked = false,
        Subfolder = Cifar10Files.Folder,
    };
}
