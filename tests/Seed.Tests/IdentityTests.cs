using System.Text.Json;
using System.Text.RegularExpressions;
using PalActors.Cli.Terminal;
using PalActors.Lab;
using PalActors.TestKit;

namespace PalActors.Seed.Tests;

/// <summary>Results name builds and data, and no run resumes with others than it began with.</summary>
public sealed partial class IdentityTests : IDisposable
{
    private const string Other = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private static readonly string[] s_builds =
        ["build 0123456789ab", $"build {ProgramVersion.Current.Hash[..12]}", "--other-build"];

    private readonly TemporaryFolder _folder = new();
    private readonly string _experiment;

    public IdentityTests() =>
        _experiment = _folder.Write(
            "small.yaml",
            Palactors.Small.Replace("seeds: [7]", "seeds: [1, 9007199254740993]", StringComparison.Ordinal));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ResultsNameDateMachineCommandSeedsBuildAndData()
    {
        await RunAsync("--quiet", "--set", "models={FA: {eta_bw: 0}}");
        using JsonDocument results = JsonDocument.Parse(File.ReadAllText(In("results.json")));
        JsonElement root = results.RootElement;

        Assert.Equal(
            $"palactors run {_experiment} --quiet --set 'models={{FA: {{eta_bw: 0}}}}' --out {_folder["out"]}",
            root.GetProperty("command").GetString());
        DateTime now = DateTime.UtcNow;
        Assert.InRange(root.GetProperty("date").GetDateTime(), now.AddMinutes(-5), now.AddMinutes(1));
        Assert.Equal(JsonValueKind.Number, root.GetProperty("seeds")[0].ValueKind);
        Assert.Equal("9007199254740993", root.GetProperty("seeds")[1].GetString());
        Assert.Equal("9007199254740993", root.GetProperty("networks")[1].GetProperty("seed").GetString());
        JsonElement build = Assert.Single(root.GetProperty("builds").EnumerateArray());
        Assert.Equal(ProgramVersion.Current.Hash, build.GetProperty("hash").GetString());
        Assert.Matches("^[0-9a-f]{64}$", root.GetProperty("data").GetProperty("sha256").GetString());
        Assert.Equal(Environment.ProcessorCount, root.GetProperty("machine").GetProperty("processors").GetInt32());
    }

    [Fact]
    public async Task AllJsonOfARunHasKeysInOneStyle()
    {
        await StopAsync();
        foreach (string path in Directory.GetFiles(_folder["out"], "*.json", SearchOption.AllDirectories))
            Check(path, JsonDocument.Parse(File.ReadAllText(path)).RootElement);

        static void Check(string path, JsonElement element)
        {
            if (element.ValueKind == JsonValueKind.Array)
                Assert.All(element.EnumerateArray(), item => Check(path, item));
            if (element.ValueKind != JsonValueKind.Object)
                return;
            foreach (JsonProperty property in element.EnumerateObject())
            {
                // Names of metrics are those of metrics.csv.
                bool isMetric = property.Name.StartsWith("angle_", StringComparison.Ordinal);
                Assert.True(isMetric || SnakeCase().IsMatch(property.Name), $"{path}: {property.Name}");
                Check(path, property.Value);
            }
        }
    }

    [Fact]
    public async Task WhatAnotherBuildFinishedIsRefusedUnlessAskedForAndThenNamed()
    {
        await StopAsync();
        SealedFile.SetOrigin(_folder["out"], "PAL-1.json", build: Other);

        Palactors.AssertRefused(await ResumeAsync(), s_builds);
        Assert.Equal(ExitCodes.Success, (await ResumeAsync("--other-build")).Code);

        Assert.Equal([Other, ProgramVersion.Current.Hash], Builds());
    }

    [Fact]
    public async Task ASnapshotOfAnotherBuildIsRefusedByTheNamesOfBoth()
    {
        await StopAsync();
        foreach (string manifest in Manifests())
            SealedFile.SetBuild(manifest, Other);

        Palactors.AssertRefused(await ResumeAsync(), s_builds);
    }

    [Fact]
    public async Task OtherDataAreRefusedByTheNamesOfBoth()
    {
        MadeUpDigits.Write(_folder["digits"]);
        string[] mnist =
        [
            "run", "mnist", "--epochs", "2", "--set", "layers=[16, 6, 10]", "--set", "train=20",
            "--set", "validation=5", "--set", "test=7",
            "--set", "model=[PAL, FA]", "--set", $"data_folder={_folder["digits"]}", "--quiet", "--out", _folder["out"],
        ];
        Assert.Equal(ExitCodes.Success, (await Palactors.RunAsync(mnist)).Code);
        // As if one network were still to be run, on labels that have changed since.
        File.Delete(In("results.json"));
        File.Delete(Path.Combine(In("networks"), "FA-123456.json"));
        SealedFile.SetOrigin(_folder["out"], "PAL-123456.json", data: Other);

        Palactors.AssertRefused(await Palactors.RunAsync(mnist), "its mnist has SHA-256 0123456789ab", "that of now");
    }

    // One network has finished; the other has left snapshots and resumes.
    private async Task StopAsync()
    {
        string[] run =
        [
            "run", _experiment, "--set", "model=[PAL, long]", "--set", "models={long: {model: PAL, Tpres: 3000}}",
            "--seeds", "1", "--snapshot-every", "1000", "--out", _folder["out"],
        ];
        string finished = Path.Combine(In("networks"), "PAL-1.json");
        Invocation stopped = await Palactors.RunUntilAsync(() => File.Exists(finished) && Manifests().Length > 0, run);
        Assert.Equal(ExitCodes.Interrupted, stopped.Code);
    }

    private string[] Manifests()
    {
        string folder = Path.Combine(In("snapshots"), "network-1");
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "manifest-*.json") : [];
    }

    private string[] Builds()
    {
        using JsonDocument results = JsonDocument.Parse(File.ReadAllText(In("results.json")));
        JsonElement builds = results.RootElement.GetProperty("builds");
        return [.. builds.EnumerateArray().Select(build => build.GetProperty("hash").GetString()!)];
    }

    private Task<Invocation> RunAsync(params string[] more) =>
        Palactors.RunAsync(["run", _experiment, .. more, "--out", _folder["out"]]);

    private Task<Invocation> ResumeAsync(params string[] more) =>
        Palactors.RunAsync(["resume", _folder["out"], "--quiet", .. more]);

    private string In(string name) => Path.Combine(_folder["out"], name);

    [GeneratedRegex("^[a-z0-9]+(_[a-z0-9]+)*$")]
    private static partial Regex SnakeCase();
}
