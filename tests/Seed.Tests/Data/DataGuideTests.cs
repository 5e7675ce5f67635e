using System.Text.RegularExpressions;
using PalActors.Areas.Toolkit.Files;
using PalActors.Areas.Toolkit.Stimuli;
using PalActors.Cli.Terminal;
using PalActors.Lab.Experiments;

namespace PalActors.Seed.Tests.Data;

/// <summary>The guide to own data: its example runs, its descriptions are valid, its tables are whole.</summary>
public sealed partial class DataGuideTests : IDisposable
{
    private static readonly string s_guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "data.md"));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ItsExampleRuns()
    {
        _folder.Write("flowers.csv", Blocks("csv").Single());
        string file = _folder.Write("flowers.yaml", Blocks("yaml")[0]);
        Invocation run = await Palactors.RunAsync("run", file, "--out", _folder["run"], "--epochs", "2");
        Assert.Equal((ExitCodes.Success, ""), (run.Code, run.Error));
        Assert.Contains("train: 9 samples", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void ItsDescriptionsAreValid()
    {
        string[] blocks = Blocks("yaml");
        Assert.True(blocks.Length >= 5);
        foreach (string block in blocks)
        {
            YamlMap map = Assert.IsType<YamlMap>(YamlReader.Read(block, "data.md"));
            Assert.NotEmpty(OwnDataYaml.Read(map.Entries[0]));
        }
    }

    [Fact]
    public void ItNamesEveryKeyWithItsDefaultAndEveryFormat()
    {
        foreach (OwnDataKey key in OwnDataKeys.All)
        {
            string row = Assert.Single(
                s_guide.Split('\n'), line => line.StartsWith('|') && line.Split('|')[1].Contains($"`{key.Name}`"));
            string expected = key.Kind == OwnDataKind.Range ? $"[{string.Join(", ", key.Default)}]"
                : key.Default is [string one] ? one
                : "";
            Assert.Contains(expected, row.Split('|')[3], StringComparison.Ordinal);
        }

        string plain = s_guide.Replace("`", "", StringComparison.Ordinal);
        foreach ((string name, _) in DataFormats.Summaries)
            Assert.Contains($"\n| {name} | ", plain, StringComparison.Ordinal);
    }

    private static string[] Blocks(string language) =>
    [
        .. Fence().Matches(s_guide).Where(match => match.Groups[1].Value == language)
            .Select(match => match.Groups[2].Value + "\n"),
    ];

    [GeneratedRegex(@"```([a-z]*)\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
