using System.Text.RegularExpressions;
using PalActors.Cli.Terminal;
using PalActors.Lab;
using PalActors.Lab.Experiments;

namespace PalActors.Seed.Tests;

/// <summary>Image, Compose file and manifests: they fit together, and their runs are valid and use all nodes.</summary>
public sealed partial class DeploymentTests
{
    private const string Base = "k8s/base/seed-job.yaml";
    private const string Large = "k8s/overlays/large/seed-job.yaml";

    private static readonly string[] s_baseRun = Arguments(Base);

    [Fact]
    public void TheImageHasOneNameAndTheTagIsTheVersion()
    {
        string version = Version().Match(Repository.Read("Directory.Build.props")).Groups[1].Value;
        string[] files =
            ["Dockerfile", "docker-compose.yml", "README.md", .. Below("k8s"), .. Below("docs"), .. Below("scripts")];
        (string File, string Tag)[] tags =
            [.. files.SelectMany(file => Image().Matches(Repository.Read(file)).Select(tag => (file, tag.Value)))];

        Assert.Matches(@"^\d+\.\d+\.\d+$", version);
        Assert.All(tags, tag => Assert.Equal((tag.File, $"palactors:{version}"), tag));
        foreach (string file in (string[])
            ["Dockerfile", "docker-compose.yml", Base, "k8s/base/area-statefulset.yaml", "k8s/results/pod.yaml"])
            Assert.Contains(tags, tag => tag.File == file);
        Assert.Contains($"newTag: {version}", Repository.Read("k8s/overlays/large/kustomization.yaml"));
    }

    [Fact]
    public void WhatNamesTheVersionNamesThatOfTheBuild()
    {
        string version = Version().Match(Repository.Read("Directory.Build.props")).Groups[1].Value;

        Assert.Equal(version, ProgramVersion.Current.Version);
        Assert.Contains($"\nversion: {version}\n", Repository.Read("CITATION.cff"));
        Assert.Contains($"\n## [{version}]", Repository.Read("CHANGELOG.md"));
        Assert.Contains($"\npalactors {version}\n", Repository.Read("docs/identity.md"));
    }

    [Theory]
    [InlineData(Base, new[] { "seed", "node 1", "node 2", "node 3" })]
    [InlineData(Large, new[] { "node 1", "node 2", "node 3", "node 4", "node 5", "node 6", "node 7" })]
    public async Task EveryNodeOfAManifestHostsAnArea(string manifest, string[] nodes)
    {
        Invocation dry = await Palactors.RunAsync([.. Arguments(manifest), "--dry-run", "--no-calibration"]);

        Assert.Equal((ExitCodes.Success, ""), (dry.Code, dry.Error));
        Assert.Equal(nodes, Rows(dry).Select(row => row.Groups[1].Value));
        Assert.DoesNotContain("host nothing", dry.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheLargeExampleHasAnAreaPerNode()
    {
        Invocation dry = await Palactors.RunAsync([.. Arguments(Large), "--dry-run", "--no-calibration"]);

        Assert.Equal(["1", "2", "3", "4", "5", "6", "7"], Rows(dry).Select(row => row.Groups[2].Value.Trim()));
    }

    [Fact]
    public void ComposeRunsWhatTheBaseRuns()
    {
        string run = DefaultRun().Match(Repository.Read("docker-compose.yml")).Groups[1].Value;
        string[] words = run.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        int until = Array.IndexOf(s_baseRun, "--out");

        Assert.Equal(s_baseRun[1..until].Select(word => word.Replace(" ", "", StringComparison.Ordinal)), words);
    }

    [Fact]
    public void ComposeTakesTheImagesAndFilesOfTheMetricsOverlay()
    {
        const string Overlay = "k8s/overlays/metrics";
        string compose = Repository.Read("docker-compose.metrics.yml");
        string[] images = [.. OtherImage().Matches(compose).Select(match => match.Value)];
        string[] files = [.. Mounted().Matches(compose).Select(match => match.Groups[1].Value)];

        Assert.Equal(2, images.Length);
        Assert.All(images, image => Assert.Contains(
            Below(Overlay), file => Repository.Read(file).Contains(image, StringComparison.Ordinal)));
        Assert.Equal(4, files.Length);
        Assert.All(files, file => Assert.True(File.Exists(Path.Combine(Repository.Root, file)), file));
    }

    [Fact]
    public void BadInputEndsAfterAFewTries()
    {
        string compose = Repository.Read("docker-compose.yml");
        string policy = Repository.Read("k8s/overlays/failure-policy/seed-job.yaml");

        Assert.Equal(["\"on-failure:5\""], Restart().Matches(compose).Select(match => match.Groups[1].Value));
        Assert.Matches(@"action: FailJob\s+onExitCodes:\s+containerName: seed\s+operator: In\s+values: \[2\]", policy);
        Assert.Equal(2, ExitCodes.BadInput);
    }

    private static IEnumerable<Match> Rows(Invocation dry) =>
        dry.Lines.Select(line => Row().Match(line)).Where(match => match.Success);

    private static IEnumerable<string> Below(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is "" or ".md" or ".yaml" or ".mjs")
            .Select(file => Path.GetRelativePath(Repository.Root, file));

    // The arguments of a Job's one container.
    private static string[] Arguments(string manifest)
    {
        YamlNode node = YamlReader.ReadFile(Path.Combine(Repository.Root, manifest));
        foreach (string key in (string[])["spec", "template", "spec", "containers"])
            node = Of(node, key);
        YamlNode container = Assert.Single(Assert.IsType<YamlList>(node).Items);
        return [.. Assert.IsType<YamlList>(Of(container, "args")).Items.Select(item => ((YamlScalar)item).Text)];
    }

    private static YamlNode Of(YamlNode map, string key) =>
        Assert.IsType<YamlMap>(map).Entries.Single(entry => entry.Key == key).Value;

    [GeneratedRegex(@"<VersionPrefix>(.*?)</VersionPrefix>")]
    private static partial Regex Version();

    // A name without a tag is one after "-t" or "image:"; a host with its port is none.
    [GeneratedRegex(
        @"(?<=-t |image: )palactors(?![\w:/-])|\bpalactors:(?!\d+(?![.\d]))\w[\w.-]*", RegexOptions.ECMAScript)]
    private static partial Regex Image();

    [GeneratedRegex(@"image: (prom|grafana)/\S+")]
    private static partial Regex OtherImage();

    [GeneratedRegex(@"\./(k8s/\S+?):")]
    private static partial Regex Mounted();

    [GeneratedRegex(@"\$\{PALACTORS_RUN:-(.*?)\}", RegexOptions.Singleline)]
    private static partial Regex DefaultRun();

    [GeneratedRegex(@"^ *restart: (.*)$", RegexOptions.Multiline)]
    private static partial Regex Restart();

    [GeneratedRegex(@"^  (seed|node \d+) +(\d[\d, -]*?)  ")]
    private static partial Regex Row();
}
