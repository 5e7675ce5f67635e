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
        Assert.Empty(Directory.GetFileSystemEntries(_folder["data"]));
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
        Assert.Empty(Directory.GetFileSystemEntries(_folder["data"]));
    }

    [Theory]
    [InlineData("data get cifar", "DATA is 'cifar'", "valid is mnist")]
    [InlineData("data get yin-yang", "DATA is 'yin-yang'", "needs no files")]
    [InlineData("data get mnist --from nowhere", "--from is 'nowhere'", "https://")]
    [InlineData("data get mnist --from ftp://127.0.0.1/", "--from is 'ftp://127.0.0.1/'", "https://")]
    [InlineData("data get mnist --fron x", "'--fron' is not an option", "'--from'", "palactors data get --help")]
    [InlineData("data got mnist", "palactors data --help")]
    public async Task BadInputIsOneLine(string command, params string[] parts) =>
        Palactors.AssertRefused(await Palactors.RunAsync(command.Split(' ')), parts);

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
        Assert.Contains("drawn from its seed", last.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Success, last.Code);
    }
}
