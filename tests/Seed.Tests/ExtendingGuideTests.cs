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
    public void ItShowsTheCodeThatRuns(string file)
    {
        string code = File.ReadAllText(Path.Combine(s_root, file));
        string shown = file.EndsWith("Program.cs", StringComparison.Ordinal)
            ? code[code.IndexOf("return", StringComparison.Ordinal)..]
            : code;

        Assert.Contains($"```csharp\n{shown.Trim()}\n```", s_guide, StringComparison.Ordinal);
    }

    [Fact]
    public void TheRuleThatItShowsIsInItsFile()
    {
        string rule = File.ReadAllText(
            Path.Combine(s_root, "Areas/Models/Microcircuit/Rules/NormKeepingRule.cs"));
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

    [GeneratedRegex(@"```csharp\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("`((?:Areas|Messages|Seed|tests)/[A-Za-z./]+)`")]
    private static partial Regex Named();

    [GeneratedRegex(@"^\| [^|]+ \| (\d) \| (.*) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
