using PalActors.Areas.Toolkit.Files;
using PalActors.TestKit;
using static PalActors.Areas.Tests.Files.ReaderFolder;

namespace PalActors.Areas.Tests.Files;

/// <summary>IDX files, images of CIFAR-10's binary version, and files that are neither.</summary>
public sealed class OtherFormatTests : IDisposable
{
    private readonly ReaderFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void BytesOfIdxAreRows()
    {
        byte[] images = MadeUpDigits.Images(5, 4, 3);
        RowTable read = Inputs(_folder.Write("images", MadeUpDigits.Pack(images)));
        Assert.Equal((5, 12), (read.Rows, read.Width));
        Assert.Equal(images[16..].Select(pixel => (double)pixel), Values(read).SelectMany(row => row));
    }

    [Theory]
    [InlineData(0x09, new byte[] { 0xff, 2 }, -1, 2)]
    [InlineData(0x0b, new byte[] { 1, 2, 0xff, 0xff }, 258, -1)]
    [InlineData(0x0c, new byte[] { 0, 1, 0, 0, 0xff, 0xff, 0xff, 0xfe }, 65536, -2)]
    [InlineData(0x0d, new byte[] { 0x3f, 0xc0, 0, 0, 0xbf, 0x80, 0, 0 }, 1.5, -1)]
    [InlineData(0x0e, new byte[] { 0x40, 0x04, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 }, 2.5, 0)]
    public void OtherTypesOfIdxAreBigEndian(byte type, byte[] values, double first, double second)
    {
        string path = _folder.Write("a.idx", [0, 0, type, 1, 0, 0, 0, 2, .. values]);
        Assert.Equal([[first], [second]], Values(Inputs(path)));
    }

    [Fact]
    public void AnImageOfCifarIsALabelThenPixels()
    {
        byte[] images = [.. Enumerable.Range(0, 3 * 3073).Select(i => (byte)(i * 7 % 251))];
        (images[0], images[3073], images[6146]) = (9, 0, 9);
        string path = _folder.Write("batch.bin", images);
        FileContent read = DataFormats.Read(path, new FileRequest([], [], null));
        Assert.Equal(["9", "0", "9"], Names(read.Labels!));
        Assert.Equal([3, 32, 32], read.Inputs!.Shape);
        Assert.Equal(images[3074..6146].Select(pixel => (double)pixel), Values(read.Inputs)[1]);
        Assert.Contains(
            "9218 bytes; valid is a multiple of 3073",
            Refused(() => Inputs(_folder.Write("cut.bin", images[..^1]))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.json", "{}", "the format is not known; valid is one of CSV, .npy, .npz, IDX, CIFAR-10 binary.")]
    [InlineData("a", "", "the format is not known")]
    public void AnotherFormatIsRefused(string name, string text, string part) =>
        Assert.Contains(part, Refused(() => Inputs(_folder.Write(name, text))), StringComparison.Ordinal);

    [Fact]
    public void AMissingFileIsNamed() => Assert.Equal(
        $"{_folder["none.csv"]}: there is no such file; valid is one that is there.",
        Refused(() => Inputs(_folder["none.csv"])));

    [Fact]
    public void JoinedRowsAreThoseOfTheFilesInOrder()
    {
        RowTable joined = JoinedRows.Of(
            [.. new[] { "x\n1\n2\n", "x\n3\n", "x\n4\n5\n6\n" }.Select(
                (text, i) => Inputs(_folder.Write($"{i}.csv", text)))]);
        Assert.Equal([[1], [2], [3], [4], [5], [6]], Values(joined));
        LabelColumn labels = LabelColumn.Join(
            [new LabelColumn([0, 1, 0], ["b", "a"]), new LabelColumn([1, 0], ["a", "c"])]);
        Assert.Equal(["b", "a", "b", "c", "a"], Names(labels));
    }
}
