using PalActors.Cli.Terminal;

namespace PalActors.Seed.Tests;

/// <summary>The table at the end of a run fits a terminal however deep the hierarchy is.</summary>
public sealed class ResultTableTests
{
    [Theory]
    [InlineData("[4, 5, 5, 5, 5, 3]", true)]
    [InlineData("[4, 5, 5, 5, 5, 5, 5, 5, 3]", false)]
    public async Task AreasAreColumnsOrRows(string layers, bool columns)
    {
        using TemporaryFolder folder = new();
        Invocation run = await Palactors.RunAsync(
            "run", folder.Write("small.yaml", Palactors.Small), "--quiet", "--out", folder["run"],
            "--set", $"layers={layers}", "--set", "eta_fw=0.1", "--set", "model=[PAL, FA]");
        string[] table = [.. run.Lines.TakeWhile(line => !line.StartsWith("Accuracy", StringComparison.Ordinal))];

        Assert.Equal(ExitCodes.Success, run.Code);
        Assert.Equal(columns, table.Any(line => line.Contains("angle area 4", StringComparison.Ordinal)));
        Assert.Equal(
            columns ? 0 : 7,
            table.Count(line => line.StartsWith("  area ", StringComparison.Ordinal) && line.Split("->").Length == 3));
        Assert.All(table, line => Assert.InRange(line.TrimEnd().Length, 0, 132));
    }

    [Fact]
    public async Task BeforeTheFirstEpochNeitherTheLastNorTheBestIsThere()
    {
        using TemporaryFolder folder = new();
        Invocation run = await Palactors.RunAsync(
            "run", folder.Write("small.yaml", Palactors.Small), "--quiet", "--out", folder["run"], "--ticks", "400");

        Assert.Contains("accuracy_validation", File.ReadAllText(folder["run/metrics.csv"]), StringComparison.Ordinal);
        Assert.Contains(
            run.Lines,
            line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is ["PAL", "1", "-", "-", "-", "-", ..]);
    }
}
