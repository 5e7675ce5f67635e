using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using System.Text;
using PalActors.Areas.Models;
using PalActors.Clustering.Identity;
using PalActors.Messages.Plan;

namespace PalActors.Cluster.Tests.Identity;

/// <summary>The hash of a build is that of the files that compute.</summary>
public sealed class BuildHashTests
{
    private static readonly string[] s_computing =
    [
        "MathNet.Numerics", "PalActors.Areas.Actors", "PalActors.Areas.Contract", "PalActors.Areas.Models",
        "PalActors.Areas.Toolkit",
        "PalActors.Clustering", "PalActors.Messages",
    ];

    [Fact]
    public void ItIsTheHashOfTheCodeOfWhatComputes()
    {
        string text = string.Concat(s_computing.Select(name => $"{name} {CodeHash.Of(File.OpenRead(PathOf(name)))}\n"));

        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            BuildHash.Compute(typeof(CellModels).Assembly));
    }

    // Machine code that was compiled ahead, its place and the debug information are none of them.
    [Fact]
    public void AChangedInstructionOrConstantChangesTheHashOfCodeAndNothingElseDoes()
    {
        byte[] file = File.ReadAllBytes(PathOf("PalActors.Areas.Toolkit"));
        string own = CodeHash.Of(new MemoryStream(file));
        using PEReader reader = new([.. file]);
        MetadataReader metadata = reader.GetMetadataReader();
        int code = Place(metadata.MethodDefinitions
            .Select(method => metadata.GetMethodDefinition(method).RelativeVirtualAddress)
            .Where(place => place != 0)
            .MaxBy(place => reader.GetMethodBody(place).Size));
        int data = Place(metadata.FieldDefinitions
            .Select(field => metadata.GetFieldDefinition(field).GetRelativeVirtualAddress())
            .First(place => place != 0));

        // Of a method the head comes first, twelve bytes at most.
        Assert.NotEqual(own, With(code + 12, 0x17));
        Assert.NotEqual(own, With(data + 2, 0x17));
        Assert.Equal(own, With(reader.PEHeaders.CoffHeaderStartOffset + 4, 0x17));

        int Place(int address)
        {
            int section = reader.PEHeaders.GetContainingSectionIndex(address);
            SectionHeader header = reader.PEHeaders.SectionHeaders[section];
            return address - header.VirtualAddress + header.PointerToRawData;
        }

        string With(int place, byte change)
        {
            byte[] changed = [.. file];
            changed[place] ^= change;
            return CodeHash.Of(new MemoryStream(changed));
        }
    }

    [Fact]
    public void APlugInChangesIt()
    {
        string with = BuildHash.Compute(typeof(BuildHashTests).Assembly);

        Assert.NotEqual(BuildHash.Compute(), with);
        Assert.Equal(BuildHash.Compute(), BuildHash.Compute(typeof(BuildHash).Assembly));
        Assert.Equal(with, BuildHash.Compute(typeof(BuildHash).Assembly, typeof(BuildHashTests).Assembly));
    }

    [Theory]
    [InlineData("", "0.1.0 (build 0123456789ab)")]
    [InlineData("d54f9037a9bd8928ee0fa6ee", "0.1.0 (commit d54f9037a9, build 0123456789ab)")]
    [InlineData("d54f9037a9bd8928ee0fa6ee.modified", "0.1.0 (commit d54f9037a9.modified, build 0123456789ab)")]
    public void ItsTextNamesVersionCommitAndHash(string commit, string expected) =>
        Assert.Equal(expected, new BuildIdentity("0123456789abcdef", "0.1.0", commit).ToString());

    [Fact]
    public void ItsTextNamesPlugIns()
    {
        BuildIdentity build = new("0123456789abcdef", "0.1.0", "")
        {
            PlugIns = "ARule 00112233445566778899, BRule ffeeddccbbaa99887766",
        };

        Assert.Equal(
            "0.1.0 (plug-in ARule 001122334455, BRule ffeeddccbbaa, build 0123456789ab)", build.ToString());
        Assert.Equal(["ARule 00112233445566778899", "BRule ffeeddccbbaa99887766"], build.ListPlugIns());
        Assert.Equal("no plug-in", new BuildIdentity("", "", "").DescribePlugIns());
    }

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, name + ".dll");
}
