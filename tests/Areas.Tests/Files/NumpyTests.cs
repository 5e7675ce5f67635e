using System.IO.Compression;
using PalActors.Areas.Toolkit.Files;

namespace PalActors.Areas.Tests.Files;

/// <summary>Arrays that numpy wrote, in files and archives.</summary>
public sealed class NumpyTests : IDisposable
{
    private readonly ReaderFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [CombinatorialTypes]
    public void EveryTypeAndOrderIsReadAsNumpyMeansIt(string name)
    {
        double[] expected = [.. Enumerable.Range(0, 24).Select(k => Value(name[0], k))];
        foreach (RowTable read in new[]
        {
            ReaderFolder.Inputs(_folder.Extract(name)), ReaderFolder.Inputs(ReaderFolder.Numpy("stored"), name),
            ReaderFolder.Inputs(ReaderFolder.Numpy("deflated"), name),
            ReaderFolder.Inputs(Pack(_folder.Extract(name))),
        })
        {
            Assert.Equal((4, 6), (read.Rows, read.Width));
            Assert.Equal([3, 2], read.Shape);
            Assert.Equal(expected, ReaderFolder.Values(read).SelectMany(row => row));
        }
    }

    [Theory]
    [InlineData("words", "setosa", "virginica", "setosa", "Ångström")]
    [InlineData("words-big", "setosa", "virginica", "setosa", "Ångström")]
    [InlineData("bytes", "on", "off", "off", "on")]
    [InlineData("whole", "3", "1", "3", "2")]
    [InlineData("whole-as-real", "3", "1", "3", "2")]
    public void LabelsAreTextsOrWholeNumbers(string name, params string[] expected)
    {
        Assert.Equal(expected, ReaderFolder.Names(ReaderFolder.Labels(ReaderFolder.Numpy("deflated"), name)));
        Assert.Equal(expected, ReaderFolder.Names(ReaderFolder.Labels(_folder.Extract(name))));
    }

    [Theory]
    [InlineData("nan", "nan.npy[1, 1, 1] is NaN; valid is a finite number.")]
    [InlineData("infinite-fortran", "infinite-fortran.npy[3, 1, 0] is -infinity; valid is a finite number.")]
    [InlineData("complex", "complex.npy: the dtype is '<c8'; valid is one of f2, f4, f8")]
    [InlineData("fields", "fields.npy: the dtype is of several fields; valid is one of")]
    [InlineData("objects", "objects.npy: the dtype is '|O'; valid is one of")]
    [InlineData("single", "single.npy: the array is a single value; valid is one or more rows")]
    [InlineData("empty", "empty.npy: the array is 0 x 3; valid is one or more rows")]
    [InlineData("words", "words.npy: the values are text of 9 characters; valid are numbers.")]
    public void InputsThatAreNoNumbersAreRefused(string name, string part) => Assert.Contains(
        part, ReaderFolder.Refused(() => ReaderFolder.Inputs(_folder.Extract(name))), StringComparison.Ordinal);

    [Theory]
    [InlineData("half", "half.npy[2] is 0.5; valid labels are texts, or whole numbers")]
    [InlineData("f4", "f4.npy: the labels are 4 x 3 x 2 values; valid is one a row")]
    public void LabelsThatAreNoneAreRefused(string name, string part) => Assert.Contains(
        part, ReaderFolder.Refused(() => ReaderFolder.Labels(_folder.Extract(name))), StringComparison.Ordinal);

    [Fact]
    public void EveryFileThatIsCutOffIsRefused()
    {
        byte[] whole = File.ReadAllBytes(_folder.Extract("i2-big"));
        for (int length = 6; length < whole.Length; length++)
        {
            string message = ReaderFolder.Refused(
                () => ReaderFolder.Inputs(_folder.Write("cut.npy", whole[..length])));
            Assert.Contains("cut off", message, StringComparison.Ordinal);
        }

        Assert.Contains(
            "bytes after the last value",
            ReaderFolder.Refused(() => ReaderFolder.Inputs(_folder.Write("long.npy", [.. whole, 1]))),
            StringComparison.Ordinal);
    }

    [Fact]
    public void AHeaderThatPromisesMoreAllocatesNothing()
    {
        byte[] bytes = File.ReadAllBytes(_folder.Extract("i1"));
        int at = bytes.AsSpan().IndexOf("(4, 3, 2)"u8);
        "(9999999,"u8.CopyTo(bytes.AsSpan(at));
        string path = _folder.Write("huge.npy", bytes);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains(
            "valid is", ReaderFolder.Refused(() => ReaderFolder.Inputs(path)), StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1 << 20);
    }

    [Fact]
    public void AnyFlippedBitOfAnArchiveIsFound()
    {
        byte[] whole = File.ReadAllBytes(ReaderFolder.Numpy("stored"));
        string path = _folder.Write("flipped.npz", whole);
        using (ZipArchive archive = ZipFile.OpenRead(path))
            Assert.Equal(192, archive.GetEntry("f8.npy")!.Length - 128);
        byte[] values = [.. Enumerable.Range(0, 24).SelectMany(k => BitConverter.GetBytes((k - 5) / 4.0))];
        int at = whole.AsSpan().IndexOf(values);
        for (int place = 0; place < values.Length; place += 7)
        {
            byte[] flipped = [.. whole];
            flipped[at + place] ^= 1;
            Assert.Contains(
                "checksum",
                ReaderFolder.Refused(() => ReaderFolder.Inputs(_folder.Write("flipped.npz", flipped), "f8")),
                StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("x", "inputs is x; valid is one of the arrays f2, f2-fortran")]
    [InlineData("", "inputs is not given; valid is one of the arrays f2, f2-fortran")]
    public void AnArrayOfAnArchiveIsNamed(string name, string part) => Assert.Contains(
        part,
        ReaderFolder.Refused(() => ReaderFolder.Inputs(ReaderFolder.Numpy("stored"), name.Length == 0 ? [] : [name])),
        StringComparison.Ordinal);

    [Fact]
    public void PartsTellTypeAndShape()
    {
        (string format, IReadOnlyList<FilePart> parts) = DataFormats.Describe(ReaderFolder.Numpy("deflated"));
        Assert.Equal(".npz", format);
        FilePart part = parts.Single(one => one.Name == "i4-big-fortran");
        Assert.Equal("int32, big-endian, Fortran order", part.Type);
        Assert.Equal([4, 3, 2], part.Shape);
    }

    private static double Value(char kind, int k) => kind switch
    {
        'f' => (k - 5) / 4.0,
        'i' => k - 5,
        'u' => k + 3,
        _ => k % 3 == 0 ? 1 : 0,
    };

    private static string Pack(string path)
    {
        using FileStream packed = File.Create(path + ".gz");
        using GZipStream gzip = new(packed, CompressionLevel.Fastest);
        gzip.Write(File.ReadAllBytes(path));
        return path + ".gz";
    }

    private sealed class CombinatorialTypesAttribute : Xunit.Sdk.DataAttribute
    {
        public override IEnumerable<object[]> GetData(System.Reflection.MethodInfo testMethod) =>
            from type in new[] { "f2", "f4", "f8", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "b1" }
            from end in type == "b1" ? [""] : new[] { "", "-big" }
            from order in new[] { "", "-fortran" }
            select new object[] { type + end + order };
    }
}
