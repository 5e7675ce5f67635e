using PalActors.Clustering.Reports;
using PalActors.Clustering.Runs;
using PalActors.TestKit;

namespace PalActors.Cluster.Tests.Runs;

/// <summary>With delays the actors equal a loop that keeps the history of all emissions, bit for bit.</summary>
public sealed class DelayTests
{
    public static TheoryData<string, string, string> Cases
    {
        get
        {
            TheoryData<string, string, string> data = [];
            foreach (string model in new[] { "PAL", "FA", "BP" })
            {
                data.Add(model, "1", "0");
                data.Add(model, "0", "1");
                data.Add(model, "3,5", "2,7");
                data.Add(model, "20,1", "0,16");
                data.Add(model, "100,100", "100,100");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task TheDigestIsThatOfTheLoopWithItsWholeHistory(string model, string up, string down)
    {
        string[] options = [$"delay_up={up}", $"delay_down={down}"];
        HistoryLoop loop = RunFixture.Loop(model, options);
        foreach (int threads in new[] { 1, 2 })
        {
            var (outcome, observer) = await RunFixture.RunAsync(
                RunFixture.Plan(model, 0, options), new RunSettings { ThreadsPerNetwork = threads });
            Assert.Equal(NetworkDigest.Compute(loop.Capture()), outcome.Digest);
            Assert.Equal(RunFixture.Sorted(loop.Metrics), observer.Metrics);
        }
    }

    [Theory]
    [InlineData("PAL", "3,5", "2,7")]
    [InlineData("PAL", "20,1", "0,16")]
    [InlineData("BP", "30,15", "2,7")]
    public async Task SoItIsWithEveryRemedy(string model, string up, string down)
    {
        string[] options =
        [
            $"delay_up={up}", $"delay_down={down}", "noise_lag=round_trip", "interneuron_lag=round_trip",
            "prediction=linear", "target_delay=aligned",
        ];
        HistoryLoop loop = RunFixture.Loop(model, options);
        var (outcome, observer) = await RunFixture.RunAsync(RunFixture.Plan(model, 0, options), new RunSettings());
        Assert.Equal(NetworkDigest.Compute(loop.Capture()), outcome.Digest);
        Assert.Equal(RunFixture.Sorted(loop.Metrics), observer.Metrics);
        Assert.NotEqual(NetworkDigest.Compute(RunFixture.Loop(model, options[..2]).Capture()), outcome.Digest);
    }

    [Fact]
    public async Task DelaysChangeTheDigest() => Assert.NotEqual(
        (await RunFixture.RunAsync(RunFixture.Plan("PAL"), new RunSettings())).Outcome.Digest,
        (await RunFixture.RunAsync(RunFixture.Plan("PAL", 0, "delay_down=1"), new RunSettings())).Outcome.Digest);

    [Fact]
    public async Task WithDelaysAFrameCarriesSeveralTicks()
    {
        RunSettings settings = new() { ThreadsPerNetwork = 1 };
        var (single, _) = await RunFixture.RunAsync(RunFixture.Plan("PAL"), settings);
        var (several, _) = await RunFixture.RunAsync(
            RunFixture.Plan("PAL", 0, "delay_up=40", "delay_down=40"), settings);
        // Up to forty; fewer where horizons are short, as they are at the start and on a starved machine.
        Assert.InRange(several.Figures.Frames, 1, single.Figures.Frames / 2);
    }
}
