using System.Globalization;
using PalActors.Areas.Models.Microcircuit.Cortex;
using PalActors.Areas.Models.Microcircuit.Networks;
using PalActors.Areas.Models.Microcircuit.Traces;
using PalActors.Cli;
using PalActors.Lab.Experiments;
using PalActors.Messages.Plan;

namespace PalActors.EndToEnd.Tests;

/// <summary>
/// Whole runs of the authors' program, reproduced from their random seed alone: settling, teacher, shuffling, noise and
/// learning.
/// </summary>
public sealed class SeedForSeedTests
{
    private static readonly string s_golden = Path.Combine(AppContext.BaseDirectory, "golden");

    [Theory]
    [InlineData("b_pal_fig3abc_bwonly.json.gz", "fig3abc", "dataset_size=20", "settling_time=2", "epochs=1")]
    [InlineData("c_pal_111_fig4ab.json", "fig4ab", "dataset_size=25", "settling_time=2", "epochs=2", "model=PAL")]
    public void ASeedAloneGivesTheAuthorsTrace(string file, string experiment, params string[] settings)
    {
        GoldenTrace trace = GoldenTrace.Load(Path.Combine(s_golden, file));
        Experiment read = ExperimentReader.Read(
            CellModels.All, ExperimentFiles.Resolve(experiment),
            [new Override("--seeds", "seeds", "[123]"), .. settings.Select(text => Override.Parse("--set", text))]);
        NetworkPlan plan = Assert.Single(NetworkPlans.Of(read));
        Assert.Equal(trace.Schedule.EndTick, plan.Schedule.EndTick);
        TraceComparison comparison = new(trace);
        PlainLoop loop = new(new PlannedNetwork(plan));
        foreach (long step in trace.Checkpoints.Select(checkpoint => checkpoint.Step))
        {
            loop.RunTo(step);
            foreach (CorticalArea area in loop.Areas)
                comparison.Compare(area.Observe());
        }

        Assert.True(
            comparison.Worst <= 1e-11,
            $"{comparison.WorstQuantity} deviates by {comparison.Worst} at step {comparison.WorstStep}");
    }

    [Fact]
    public async Task Fig3abcEndsWhereTheAuthorsRunEnded()
    {
        // Published: angle(W^T, B) of seed 123 after its last step.
        double[] expected = [18.002337381738222, 10.405919653019048, 7.633146578227912];
        string[] lines = await MetricsAsync("fig3abc", "--seeds", "123", "--set", "angle_dW_BP=false");
        Assert.Equal(1010 * 15, lines.Length - 1);
        for (int area = 1; area <= 3; area++)
        {
            string last = Assert.Single(lines, line => line.StartsWith(
                string.Create(CultureInfo.InvariantCulture, $"123,PAL,1010000,100,{area},angle_WT_B,"),
                StringComparison.Ordinal));
            Assert.Equal(expected[area - 1], double.Parse(last.Split(',')[^1], CultureInfo.InvariantCulture), 1e-6);
        }
    }

    [Fact]
    public async Task ASeedsCurveDoesNotDependOnWhichOthersRunBesideIt()
    {
        string[] beside = await MetricsAsync("fig3abc", "--seeds", "7,456", "--ticks", "40000"),
            alone = await MetricsAsync("fig3abc", "--seeds", "456", "--ticks", "40000");
        Assert.Equal(
            [.. beside.Where(line => line.StartsWith("456,", StringComparison.Ordinal)).Order()],
            alone.Where(line => line.StartsWith("456,", StringComparison.Ordinal)).Order().ToArray());
    }

    [Fact]
    public async Task SlowNoiseTimesOneWithProspectiveCodingIsFig3abcToTheBit()
    {
        Assert.Equal(await DigestAsync("fig3abc"), await DigestAsync("slow-noise-x1", "--set", "model=prospective"));

        static async Task<string> DigestAsync(params string[] arguments)
        {
            using TemporaryDirectory folder = new();
            StringWriter output = new(), error = new();
            int exit = await CommandLine.InvokeAsync(
                [
                    "run", .. arguments, "--seeds", "5", "--ticks", "30000", "--digest", "--quiet", "--out",
                    folder.File("run"),
                ], CellModels.All, output, error);
            Assert.True(exit == 0, error.ToString());
            return Assert.Single(output.ToString().Split('\n', StringSplitOptions.TrimEntries), line => line.StartsWith(
                "digest 5 ", StringComparison.Ordinal));
        }
    }

    private static async Task<string[]> MetricsAsync(params string[] arguments)
    {
        using TemporaryDirectory folder = new();
        StringWriter output = new(), error = new();
        int exit = await CommandLine.InvokeAsync(
            ["run", .. arguments, "--quiet", "--out", folder.File("run")], CellModels.All, output, error);
        Assert.True(exit == 0, error.ToString());
        return await File.ReadAllLinesAsync(Path.Combine(folder.File("run"), "metrics.csv"));
    }
}
