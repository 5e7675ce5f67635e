using System.Globalization;
using PalActors.Cli.Terminal;

namespace PalActors.Seed.Tests;

/// <summary>The file quartiles.csv of a run with several seeds.</summary>
public sealed class QuartilesFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task EveryEpochHasTheQuartilesOfTheValuesInMetrics()
    {
        Assert.Equal(ExitCodes.Success, (await RunAsync("1-5")).Code);
        string[][] metrics = Rows("metrics.csv"), quartiles = Rows("quartiles.csv");

        Assert.Equal(
            ["model", "area", "metric", "epoch", "seeds", "diverged", "lower_quartile", "median", "upper_quartile"],
            quartiles[0]);
        Assert.Equal(
            ["1", "2"],
            quartiles.Where(row => row[0] == "no-feedback" && row[2] == "accuracy_validation" && row[3] != "0")
                .Select(row => row[3]));
        Assert.All(quartiles.Skip(1), row =>
        {
            // Of metrics.csv the columns are seed, model, tick, epoch, area, metric, value.
            double[] values =
            [
                .. metrics.Where(one => (one[1], one[4], one[5], one[3]) == (row[0], row[1], row[2], row[3]))
                    .Select(one => double.Parse(one[6], CultureInfo.InvariantCulture)).Order(),
            ];
            Assert.Equal(["5", "0"], row[4..6]);
            // Of five values the quartiles are the second and the fourth.
            Assert.Equal(values[1..4], row[6..].Select(text => double.Parse(text, CultureInfo.InvariantCulture)));
        });

        File.Delete(_folder["out/quartiles.csv"]);
        Invocation plot = await Palactors.RunAsync("plot", _folder["out"], "--what", "quartiles");
        Assert.Equal([$"In {_folder["out"]}: quartiles.csv"], plot.Lines);
        Assert.Equal(quartiles, Rows("quartiles.csv"));
    }

    [Fact]
    public async Task TwoSeedsHaveNone()
    {
        Assert.Equal(ExitCodes.Success, (await RunAsync("1,2")).Code);
        Assert.False(File.Exists(_folder["out/quartiles.csv"]));
        Palactors.AssertRefused(
            await Palactors.RunAsync("plot", _folder["out"], "--what", "quartiles"), "valid is a run of three seeds");
    }

    private Task<Invocation> RunAsync(string seeds) => Palactors.RunAsync(
        "run", _folder.Write("small.yaml", Palactors.Small), "--set", "model=[PAL, no-feedback]", "--seeds", seeds,
        "--quiet", "--out", _folder["out"]);

    private string[][] Rows(string name) =>
        [.. File.ReadAllLines(_folder[$"out/{name}"]).Select(line => line.Split(','))];
}
