using System.Security.Cryptography;
using PalActors.Cli.Progress;
using PalActors.Cli.Terminal;
using PalActors.Lab;
using PalActors.Lab.Data;
using PalActors.TestKit;

namespace PalActors.Seed.Tests.Data;

/// <summary>A set that comes as an archive arrives complete and correct, or not at all.</summary>
public sealed class ArchiveFetchTests : IDisposable
{
    private static readonly Dictionary<string, byte[]> s_files = MadeUpPhotos.Files();
    private static readonly byte[] s_archive = MadeUpPhotos.Archive(s_files);
    private static readonly FileDataSet s_set = Set(s_archive);

    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _client = new();

    private string Place => _folder["data"];

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }

    public static TheoryData<string> Faults =>
        ["404", "cut", "shorter", "longer", "other", "wrong length", "empty", "page"];

    [Fact]
    public async Task ItsFilesArriveAndNothingElseStays()
    {
        using LoopbackServer server = new(_ => LoopbackServer.Ok(s_archive));
        string text = await FetchAsync(Web(server));
        Assert.Equal(["/digits/cifar-10-binary.tar.gz"], server.Asked);
        Assert.Contains(
            $"cifar-10-binary.tar.gz: {s_archive.Length} bytes from {server.Address}/, and right", text,
            StringComparison.Ordinal);
        Assert.Contains("test_batch.bin: 12292 bytes from cifar-10-binary.tar.gz, and right", text,
            StringComparison.Ordinal);
        AssertComplete();
    }

    [Fact]
    public async Task WhatIsThereAndRightIsNotFetchedAgain()
    {
        MadeUpPhotos.Write(Place);
        Assert.Contains("data_batch_1.bin: was there, and is right", await FetchAsync(), StringComparison.Ordinal);
        using LoopbackServer server = new(_ => LoopbackServer.Ok(s_archive));
        File.Delete(Path.Combine(Place, MadeUpPhotos.Names[3]));
        string text = await FetchAsync(Web(server));
        Assert.Contains("data_batch_1.bin: was there, and is right", text, StringComparison.Ordinal);
        Assert.Contains("data_batch_4.bin: 9219 bytes from", text, StringComparison.Ordinal);
        AssertComplete();
    }

    [Fact]
    public async Task WhatIsThereAndWrongIsReplacedOnlyIfAskedTo()
    {
        using LoopbackServer server = new(_ => LoopbackServer.Ok(s_archive));
        MadeUpPhotos.Write(Place);
        string packed = MadeUpDigits.Put(Place, MadeUpPhotos.Names[2], "mine"u8.ToArray(), packed: true);
        Assert.Contains("--force", await RefusedAsync(Web(server)), StringComparison.Ordinal);
        Assert.Empty(server.Asked);
        Assert.True(File.Exists(packed));
        await FetchAsync(force: true, Web(server));
        AssertComplete();
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task WhatArrivesWrongIsToldAndLeavesNothingBehind(string fault)
    {
        using LoopbackServer server = new(_ => Faulty(fault));
        string message = await RefusedAsync(Web(server));
        Assert.StartsWith("cifar-10-binary.tar.gz cannot be fetched from http", message, StringComparison.Ordinal);
        Assert.Contains("--from", message, StringComparison.Ordinal);
        string part = fault switch
        {
            "404" => "the server answers 404",
            "other" => $"valid is {s_set.Archive!.Sha256}",
            "cut" => "",
            _ => $"valid is {s_archive.Length}",
        };
        Assert.Contains(part, message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Place));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task TheNextMirrorIsTried(string fault)
    {
        using LoopbackServer first = new(_ => Faulty(fault)), second = new(_ => LoopbackServer.Ok(s_archive));
        await FetchAsync(Web(first), Web(second));
        Assert.Single(first.Asked);
        AssertComplete();
    }

    [Fact]
    public async Task StoppingLeavesNothingBehind()
    {
        using LoopbackServer server = new(_ => new Answer("200 OK", s_archive[..100], s_archive.Length, Hangs: true));
        using CancellationTokenSource stop = new(TimeSpan.FromMilliseconds(300));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new SetFetch(s_set, Place, force: false)
            .RunAsync(
                steps => FetchProgress.ShowAsync(TextWriter.Null, steps, stop.Token), [Web(server)], haveFiles: false,
                stop.Token));
        Assert.False(Directory.Exists(Place));
    }

    [Fact]
    public async Task AFolderMayHaveTheArchiveAndAPathMayBeIt()
    {
        string archive = Path.Combine(Directory.CreateDirectory(_folder["from"]).FullName, "cifar-10-binary.tar.gz");
        File.WriteAllBytes(archive, s_archive);
        await FetchAsync(new FolderSource(_folder["from"]));
        AssertComplete();
        string renamed = _folder["photos.tgz"];
        File.Move(archive, renamed);
        Directory.Delete(Place, recursive: true);
        Assert.Contains(renamed, await FetchAsync(new SingleFileSource(renamed)), StringComparison.Ordinal);
        AssertComplete();
    }

    // The sum of a file is checked besides that of the archive: here the set knows another one.
    [Fact]
    public async Task AFileOfTheArchiveIsCheckedToo()
    {
        Dictionary<string, byte[]> others = new(s_files) { [MadeUpPhotos.Names[5]] = MadeUpPhotos.Images(7, 4) };
        byte[] archive = MadeUpPhotos.Archive(others);
        using LoopbackServer server = new(_ => LoopbackServer.Ok(archive));
        FileDataSet set = Set(archive);
        InputException refused = await Assert.ThrowsAsync<InputException>(() => new SetFetch(set, Place, force: false)
            .RunAsync(Silently, [Web(server)], haveFiles: false, CancellationToken.None));
        Assert.Contains(
            $"valid is {Sum(s_files[MadeUpPhotos.Names[5]])}", refused.Worded(OptionNames.Of),
            StringComparison.Ordinal);
        Assert.Equal(
            MadeUpPhotos.Names[..5].Order(), Directory.GetFileSystemEntries(Place).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task AnArchiveWithoutAFileIsRefused()
    {
        byte[] archive = MadeUpPhotos.Archive(s_files.Where(file => file.Key != "data_batch_2.bin").ToDictionary());
        using LoopbackServer server = new(_ => LoopbackServer.Ok(archive));
        InputException refused = await Assert.ThrowsAsync<InputException>(
            () => new SetFetch(Set(archive), Place, force: false).RunAsync(
                Silently, [Web(server)], haveFiles: false, CancellationToken.None));
        Assert.Contains("there is no data_batch_2.bin", refused.Worded(OptionNames.Of), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Place));
    }

    private static Task Silently(IReadOnlyList<FetchStep> steps) =>
        FetchProgress.ShowAsync(TextWriter.Null, steps, CancellationToken.None);

    private static FileDataSet Set(byte[] archive) => new(
        "cifar10",
        [
            .. s_files.Select(file => new DataFile(file.Key, Sum(file.Value))
            {
                IsKeptPacked = false,
                Subfolder = "cifar-10-batches-bin",
            }),
        ],
        [])
    {
        Archive = new DataArchive(
            "cifar-10-binary.tar", archive.Length, Convert.ToHexStringLower(SHA256.HashData(archive))),
    };

    private static string Sum(byte[] content) => Convert.ToHexStringLower(MD5.HashData(content));

    private static Answer Faulty(string fault) => fault switch
    {
        "404" => LoopbackServer.NotFound,
        "cut" => new Answer("200 OK", s_archive[..^50], s_archive.Length),
        "shorter" => LoopbackServer.Ok(s_archive[..^1]),
        "longer" => LoopbackServer.Ok([.. s_archive, 0]),
        "other" => LoopbackServer.Ok([.. s_archive[..40], (byte)~s_archive[40], .. s_archive[41..]]),
        "wrong length" => new Answer("200 OK", s_archive, s_archive.Length - 1),
        "empty" => LoopbackServer.Ok([]),
        _ => LoopbackServer.Ok("<html>please log in</html>"u8.ToArray()),
    };

    private WebSource Web(LoopbackServer server) => new(_client, server.Address);

    private Task<string> FetchAsync(params IFileSource[] sources) => FetchAsync(force: false, sources);

    private async Task<string> FetchAsync(bool force, params IFileSource[] sources)
    {
        StringWriter text = new();
        await new SetFetch(s_set, Place, force).RunAsync(
            steps => FetchProgress.ShowAsync(text, steps, CancellationToken.None), sources, haveFiles: false,
            CancellationToken.None);
        return text.ToString();
    }

    private async Task<string> RefusedAsync(params IFileSource[] sources)
    {
        string message = (await Assert.ThrowsAsync<InputException>(() => FetchAsync(sources))).Worded(OptionNames.Of);
        Assert.DoesNotContain('\n', message);
        return message;
    }

    private void AssertComplete()
    {
        Assert.Equal(s_files.Keys.Order(), Directory.GetFileSystemEntries(Place).Select(Path.GetFileName).Order());
        Assert.All(s_files, file => Assert.Equal(file.Value, File.ReadAllBytes(Path.Combine(Place, file.Key))));
    }
}
