using PalActors.Areas.Toolkit.Noise;
using PalActors.Clustering.Runs;
using PalActors.Messages.Plan;

namespace PalActors.Cluster.Tests.Runs;

/// <summary>Noise that another core draws ahead is the same noise.</summary>
public sealed class DrawAheadTests
{
    [Theory]
    [InlineData("counter")]
    [InlineData("numpy-legacy")]
    public async Task TheDigestIsTheSame(string generator)
    {
        NetworkPlan plan = Plan(generator);
        var (here, _) = await RunFixture.RunAsync(plan, new RunSettings { DrawAhead = false });
        var (ahead, _) = await RunFixture.RunAsync(plan, new RunSettings { DrawAhead = true });
        Assert.Equal(RunFixture.PlainDigest(plan, here.Tick), here.Digest);
        Assert.Equal(here.Digest, ahead.Digest);
    }

    [Theory]
    [InlineData("PAL")]
    [InlineData("FA")]
    [InlineData("BP")]
    public async Task InSinglePrecisionTheActorsDoWhatThePlainLoopDoes(string model)
    {
        string[] options = ["precision=single"];
        var (outcome, _) = await RunFixture.RunAsync(RunFixture.Plan(model, 0, options), new RunSettings());
        Assert.Equal(RunFixture.PlainDigest(RunFixture.Plan(model, 0, options), outcome.Tick), outcome.Digest);
        Assert.NotEqual(RunFixture.PlainDigest(RunFixture.Plan(model), outcome.Tick), outcome.Digest);
    }

    // Large enough that drawing ahead pays.
    private static NetworkPlan Plan(string generator)
    {
        NetworkPlan plan = RunFixture.Plan("PAL", 0, $"generator={generator}");
        return plan with { Layers = [4, 2 * AheadNormalSource.LeastNeurons, 3] };
    }
}
