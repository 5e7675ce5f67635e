using System.Text.RegularExpressions;

namespace PalActors.Seed.Tests;

/// <summary>The guide to extending shows the code that runs, and names files that are there.</summary>
public sealed partial class ExtendingGuideTests
{
    private static readonly string s_root = Repository.Root;

    private static readonly string s_guide = File.ReadAllText(Path.Combine(s_root, "docs", "extending.md"));

    [Theory]
    [InlineData("tests/PalActors.Echo/EchoArea.cs")]
    [InlineData("tests/PalActors.EchoProgram/Program.cs")]
    [InlineData("tests/PalActors.PlugIn/ThresholdPlugIn.cs")]
    public void ItShowsTheCodeThatRuns(string file)
    {
        string code = File.ReadAllText(Path.Combine(s_root, file));
        string shown = file.EndsWith("Program.cs", StringComparison.Ordinal)
            ? code[code.IndexOf("return", StringComparison.Ordinal)..]
            : code;

        Assert.Contains($"```csharp\n{shown.Trim()}\n```", s_guide, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Areas/Models/Microcircuit/Rules/NormKeepingRule.cs")]
    [InlineData("tests/PalActors.PlugIn/ThresholdRule.cs")]
    public void TheRuleThatItShowsIsInItsFile(string file)
    {
        string rule = File.ReadAllText(Path.Combine(s_root, file));
        string[] blocks = [.. Block().Matches(s_guide).Select(match => match.Groups[1].Value)];

        Assert.Contains(blocks, block => block.Contains("update.Decay", StringComparison.Ordinal)
            && rule.Contains(block, StringComparison.Ordinal));
    }

    [Fact]
    public void TheFilesThatItNamesAreThere()
    {
        string[] files = [.. Named().Matches(s_guide).Select(match => match.Groups[1].Value).Distinct()];

        Assert.True(files.Length > 15);
        Assert.DoesNotContain(
            files, file => !File.Exists(Path.Combine(s_root, file)) && !Directory.Exists(Path.Combine(s_root, file)));
    }

    [Fact]
    public void ARowCountsTheFilesThatItNames()
    {
        // Two kinds name a file by what it holds.
        foreach (Match row in Row().Matches(s_guide))
        {
            int named = Named().Matches(row.Groups[2].Value).Count;
            Assert.InRange(named, 1, int.Parse(row.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    // What names something that is there is what another one of its kind would take. The authors' files and their
    // traces are left out: their formats are closed.
    [Theory]
    [InlineData("learning rule, learning model", @"\bNormKeepingRule\b")]
    [InlineData("remedy against delays", @"""interneuron_lag""|\bInterneuronLag\b")]
    [InlineData("remedy of rate cells", @"""rate_lag""|\bRateLag\b")]
    [InlineData("parameter of cells", @"""forward_block""|\bForwardBlock \{ get")]
    [InlineData("parameter of rate cells, per area", @"""eta_B""|\bEtaB \{ get")]
    [InlineData("key of execution", @"""pace""|\bPace \{ get")]
    [InlineData("axis of a study", @"\bDelayRemedies\b")]
    public void AsManyFilesAsItCountsNameAnExample(string kind, string names)
    {
        Regex code = new(@"^(?!\s*//).*(" + names + ")", RegexOptions.Multiline);
        string[] files =
        [
            .. new[] { "Messages", "Areas", "Cluster", "Seed" }
                .SelectMany(folder => Directory.EnumerateFiles(
                    Path.Combine(s_root, folder), "*.cs", SearchOption.AllDirectories))
                .Where(file => !Closed().IsMatch(file.Replace('\\', '/')) && code.IsMatch(File.ReadAllText(file))),
        ];

        Match row = Row().Matches(s_guide).Single(row => row.Value.StartsWith($"| {kind} |", StringComparison.Ordinal));
        string count = row.Groups[1].Value;
        Assert.True(count == $"{files.Length}", $"{count} in the guide, found: {string.Join(", ", files)}");
    }

    [GeneratedRegex(@"```csharp\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("/(?:obj|bin|Traces)/|/Authors[A-Za-z.]+$")]
    private static partial Regex Closed();

    [GeneratedRegex("`((?:Areas|Cluster|Messages|Seed|tests)/[A-Za-z./]+)`")]
    private static partial Regex Named();

    [GeneratedRegex(@"^\| [^|]+ \| (\d) \| (.*) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
