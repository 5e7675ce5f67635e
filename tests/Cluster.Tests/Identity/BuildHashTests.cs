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
    public void ItIsTheHashOfTheModuleVersionIdsAndTheFiles()
    {
        string text = string.Concat(s_computing.Select(name => $"{name} {IdInFile(name)} {HashOf(name)}\n"));

        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            BuildHash.Compute(typeof(CellModels).Assembly));
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

    private static string HashOf(string name) =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(PathOf(name))));

    private static string PathOf(string name) => Path.Combine(AppContext.BaseDirectory, name + ".dll");

    private static Guid IdInFile(string name)
    {
        using PEReader file = new(File.OpenRead(PathOf(name)));
        MetadataReader metadata = file.GetMetadataReader();
        return metadata.GetGuid(metadata.GetModuleDefinition().Mvid);
    }
}
