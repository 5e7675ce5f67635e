using PalActors.Clustering.Runs;

namespace PalActors.Cluster.Tests.Runs;

/// <summary>Noise that another core draws ahead is the same noise.</summary>
public sealed class DrawAheadTests
{
    [Theory]
    [InlineData("generator=counter")]
    [InlineData("generator=numpy-legacy")]
    [InlineData("generator=counter", "dtxi=0.05")]
    public async Task TheDigestIsTheSame(params string[] options)
    {
        var (here, _) = await RunFixture.RunAsync(RunFixture.Plan("PAL", 0, options), new RunSettings { DrawAhead = false });
        var (ahead, _) = await RunFixture.RunAsync(RunFixture.Plan("PAL", 0, options), new RunSettings { DrawAhead = true });
        Assert.Equal(RunFixture.PlainDigest(RunFixture.Plan("PAL", 0, options), here.Tick), here.Digest);
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
}
