using PalActors.Cli.Terminal;
using PalActors.Lab.Results;
using PalActors.Seed.Tests.Weights;
using PalActors.Web.Data;

namespace PalActors.Seed.Tests.Web;

/// <summary>Runs that pages read from their folders.</summary>
public sealed class FolderRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task WeightsOfAGraphAreThoseOfItsPathways()
    {
        string file = _folder.Write("e.yaml", WeightExperiments.Graph);
        Invocation run = await Palactors.RunAsync("run", file, "--out", _folder["a"], "--quiet");
        Assert.Equal((ExitCodes.Success, ""), (run.Code, run.Error));

        FolderRun viewed = FolderRun.Open(CellModels.All, _folder["a"]);

        NetworkRecord network = Assert.Single(viewed.Networks);
        NetworkSample sample = viewed.Sample(network)!;
        Assert.All(
            network.Graph.Pathways,
            pathway => Assert.Equal(pathway.HasFeedback, PathwayWeights.Of(sample, pathway).Compare));
        Assert.All(
            network.Graph.Pathways,
            pathway => Assert.True(PathwayWeights.Of(sample, pathway).NormW > 0));
    }
}
