using System.Security.Cryptography;
using PalActors.Cli.Terminal;
using PalActors.Lab;
using PalActors.Lab.Data;
using PalActors.TestKit;

namespace PalActors.Seed.Tests.Data;

/// <summary>Files arrive complete and correct, or not at all.</summary>
public sealed class DataFetchTests : IDisposable
{
    private static readonly byte[] s_plain = MadeUpDigits.Images(300, 9, 9);
    private static readonly byte[] s_packed = MadeUpDigits.Pack(s_plain);
    private static readonly DataFile s_file = new(
        MadeUpDigits.Names[0], Convert.ToHexStringLower(MD5.HashData(s_plain)));

    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _client = new();

    private string Place => _folder["data"];

    private string Kept => Path.Combine(Place, s_file.PackedName);

    public void Dispose()
    {
        _client.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task AFileArrives()
    {
        using LoopbackServer server = new(_ => LoopbackServer.Ok(s_packed));
        long last = 0;
        string? source = await Fetch(server)
            .FetchAsync(s_file, (arrived, all) => last = all == s_packed.Length ? arrived : -1, CancellationToken.None);

        Assert.Equal(server.Address + "/", source);
        Assert.Equal(["/digits/" + s_file.PackedName], server.Asked);
        Assert.Equal(s_packed.Length, last);
        Assert.Equal(s_packed, File.ReadAllBytes(Kept));
        Assert.Equal([Kept], Directory.GetFiles(Place));
    }

    [Fact]
    public async Task WhereOnlyTheSumOfThePackedBytesIsKnownItDecides()
    {
        DataFile file = new(s_file.Name, Convert.ToHexStringLower(MD5.HashData(s_packed))) { IsSumOfPacked = true };
        using LoopbackServer server = new(_ => LoopbackServer.Ok(s_packed));
        await Fetch(server).FetchAsync(file, (_, _) => { }, CancellationToken.None);
        Assert.Equal(s_packed, File.ReadAllBytes(Kept));
        Assert.Null(await Fetch(server).FetchAsync(file, (_, _) => { }, CancellationToken.None));

        // The same bytes packed in another way are not known to be right.
        byte[] other = [.. s_packed];
        other[9] ^= 1;
        File.Delete(Kept);
        using LoopbackServer another = new(_ => LoopbackServer.Ok(other));
        InputException refused = await Assert.ThrowsAsync<InputException>(
            () => Fetch(another).FetchAsync(file, (_, _) => { }, CancellationToken.None));
        Assert.Contains($"valid is {file.Md5}", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Place));
    }

    [Fact]
    public async Task WhatIsThereAndRightStays()
    {
        using LoopbackServer server = new(_ => LoopbackServer.NotFound);
        Directory.CreateDirectory(Place);
        File.WriteAllBytes(Path.Combine(Place, s_file.Name), s_plain);

        Assert.Null(await Fetch(server).FetchAsync(s_file, (_, _) => { }, CancellationToken.None));
        Assert.Empty(server.Asked);
    }

    [Fact]
    public async Task WhatIsThereAndWrongIsReplacedOnlyIfAskedTo()
    {
        using LoopbackServer server = new(_ => LoopbackServer.Ok(s_packed));
        Directory.CreateDirectory(Place);
        File.WriteAllText(Kept, "mine");

        string message = await RefusedAsync(Fetch(server));
        Assert.Contains("--force", message, StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexStringLower(MD5.HashData("mine"u8)), message, StringComparison.Ordinal);
        Assert.Equal("mine", File.ReadAllText(Kept));
        Assert.NotNull(await Fetch(force: true, server).FetchAsync(s_file, (_, _) => { }, CancellationToken.None));
        Assert.Equal(s_packed, File.ReadAllBytes(Kept));
    }

