using System.Text.RegularExpressions;
using Akka.Actor;
using PalActors.Areas.Actors;
using PalActors.Areas.Contract;
using PalActors.Areas.Models;
using PalActors.Clustering.Nodes;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Contract;

/// <summary>Order of folders and assemblies: no circles; no cell model or command line in cluster or actors.</summary>
public sealed class FolderTests
{
    [Theory]
    [InlineData(typeof(NodeActor))]
    [InlineData(typeof(AreaActor))]
    [InlineData(typeof(IArea))]
    public void FoldersFormNoCircle(Type member) => Assert.Empty(new FolderGraph(member.Assembly).Circle());

    [Fact]
    public void ACircleOfFoldersIsFound() => Assert.NotEmpty(new FolderGraph(typeof(IActorRef).Assembly).Circle());

    [Theory]
    [InlineData(typeof(NodeActor))]
    [InlineData(typeof(AreaActor))]
    public void ClusterAndActorsReferenceNoCellModel(Type member)
    {
        string?[] references = [.. member.Assembly.GetReferencedAssemblies().Select(reference => reference.Name)];

        Assert.DoesNotContain("PalActors.Areas.Models", references);
        Assert.DoesNotContain("PalActors.Areas.Toolkit", references);
    }

    [Theory]
    [InlineData(typeof(NodeActor))]
    [InlineData(typeof(AreaActor))]
    public void NoStringOfClusterAndActorsNamesACellModel(Type member)
    {
        string[] words = [.. member.Assembly.GetTypes().SelectMany(AssemblyUses.StringsOf).SelectMany(Words)];

        Assert.NotEmpty(words);
        Assert.Empty(CellModels.All.Names.Intersect(words, StringComparer.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(typeof(NodeActor))]
    [InlineData(typeof(AreaActor))]
    public void NoStringOfClusterAndActorsHasAnOptionOfTheCommandLine(Type member)
    {
        string[] texts = [.. member.Assembly.GetTypes().SelectMany(AssemblyUses.StringsOf)];

        Assert.Contains(texts, text => text.Length > 20);
        Assert.DoesNotContain(texts, text => Regex.IsMatch(text, "--[a-z]"));
    }

    private static string[] Words(string text) => Regex.Split(text, "[^A-Za-z0-9_]+");
}
