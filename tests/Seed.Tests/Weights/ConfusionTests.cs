using System.Globalization;
using PalActors.Cli.Terminal;
using PalActors.Lab.Evaluation;
using PalActors.Messages.Control;

namespace PalActors.Seed.Tests.Weights;

/// <summary>Classes in the last evaluation of a run: counted where accuracy is, and the same as evaluate's.</summary>
public sealed class ConfusionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("small", "PAL")]
    [InlineData("bp", "BP")]
    [InlineData("rate", "PAL")]
    [InlineData("single", "PAL")]
    [InlineData("graph", "PAL")]
    public async Task ARunShowsTheClassesThatItsEvaluationFindsSampleBySample(string name, string model)
    {
        string text = WeightExperiments.Text(name).Replace("test: 2\n", "test: 60\n", StringComparison.Ordinal);
        _folder.Write("e.yaml", text);
        Invocation run = Succeeded(await Palactors.RunAsync("run", _folder["e.yaml"], "--out", _folder["a"]));
        Succeeded(await Palactors.RunAsync("evaluate", _folder["a"]));

        string[][] evaluated = Rows($"a/evaluation-test/confusion_{model}_7.csv");
        string[][] own = Rows("a/confusion.csv");
        Assert.Equal(evaluated, own.Select(row => row[3..]));
        Assert.All(own[1..], row => Assert.Equal([model, "7", "test"], row[..3]));
        Assert.Equal(
            Rows($"a/evaluation-test/classes_{model}_7.csv"), Rows("a/classes.csv").Select(row => row[3..]));
        int right = Enumerable.Range(0, 3).Sum(i => int.Parse(own[i + 1][i + 4], CultureInfo.InvariantCulture));
        int all = name is "rate" or "single" ? 10 : 60;
        Assert.Contains($"{model}: {right} of {all} test samples right", run.Output, StringComparison.Ordinal);
        Assert.True(new FileInfo(_folder["a/confusion.png"]).Length > 1000);

        // Shown again, and drawn again.
        Invocation again = Succeeded(await Palactors.RunAsync("run", _folder["e.yaml"], "--out", _folder["a"]));
        Assert.Contains($"{model}: {right} of {all} test samples right", again.Output, StringComparison.Ordinal);
        File.Delete(_folder["a/confusion.png"]);
        Invocation plot = Succeeded(await Palactors.RunAsync("plot", _folder["a"]));
        Assert.Contains("confusion.png", plot.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder["a/confusion.png"]));
    }

    [Fact]
    public async Task ARunThatWasStoppedInItsTestCountsEverySampleOnce()
    {
        _folder.Write("e.yaml", Palactors.Small.Replace("test: 2\n", "test: 400\n", StringComparison.Ordinal));
        Succeeded(await Palactors.RunAsync("run", _folder["e.yaml"], "--out", _folder["whole"], "--quiet"));
        string[] run = ["run", _folder["e.yaml"], "--out", _folder["a"], "--quiet"];
        Invocation stopped =
            await Palactors.RunUntilAsync(TestHasBegun, [.. run, "--set", "pace=20000", "--snapshot-every", "500"]);
        Assert.Equal(ExitCodes.Interrupted, stopped.Code);
        Assert.False(File.Exists(_folder["a/confusion.csv"]));
        Assert.Equal(ExitCodes.Success, (await Palactors.RunAsync(run)).Code);
        Assert.Equal(File.ReadAllText(_folder["whole/confusion.csv"]), File.ReadAllText(_folder["a/confusion.csv"]));
        Assert.Equal(400, Rows("a/confusion.csv")[1..].Sum(row => row[4..].Sum(int.Parse)));
    }

    [Fact]
    public async Task AModelHasASumOverItsSeedsAndOtherTasksHaveNone()
    {
        _folder.Write("e.yaml", Palactors.Small);
        Invocation run = Succeeded(await Palactors.RunAsync(
            "run", _folder["e.yaml"], "--out", _folder["a"], "--seeds", "1,2", "--set", "model=[PAL, no-feedback]"));
        Assert.Contains(" of 4 test samples right over 2 seeds", run.Output, StringComparison.Ordinal);
        Assert.Equal(1 + (4 * 3), Rows("a/confusion.csv").Length);

        _folder.Write("r.yaml", WeightExperiments.Regression);
        _folder.Write("points.csv", WeightExperiments.Points);
        Succeeded(await Palactors.RunAsync("run", _folder["r.yaml"], "--out", _folder["b"]));
        Assert.False(File.Exists(_folder["b/confusion.csv"]));
    }

    [Fact]
    public void CountsAreCapturedWithoutZerosAndBadOnesAreRefused()
    {
        DecisionCounts counts = new(3);
        Assert.Null(counts.Capture());
        counts.Add(2, 1);
        counts.Add(2, 1);
        counts.Add(0, 0);
        StateBlock block = counts.Capture()!;
        Assert.Equal([0, 0, 1, 2, 1, 2], block.Values);
        DecisionCounts restored = new(3);
        restored.Add(1, 1);
        restored.Restore(block);
        Assert.Equal(block.Values, restored.Capture()!.Values);
        int[][] rows = [.. DecisionCounts.Rows(block).Select(row => Array.ConvertAll(row, value => (int)value))];
        Assert.Equal((3, 1), (ConfusionMatrix.Of(rows, 3).Total, ConfusionMatrix.Of(rows, 3).Correct));

        foreach (double[] bad in (double[][])[[3, 0, 1], [-1, 0, 1], [0, 0.5, 1], [0, 0, 0], [0, 0, double.NaN]])
        {
            Assert.Throws<ArgumentException>(
                () => restored.Restore(new StateBlock(DecisionCounts.Block, 1, 3, bad)));
        }
    }

    private bool TestHasBegun()
    {
        string path = _folder["a/metrics.csv"];
        if (!File.Exists(path))
            return false;
        using StreamReader reader = new(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        // Before the first epoch, and after each of two.
        return reader.ReadToEnd().Split("accuracy_validation").Length > 3;
    }

    private string[][] Rows(string path) =>
        [.. File.ReadAllLines(_folder[path]).Select(line => line.Split(','))];

    private static Invocation Succeeded(Invocation run)
    {
        Assert.Equal((ExitCodes.Success, ""), (run.Code, run.Error));
        return run;
    }
}
