using PalActors.Areas.Toolkit.Files;
using PalActors.TestKit;

namespace PalActors.Areas.Tests.Files;

/// <summary>IDX files: read exactly, or refused in one line that names the file.</summary>
public sealed class IdxFileTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("palactors-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(true, "a.gz")]
    [InlineData(false, "a")]
    [InlineData(true, "packed-without-its-ending")]
    [InlineData(false, "plain.gz")]
    public void TheBytesTellWhetherAFileIsPacked(bool packed, string name)
    {
        byte[] images = MadeUpDigits.Images(5, 3, 2);
        IdxFile read = IdxFile.Read(Write(name, packed ? MadeUpDigits.Pack(images) : images), IdxFile.Images);

        Assert.Equal([5, 3, 2], read.Sizes);
        Assert.Equal(images[16..], read.Values);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void MoreThanOneBlockIsReadWhole(bool packed)
    {
        byte[] images = MadeUpDigits.Images(3000, 28, 28);
        Assert.Equal(
            images[16..], IdxFile.Read(Write("a", packed ? MadeUpDigits.Pack(images) : images), IdxFile.Images).Values);
    }

    [Fact]
    public void EveryPlainFileThatIsCutOffIsRefused()
    {
        byte[] images = MadeUpDigits.Images(2, 3, 2);
        for (int length = 0; length < images.Length; length++)
            Refused(Write("cut", images[..length]), IdxFile.Images, "cut off");
    }

    [Fact]
    public void EveryPackedFileThatIsCutOffIsRefused()
    {
        byte[] packed = MadeUpDigits.Pack(MadeUpDigits.Images(20, 3, 2));
        for (int length = 0; length < packed.Length; length++)
            Refused(Write("cut.gz", packed[..length]), IdxFile.Images);
    }

    [Fact]
    public void APackedFileThatUnpacksToTooLittleIsRefused() =>
        Refused(
            Write("short.gz", MadeUpDigits.Pack(MadeUpDigits.Images(20, 3, 2)[..^1])),
            IdxFile.Images,
            "cut off after 119 values",
            "20 x 3 x 2 = 120");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void BytesAfterTheLastValueAreRefused(bool packed)
    {
        byte[] labels = [.. MadeUpDigits.Labels(5), 0];
        Refused(
            Write("long", packed ? MadeUpDigits.Pack(labels) : labels),
            IdxFile.Labels,
            "bytes after the last value",
            "valid is 5 = 5 values");
    }

    [Fact]
    public void AnotherMagicNumberIsRefused()
    {
        Refused(Write("labels", MadeUpDigits.Labels(5)), IdxFile.Images, "0x00000801", "valid is 0x00000803, images");
        Refused(
            Write("images", MadeUpDigits.Images(5, 2, 2)), IdxFile.Labels, "0x00000803", "valid is 0x00000801, labels");
        Refused(
            Write("page.gz", "<html>not found</html>"u8.ToArray()),
            IdxFile.Images,
            "0x3c68746d",
            "no gzip, in spite of its name");
    }

    [Fact]
    public void DamageInsideAGzipIsNoticed()
    {
        byte[] images = MadeUpDigits.Images(20, 3, 2), packed = MadeUpDigits.Pack(images);
        // From the first byte of the deflate stream to the last of the checksum.
        for (int at = 10; at < packed.Length - 4; at++)
        {
            byte[] damaged = [.. packed];
            damaged[at] ^= 0x10;
            string path = Write("damaged.gz", damaged);
            try
            {
                // A few bits of a packed file have no meaning.
                Assert.Equal(images[16..], IdxFile.Read(path, IdxFile.Images).Values);
            }
            catch (DataFileException exception)
            {
                Assert.StartsWith($"{path}: ", exception.Message, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void AHeaderIsNotBelievedBeforeTheBytesAreThere()
    {
        foreach (bool packed in new[] { true, false })
        {
            foreach (uint[] sizes in new uint[][]
            {
                [uint.MaxValue, 28, 28],
                [int.MaxValue, int.MaxValue, int.MaxValue],
                [2_000_000, 28, 28],
                [0, 28, 28],
                [1, 0, 28],
            })
            {
                byte[] content = MadeUpDigits.Idx(IdxFile.Images, sizes, new byte[100]);
                string path = Write("hostile", packed ? MadeUpDigits.Pack(content) : content);
                long before = GC.GetAllocatedBytesForCurrentThread();
                Refused(path, IdxFile.Images);
                Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
            }
        }
    }

    [Fact]
    public void APackedFileIsReadInPiecesThatGrow()
    {
        // The packed length allows for the claimed size, so only reading finds that data is missing.
        byte[] noise = new byte[400_000];
        new Random(1).NextBytes(noise);
        byte[] content = MadeUpDigits.Idx(IdxFile.Images, [200, 1000, 1000], noise);
        string path = Write("claims.gz", MadeUpDigits.Pack(content));
        long before = GC.GetAllocatedBytesForCurrentThread();
        Refused(path, IdxFile.Images, "cut off after 400000 values");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    [Fact]
    public void AFolderIsNoFile() => Refused(_folder, IdxFile.Images, "cannot be read");

    private string Write(string name, byte[] content)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    private static void Refused(string path, uint magic, params string[] parts)
    {
        string message = Assert.Throws<DataFileException>(() => IdxFile.Read(path, magic)).Message;
        Assert.StartsWith($"{path}: ", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
        Assert.All(parts, part => Assert.Contains(part, message, StringComparison.Ordinal));
    }
}
