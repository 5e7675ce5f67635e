using PalActors.Cli.Terminal;

namespace PalActors.Seed.Tests.Sweeps;

/// <summary>Sweeps and studies continue where networks diverge, count them, and do not run them again.</summary>
public sealed class DivergedPointTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _experiment;

    public DivergedPointTests() => _experiment = _folder.Write("small.yaml", Palactors.Small);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ASweepMarksThePointAndGoesOn()
    {
        Invocation sweep = await SweepAsync();
        Assert.Equal((ExitCodes.Success, ""), (sweep.Code, sweep.Error));
        const string Counted = "2 of 4 networks diverged: see diverged_at_tick in sweep.csv.";
        Assert.Contains(Counted, sweep.Output, StringComparison.Ordinal);
        Assert.Contains("networks 4 done (2 diverged)", sweep.Output, StringComparison.Ordinal);
        string[] table = File.ReadAllLines(_folder["out/sweep.csv"]);
        string[] wild = [.. table.Where(line => line.Contains("[1000,1000]", StringComparison.Ordinal))];
        string[] metrics = [.. wild.Select(line => line.Split(',')[^3]).Distinct()];
        Assert.Equal(["diverged_at_tick", "ticks", "frames"], metrics);
        Assert.Equal(2, wild.Count(line => line.EndsWith(",PAL,diverged_at_tick,1,1400", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task TheSameCommandDoesNotRunThemAgain()
    {
        await SweepAsync();
        string[] table = File.ReadAllLines(_folder["out/sweep.csv"]);
        Invocation again = await SweepAsync();
        Assert.Equal(ExitCodes.Success, again.Code);
        Assert.Contains("4 of them were done before.", again.Output, StringComparison.Ordinal);
        Assert.Contains("2 of 4 networks diverged", again.Output, StringComparison.Ordinal);
        Assert.Equal(table, File.ReadAllLines(_folder["out/sweep.csv"]));
    }

    [Fact]
    public async Task SaturatedEpochsAreARow()
    {
        string[] over = ["--over", "init_WPP_range=[-0.1,0.1],[5000,6000]", "--out", _folder["out"]];
        Assert.Equal(ExitCodes.Success, (await Palactors.RunAsync(["sweep", _experiment, .. over])).Code);
        string[] table = File.ReadAllLines(_folder["out/sweep.csv"]);
        string row = Assert.Single(table, line => line.Contains(",saturated_epochs,1,", StringComparison.Ordinal));
        Assert.EndsWith(",saturated_epochs,1,3", row, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("linear", "| PAL, both | 2 of 2 | 2 of 2 |", 4)]
    [InlineData("logistic", "", 0)]
    public async Task AStudyCountsThemInItsTable(string activation, string row, int diverged)
    {
        string[] set = ["--set", $"activation={activation}", "--set", "eta_fw=[1000, 1000]", "--seeds", "1,2"];
        string[] options = ["--delays", "0,3", "--direction", "both", "--models", "PAL", "--quiet"];
        string[] study = ["study", "delay", _experiment, .. set, .. options, "--out", _folder["out"]];
        Invocation done = await Palactors.RunAsync(study);
        Assert.Equal((ExitCodes.Success, ""), (done.Code, done.Error));
        string table = File.ReadAllText(_folder["out/delay.md"]);
        Assert.Contains(row, table, StringComparison.Ordinal);
        Assert.Equal(diverged > 0, table.Contains(": networks that diverged", StringComparison.Ordinal));
        Assert.Equal(diverged > 0, done.Output.Contains("4 of 4 networks diverged", StringComparison.Ordinal));
        Assert.Equal(ExitCodes.Success, (await Palactors.RunAsync("plot", _folder["out"])).Code);
    }

    private Task<Invocation> SweepAsync()
    {
        string[] over = ["--over", "eta_fw=[1,0.01],[1000,1000]", "--seeds", "7,8", "--out", _folder["out"]];
        return Palactors.RunAsync(["sweep", _experiment, "--set", "activation=linear", .. over]);
    }
}
