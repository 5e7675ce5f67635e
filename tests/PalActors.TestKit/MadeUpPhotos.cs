using System.Formats.Tar;

namespace PalActors.TestKit;

/// <summary>Small made-up sets of images in the six files of CIFAR-10, binary version.</summary>
/// <remarks>Pixels are a function of image and place; images of the test file count from 1000.</remarks>
public static class MadeUpPhotos
{
    /// <summary>Number of the first image of the test file.</summary>
    public const int FirstTest = 1000;

    /// <summary>Pixels of an image.</summary>
    public const int Pixels = 3 * 32 * 32;

    /// <summary>Names of the six files.</summary>
    public static readonly string[] Names =
    [
        "data_batch_1.bin", "data_batch_2.bin", "data_batch_3.bin", "data_batch_4.bin", "data_batch_5.bin",
        "test_batch.bin",
    ];

    /// <summary>The pixel of an image.</summary>
    public static byte Pixel(int image, int index) => (byte)((image * 37) + (index * 11) + (index / 1024 * 5));

    /// <summary>The label of an image.</summary>
    public static byte Label(int image) => (byte)(image * 3 % 10);

    /// <summary>A file of images.</summary>
    public static byte[] Images(int first, int count) =>
    [
        .. Enumerable.Range(first, count).SelectMany(
            image => Enumerable.Range(-1, Pixels + 1).Select(i => i < 0 ? Label(image) : Pixel(image, i))),
    ];

    /// <summary>The content of all six files.</summary>
    public static Dictionary<string, byte[]> Files(int perFile = 3, int test = 4) =>
        Enumerable.Range(0, Names.Length).ToDictionary(
            file => Names[file], file => file < 5 ? Images(file * perFile, perFile) : Images(FirstTest, test));

    /// <summary>Writes the six files.</summary>
    public static void Write(string folder, int perFile = 3, int test = 4, bool packed = false)
    {
        Directory.CreateDirectory(folder);
        foreach ((string name, byte[] content) in Files(perFile, test))
            MadeUpDigits.Put(folder, name, content, packed);
    }

    /// <summary>A packed archive of files, as the original one is.</summary>
    public static byte[] Archive(IReadOnlyDictionary<string, byte[]> files)
    {
        using MemoryStream bytes = new();
        using (TarWriter tar = new(bytes, TarEntryFormat.Ustar, leaveOpen: true))
        {
            tar.WriteEntry(new UstarTarEntry(TarEntryType.Directory, "cifar-10-batches-bin/"));
            foreach ((string name, byte[] content) in files)
            {
                tar.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, "cifar-10-batches-bin/" + name)
                {
                    DataStream = new MemoryStream(content),
                });
            }
        }

        return MadeUpDigits.Pack(bytes.ToArray());
    }
}
