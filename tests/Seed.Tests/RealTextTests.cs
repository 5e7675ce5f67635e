using System.Globalization;
using System.Text.RegularExpressions;
using PalActors.Cli.Terminal;
using PalActors.Clustering.Snapshots;
using PalActors.Lab.Experiments;
using PalActors.Messages.Plan;

namespace PalActors.Seed.Tests;

/// <summary>Numbers in our files are numbers for every reader of YAML, and all spellings give the same plan.</summary>
public sealed class RealTextTests
{
    // The numbers of YAML 1.1, as PyYAML resolves them.
    private const string Real = @"^[-+]?(?:[0-9][0-9_]*\.[0-9_]*|\.[0-9][0-9_]*)(?:[eE][-+][0-9]+)?$";
    private const string WithExponent = @"(?<=[\s\[,])[-+]?[0-9][0-9.]*[eE][-+]?[0-9]+(?=[\s\],}]|$)";
    private const string Integer = @"^[-+]?(?:0|[1-9][0-9_]*)$";

    [Theory]
    [InlineData(1e-6, "1e-6", "1.0e-6")]
    [InlineData(-2.5e-9, "-2.5e-9", "-2.5e-9")]
    [InlineData(1e30, "1e30", "1.0e+30")]
    [InlineData(1.5e300, "1.5e300", "1.5e+300")]
    [InlineData(5e-324, "5e-324", "5.0e-324")]
    [InlineData(0.01, "0.01", "0.01")]
    [InlineData(1, "1", "1")]
    [InlineData(100, "100", "100")]
    public void OfANumberThereIsOneTextAndItsYaml(double value, string shortest, string yaml)
    {
        Assert.Equal(shortest, RealText.Shortest(value));
        Assert.Equal(yaml, RealText.ForYaml(shortest));
        Assert.Matches($"{Real}|{Integer}", yaml);
        Assert.Equal(value, double.Parse(yaml, CultureInfo.InvariantCulture));
        Assert.Equal(value, double.Parse(shortest, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("none")]
    [InlineData("linear")]
    [InlineData("1e1 ms")]
    [InlineData("hold_white_noise")]
    public void AWordStaysAsItIs(string word) => Assert.Equal(word, RealText.ForYaml(word));

    [Theory]
    [InlineData("1e-6", "1.0e-6", "0.000001", "1E-06", "10e-7")]
    [InlineData("50", "50.0", "5e1", "+50", "5.0e+1")]
    public void HoweverANumberIsWrittenThePlanIsTheSame(params string[] spellings)
    {
        NetworkPlan[] plans = [.. spellings.Select(Spelt)];
        Assert.All(plans, plan => Assert.Equal(PlanFingerprint.Compute(plans[0]), PlanFingerprint.Compute(plan)));

        static NetworkPlan Spelt(string text) =>
            Plan($"alpha={text}", $"models.no-feedback.alpha={text}", "model=[no-feedback, PAL]");
    }

    [Fact]
    public void EveryNumberOfAnEffectiveExperimentIsOneForEveryReader()
    {
        foreach ((string name, string path) in ExperimentFiles.All())
        {
            string effective = ExperimentWriter.Write(ExperimentReader.Read(
                CellModels.All, path)), shipped = File.ReadAllText(path);
            MatchCollection numbers = Regex.Matches(Uncommented(effective + shipped), WithExponent);
            Assert.True(numbers.Count >= 1, name);
            Assert.All(numbers, number => Assert.Matches(Real, number.Value));
        }
    }

    [Fact]
    public async Task ARunOfAnEarlierVersionGoesOnWhateverItsSpellingAndComments()
    {
        using TemporaryFolder folder = new();
        string file = folder.Write("small.yaml", Palactors.Small);
        CancellationToken stopped = new(canceled: true);
        await Palactors.RunAsync(stopped, "run", file, "--out", folder["out"], "--quiet");
        string experiment = Path.Combine(folder["out"], "experiment.yaml");
        string text = await File.ReadAllTextAsync(experiment);
        Assert.Contains("alpha: 1.0e-6 ", text, StringComparison.Ordinal);
        string earlier = text.Replace("1.0e-6", "1e-6", StringComparison.Ordinal);
        earlier = Regex.Replace(earlier, " +#.*", " # as it was");
        await File.WriteAllTextAsync(experiment, earlier);
        Invocation resumed = await Palactors.RunAsync("resume", folder["out"], "--quiet");
        Assert.Equal((ExitCodes.Success, ""), (resumed.Code, resumed.Error));
        await File.WriteAllTextAsync(experiment, text.Replace("1.0e-6", "2.0e-6", StringComparison.Ordinal));
        Invocation other = await Palactors.RunAsync("run", file, "--out", folder["out"]);
        Palactors.AssertRefused(other, "a run of another experiment");
    }

    private static string Uncommented(string text) => Regex.Replace(text, "#.*|\".*\"", "");

    private static NetworkPlan Plan(params string[] settings) => NetworkPlans.Of(
        ExperimentSource.Read(
            CellModels.All, "yin-yang", null, settings.Select(setting => Override.Parse("--set", setting)), []))[0];
}
