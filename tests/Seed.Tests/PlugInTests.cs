using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text;
using PalActors.PlugIn;

namespace PalActors.Seed.Tests;

/// <summary>Files that are no plug-ins for this program are refused.</summary>
/// <remarks>
/// Nothing is loaded here, since it would stay in the process of all tests: scripts/packages-check loads one.
/// </remarks>
public sealed class PlugInTests : IDisposable
{
    private static readonly string s_plugIn = typeof(ThresholdPlugIn).Assembly.Location;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task AFileThatIsNotThereIsRefused() =>
        await AssertRefusedAsync(_folder["none.dll"], "none.dll' is not there; valid is the path of a .dll");

    [Fact]
    public async Task AFolderIsRefused() => await AssertRefusedAsync(_folder.Path, "cannot be read");

    [Theory]
    [InlineData("no assembly")]
    [InlineData("")]
    public async Task AFileThatIsNoAssemblyIsRefused(string text) =>
        await AssertRefusedAsync(_folder.Write("text.dll", text), "text.dll' is not a .NET assembly");

    [Fact]
    public async Task APlugInOfAnotherVersionIsRefused()
    {
        byte[] file = File.ReadAllBytes(s_plugIn);
        foreach (int offset in ReferencesTo(file, "PalActors.Areas.Models", "PalActors.Areas.Contract"))
            file[offset] = 9;

        await AssertRefusedAsync(
            Write("newer.dll", file),
            "newer.dll' was built against PalActors.Areas.",
            " 9.1.0, and this is palactors 0.1.0; valid is one built against the packages of version 0.1.0");
    }

    [Fact]
    public async Task APlugInThatNeedsAnotherAssemblyIsRefused()
    {
        byte[] file = Renamed("PalActors.Areas.Models", "PalActors.Areas.Nodels");

        await AssertRefusedAsync(
            Write("more.dll", file),
            "more.dll' refers to PalActors.Areas.Nodels 0.1.0.0, which palactors does not have");
    }

    [Fact]
    public async Task APlugInThatNeedsAMemberOfAnotherBuildIsRefused()
    {
        // Under a name of its own, since it is loaded.
        byte[] file = Renamed("get_HighPassAbove", "get_HighPassNever");
        file = Replaced(file, "ThresholdRule\0", "ThresholdRulf\0");

        await AssertRefusedAsync(
            Write("ThresholdRulf.dll", file), "needs what palactors 0.1.0 does not have", "get_HighPassNever");
    }

    [Fact]
    public async Task AnAssemblyWithoutAPlugInIsRefused() =>
        await AssertRefusedAsync(
            typeof(Echo.EchoModel).Assembly.Location, "has 0 public classes that implement IPlugIn");

    [Fact]
    public async Task TheOptionWantsAFile()
    {
        Invocation run = await Palactors.RunAsync("run", "yin-yang", "--plugin");

        Palactors.AssertRefused(run, "--plugin");
    }

    [Fact]
    public async Task EveryCommandHasTheOption()
    {
        foreach (string command in (string[])["run", "resume", "sweep", "node", "plot", "schema"])
            Assert.Contains("--plugin <FILE.dll>", (await Palactors.RunAsync(command, "--help")).Output);
    }

    private async Task AssertRefusedAsync(string path, params string[] parts)
    {
        string runs = _folder["run"];
        Invocation run = await Palactors.RunAsync("run", "yin-yang", "--out", runs, "--plugin", path);

        Palactors.AssertRefused(run, ["plug-in '", .. parts]);
        Assert.False(Directory.Exists(runs));
    }

    private string Write(string name, byte[] file)
    {
        File.WriteAllBytes(_folder[name], file);
        return _folder[name];
    }

    // Where the rows of these references begin in the file, with the major number of the version.
    private static IEnumerable<int> ReferencesTo(byte[] file, params string[] names)
    {
        using PEReader reader = new(new MemoryStream(file));
        MetadataReader metadata = reader.GetMetadataReader();
        int table = reader.PEHeaders.MetadataStartOffset + metadata.GetTableMetadataOffset(TableIndex.AssemblyRef);
        int row = metadata.GetTableRowSize(TableIndex.AssemblyRef);
        AssemblyReferenceHandle[] handles = [.. metadata.AssemblyReferences];
        int[] offsets =
        [
            .. handles
                .Where(handle => names.Contains(metadata.GetString(metadata.GetAssemblyReference(handle).Name)))
                .Select(handle => table + (row * (MetadataTokens.GetRowNumber(handle) - 1))),
        ];
        Assert.Equal(names.Length, offsets.Length);
        return offsets;
    }

    private static byte[] Renamed(string from, string to) =>
        Replaced(File.ReadAllBytes(s_plugIn), $"{from}\0", $"{to}\0");

    private static byte[] Replaced(byte[] file, string from, string to)
    {
        byte[] old = Encoding.UTF8.GetBytes(from), replacement = Encoding.UTF8.GetBytes(to);
        Assert.Equal(old.Length, replacement.Length);
        byte[] changed = [.. file];
        int at = changed.AsSpan().IndexOf(old);
        Assert.True(at >= 0, $"There is no '{from}' in the file.");
        replacement.CopyTo(changed, at);
        return changed;
    }
}