    public static TheoryData<string> Faults => ["404", "500", "wrong", "cut", "cut-gzip", "damaged", "empty", "page"];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task WhatArrivesWrongLeavesNothingBehind(string fault)
    {
        using LoopbackServer server = new(_ => Faulty(fault));
        string message = await RefusedAsync(Fetch(server));

        Assert.Contains(s_file.PackedName, message, StringComparison.Ordinal);
        Assert.Contains(server.Address.ToString(), message, StringComparison.Ordinal);
        Assert.Contains("--from", message, StringComparison.Ordinal);
        if (fault is "404" or "500")
            Assert.Contains($"the server answers {fault}", message, StringComparison.Ordinal);
        if (fault is "wrong" or "page" or "empty")
            Assert.Contains($"valid is {s_file.Md5}", message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Place));
    }

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task TheNextMirrorIsTried(string fault)
    {
        using LoopbackServer first = new(_ => Faulty(fault)), second = new(_ => LoopbackServer.Ok(s_packed));

        Assert.Equal(
            second.Address + "/", await Fetch(first, second).FetchAsync(s_file, (_, _) => { }, CancellationToken.None));
        Assert.Single(first.Asked);
        Assert.Equal([Kept], Directory.GetFileSystemEntries(Place));
    }

    [Fact]
    public async Task NobodyThereIsOneLine()
    {
        Uri gone;
        using (LoopbackServer server = new(_ => LoopbackServer.NotFound))
            gone = server.Address;
        string message = await RefusedAsync(new DataFetch([new WebSource(_client, gone)], Place, force: false));
        Assert.Contains(gone.ToString(), message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Place));
    }

    [Fact]
    public async Task ASilentServerIsGivenUp()
    {
        using LoopbackServer server = new(_ => new Answer("200 OK", s_packed[..100], s_packed.Length, Hangs: true));
        WebSource source = new(_client, server.Address) { Patience = TimeSpan.FromMilliseconds(300) };
        Assert.Contains(
            "silent", await RefusedAsync(new DataFetch([source], Place, force: false)), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Place));
    }

    [Fact]
    public async Task StoppingLeavesNothingBehind()
    {
        using LoopbackServer server = new(_ => new Answer("200 OK", s_packed[..100], s_packed.Length, Hangs: true));
        using CancellationTokenSource stop = new();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Fetch(server).FetchAsync(s_file, (_, _) => stop.Cancel(), stop.Token));
        Assert.Empty(Directory.GetFileSystemEntries(Place));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AFolderMayHaveItPackedOrPlain(bool packed)
    {
        string from = Directory.CreateDirectory(_folder["from"]).FullName;
        MadeUpDigits.Put(from, s_file.Name, s_plain, packed);

        Assert.Equal(from, await new DataFetch([new FolderSource(from)], Place, force: false)
            .FetchAsync(s_file, (_, _) => { }, CancellationToken.None));
        Assert.Equal(s_file.Md5, await Checksum.OfAsync(Kept, CancellationToken.None));
        Assert.Equal([Kept], Directory.GetFileSystemEntries(Place));
    }

    private static Answer Faulty(string fault) => fault switch
    {
        "404" => LoopbackServer.NotFound,
        "500" => new Answer("500 Internal Server Error", [], 0),
        "wrong" => LoopbackServer.Ok(MadeUpDigits.Pack(MadeUpDigits.Images(300, 9, 9, first: 1))),
        "cut" => new Answer("200 OK", s_packed[..^50], s_packed.Length),
        "cut-gzip" => LoopbackServer.Ok(s_packed[..^3]),
        "damaged" => LoopbackServer.Ok([.. s_packed[..40], (byte)~s_packed[40], .. s_packed[41..]]),
        "empty" => LoopbackServer.Ok([]),
        _ => LoopbackServer.Ok("<html>please log in</html>"u8.ToArray()),
    };

    private DataFetch Fetch(params LoopbackServer[] servers) => Fetch(force: false, servers);

    private DataFetch Fetch(bool force, params LoopbackServer[] servers) =>
        new([.. servers.Select(server => new WebSource(_client, server.Address))], Place, force);

    private static async Task<string> RefusedAsync(DataFetch fetch)
    {
        string message = (await Assert.ThrowsAsync<InputException>(
            () => fetch.FetchAsync(s_file, (_, _) => { }, CancellationToken.None))).Worded(OptionNames.Of);
        Assert.DoesNotContain('\n', message);
        return message;
    }
}
