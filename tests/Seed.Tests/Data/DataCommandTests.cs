using PalActors.Cli.Terminal;
using PalActors.TestKit;

namespace PalActors.Seed.Tests.Data;

/// <summary><c>palactors data</c>, without a network.</summary>
public sealed class DataCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task FilesOfAFolderWithTheWrongSumAreNotTaken()
    {
        MadeUpDigits.Write(_folder["from"]);
        Palactors.AssertRefused(
            await Palactors.RunAsync("data", "get", "mnist", "--from", _folder["from"], "--folder", _folder["data"]),
            "train-images-idx3-ubyte.gz", _folder["from"], "valid is 6bbc9ace898e44ae57da46a324031adb");
        Assert.False(Directory.Exists(_folder["data"]));
    }

    [Fact]
    public async Task AnAddressIsAskedAndItsRefusalTold()
    {
        using LoopbackServer server = new(_ => LoopbackServer.NotFound);
        Palactors.AssertRefused(
            await Palactors.RunAsync(
                "data", "get", "mnist", "--from", server.Address.ToString(), "--folder", _folder["data"]),
            "the server answers 404");
        Assert.Equal(["/digits/train-images-idx3-ubyte.gz"], server.Asked);
    }

    [Fact]
    public async Task StoppedIsNoFailure()
    {
        using LoopbackServer server = new(_ => new Answer("200 OK", [0x1f, 0x8b], 1000, Hangs: true));
        using CancellationTokenSource stop = new(TimeSpan.FromMilliseconds(300));
        Invocation invocation = await Palactors.RunAsync(
            stop.Token, "data", "get", "mnist", "--from", server.Address.ToString(), "--folder", _folder["data"]);
        Assert.Equal((ExitCodes.Interrupted, ""), (invocation.Code, invocation.Error));
        Assert.False(Directory.Exists(_folder["data"]));
    }

    [Theory]
    [InlineData("data get cifar", "DATA is 'cifar'", "valid is mnist, fashion-mnist, cifar10.")]
    [InlineData("data get shapes", "DATA is 'shapes'", "needs no files")]
    [InlineData("data get cifar10 --from nowhere", "--from is 'nowhere'", "a file cifar-10-binary.tar.gz", "https://")]
    [InlineData("data get yin-yang", "DATA is 'yin-yang'", "needs no files")]
    [InlineData("data get mnist --from nowhere", "--from is 'nowhere'", "https://")]
    [InlineData("data get mnist --from ftp://127.0.0.1/", "--from is 'ftp://127.0.0.1/'", "https://")]
    [InlineData("data get mnist --fron x", "'--fron' is not an option", "'--from'", "palactors data get --help")]
    [InlineData("data got mnist", "palactors data --help")]
    public async Task BadInputIsOneLine(string command, params string[] parts) =>
        Palactors.AssertRefused(await Palactors.RunAsync(command.Split(' ')), parts);

    [Fact]
    public async Task AnotherArchiveIsNotTakenAndLeavesNothingBehind()
    {
        string archive = _folder["cifar-10-binary.tar.gz"];
        File.WriteAllBytes(archive, MadeUpPhotos.Archive(MadeUpPhotos.Files()));
        foreach (string from in new[] { archive, _folder.Path })
        {
            Palactors.AssertRefused(
                await Palactors.RunAsync("data", "get", "cifar10", "--from", from, "--folder", _folder["data"]),
                "cifar-10-binary.tar.gz cannot be fetched", from,
                $"the archive has {new FileInfo(archive).Length} bytes, and valid is 170052171");
            Assert.False(Directory.Exists(_folder["data"]));
        }
    }

    [Fact]
    public async Task AFolderMayHaveTheFilesOfTheArchive()
    {
        MadeUpPhotos.Write(_folder["from"]);
        Palactors.AssertRefused(
            await Palactors.RunAsync("data", "get", "cifar10", "--from", _folder["from"], "--folder", _folder["data"]),
            "data_batch_1.bin", _folder["from"], "valid is 5dd7e06a14cb22eb9f671a540d1b7c25");
    }

    [Fact]
    public async Task APartOfTheFilesOfAnArchiveIsNamed()
    {
        MadeUpPhotos.Write(_folder["from"]);
        foreach (string name in MadeUpPhotos.Names[2..])
            File.Delete(Path.Combine(_folder["from"], name));
        string place = Path.Combine(_folder["data"], "below");
        Palactors.AssertRefused(
            await Palactors.RunAsync("data", "get", "cifar10", "--from", _folder["from"], "--folder", place),
            "there is neither cifar-10-binary.tar.gz nor cifar-10-binary.tar, and in its place data_batch_1.bin, "
            + "data_batch_2.bin without data_batch_3.bin, data_batch_4.bin, data_batch_5.bin, test_batch.bin;");
        Assert.False(Directory.Exists(_folder["data"]));
    }

    [Fact]
    public async Task AFolderThatWasThereStays()
    {
        string place = Directory.CreateDirectory(_folder["data"]).FullName;
        Palactors.AssertRefused(
            await Palactors.RunAsync("data", "get", "cifar10", "--from", _folder["data"], "--folder", place),
            "nor data_batch_1.bin, data_batch_2.bin, data_batch_3.bin");
        Assert.True(Directory.Exists(place));
    }

    [Fact]
    public async Task AGzipThatIsCutOffHasNoChecksum()
    {
        MadeUpDigits.Write(_folder["from"]);
        string file = Path.Combine(_folder["from"], "train-images-idx3-ubyte.gz");
        File.WriteAllBytes(file, File.ReadAllBytes(file)[..^4]);
        Invocation get = await Palactors.RunAsync(
            "data", "get", "mnist", "--from", _folder["from"], "--folder", _folder["data"]);
        Palactors.AssertRefused(
            get, "the gzip is cut off; valid is a whole file, of checksum 6bbc9ace898e44ae57da46a324031adb");
        Palactors.AssertRefused(
            await Palactors.RunAsync("data", "get", "mnist", "--folder", _folder["from"]),
            $"{file}: the gzip is cut off; valid is a whole file, of checksum 6bbc9ace898e44ae57da46a324031adb; "
            + "--force");
    }

    [Fact]
    public async Task AnImageSetOfTheSameFilesIsFetchedWithThem()
    {
        MadeUpDigits.Write(_folder["from"]);
        Palactors.AssertRefused(
            await Palactors.RunAsync(
                "data", "get", "mnist-images", "--from", _folder["from"], "--folder", _folder["data"]),
            "train-images-idx3-ubyte.gz", "valid is 6bbc9ace898e44ae57da46a324031adb");
    }

    [Fact]
    public async Task AFileInTheWayIsToldOf()
    {
        string file = _folder.Write("file", "");
        Palactors.AssertRefused(
            await Palactors.RunAsync("data", "get", "mnist", "--from", _folder.Path, "--folder", file),
            file,
            "cannot be used");
    }

    [Fact]
    public async Task ListTellsWhatIsThere()
    {
        Assert.Contains(
            "not there: palactors data get mnist",
            (await Palactors.RunAsync("data", "list", "--folder", _folder["data"])).Output,
            StringComparison.Ordinal);
        MadeUpDigits.Write(_folder["data"]);
        Assert.Contains(
            "not the published files: train-images-idx3-ubyte.gz",
            (await Palactors.RunAsync("data", "list", "--folder", _folder["data"])).Output,
            StringComparison.Ordinal);
        File.Delete(Path.Combine(_folder["data"], "t10k-labels-idx1-ubyte.gz"));
        Invocation last = await Palactors.RunAsync("data", "list", "--folder", _folder["data"]);
        Assert.Contains("t10k-labels-idx1-ubyte missing", last.Output, StringComparison.Ordinal);
        Assert.Equal(["yin-yang       drawn from its seed", "shapes         drawn from its seed"],
            last.Lines.Where(line => line.Contains("drawn", StringComparison.Ordinal)));
        Assert.Contains("mnist-images   the files of mnist", last.Lines);
        Assert.Contains("not there: palactors data get cifar10", last.Output, StringComparison.Ordinal);
        MadeUpPhotos.Write(Path.Combine(_folder["data"], "cifar-10-batches-bin"));
        Assert.Contains(
            "not the published files: data_batch_1.bin, data_batch_2.bin",
            (await Palactors.RunAsync("data", "list", "--folder", _folder["data"])).Output,
            StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Success, last.Code);
    }
}
