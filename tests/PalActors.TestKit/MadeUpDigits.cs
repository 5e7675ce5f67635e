using System.Buffers.Binary;
using System.IO.Compression;

namespace PalActors.TestKit;

/// <summary>Small made-up sets of images and labels in the four files of MNIST.</summary>
/// <remarks>Of any size and number; pixels are a function of image and place.</remarks>
public static class MadeUpDigits
{
    /// <summary>Names of the four files.</summary>
    public static readonly string[] Names =
    [
        "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte",
    ];

    /// <summary>Writes the four files.</summary>
    public static void Write(
        string folder, int train = 30, int test = 7, int rows = 4, int columns = 4, bool packed = true)
    {
        Directory.CreateDirectory(folder);
        Put(folder, Names[0], Images(train, rows, columns), packed);
        Put(folder, Names[1], Labels(train), packed);
        Put(folder, Names[2], Images(test, rows, columns, first: 1000), packed);
        Put(folder, Names[3], Labels(test, first: 1000), packed);
    }

    /// <summary>The pixel of an image; images of the test file count from 1000.</summary>
    public static byte Pixel(int image, int index) =>
        (byte)((image * 31) + (index * index * 7) + (index == image % 10 ? 128 : 0));

    /// <summary>The label of an image.</summary>
    public static byte Label(int image) => (byte)(image * 7 % 10);

    /// <summary>An IDX file of images.</summary>
    public static byte[] Images(int count, int rows, int columns, int first = 0)
    {
        int size = rows * columns;
        byte[] values = new byte[count * size];
        for (int i = 0; i < values.Length; i++)
            values[i] = Pixel(first + (i / size), i % size);
        return Idx(0x803, [(uint)count, (uint)rows, (uint)columns], values);
    }

    /// <summary>An IDX file of labels.</summary>
    public static byte[] Labels(int count, int first = 0) =>
        Idx(0x801, [(uint)count], [.. Enumerable.Range(first, count).Select(Label)]);

    /// <summary>An IDX file of any content, also an invalid one.</summary>
    public static byte[] Idx(uint magic, uint[] sizes, byte[] values)
    {
        byte[] file = new byte[4 + (4 * sizes.Length) + values.Length];
        BinaryPrimitives.WriteUInt32BigEndian(file, magic);
        for (int i = 0; i < sizes.Length; i++)
            BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(4 * (i + 1)), sizes[i]);
        values.CopyTo(file, file.Length - values.Length);
        return file;
    }

    /// <summary>Packs bytes.</summary>
    public static byte[] Pack(byte[] bytes)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(bytes);
        return packed.ToArray();
    }

    /// <summary>Writes a file under the name that its form has.</summary>
    public static string Put(string folder, string name, byte[] content, bool packed)
    {
        string path = Path.Combine(folder, packed ? name + ".gz" : name);
        File.WriteAllBytes(path, packed ? Pack(content) : content);
        return path;
    }
}
