using System.Security.Cryptography;
using System.Text;
using PalActors.Cli.Terminal;
using PalActors.Lab.Results;

namespace PalActors.Seed.Tests;

/// <summary>Rows of metrics.csv that were cut or changed between two runs are detected when the run resumes.</summary>
public sealed class MetricsSealTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string[] _run;

    public MetricsSealTests() => _run =
    [
        "run", _folder.Write("small.yaml", Palactors.Small), "--epochs", "4000", "--digest",
        "--snapshot-every", "20000", "--out",
    ];

    private string Metrics => Path.Combine(_folder["out"], "metrics.csv");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task RowsBeforeAllSnapshotsThatWereChangedAreRefusedUntilTheyArePutBack()
    {
        Dictionary<string, Func<string[], IEnumerable<string>>> changes = new()
        {
            ["cut"] = rows => rows.Take(20),
            ["a row taken out"] = rows => rows.Where((_, i) => i != 5),
            ["a value"] = rows => rows.Select((row, i) => i == 5 ? row[..row.LastIndexOf(',')] + ",0.125" : row),
            ["an epoch"] = rows =>
                rows.Select((row, i) => i == 1 ? row.Replace(",0,", ",7,", StringComparison.Ordinal) : row),
            ["two rows exchanged"] = rows => rows.Take(1).Append(rows[2]).Append(rows[1]).Concat(rows.Skip(3)),
            ["a row doubled"] = rows => rows.Take(3).Append(rows[2]).Concat(rows.Skip(3)),
            ["all rows gone"] = rows => rows.Take(1),
        };
        await StopAsync();
        string[] original = File.ReadAllLines(Metrics);
        foreach ((string what, Func<string[], IEnumerable<string>> change) in changes)
        {
            string[] changed = [.. change(original)];
            Assert.False(original.SequenceEqual(changed), what);
            WriteRows(changed);
            Palactors.AssertRefused(await ResumeAsync(), "metrics.csv was changed", "PAL seed 7", "put the file back");
        }

        WriteRows(original);
        Assert.Equal(ExitCodes.Success, (await ResumeAsync()).Code);
        await AssertAsWholeAsync();
    }

    [Fact]
    public async Task ARowAfterTheLastSnapshotButOneTakesTheRunBackToThat()
    {
        await StopAsync();
        long[] ticks = [.. Manifests().Select(TickOf).Order()];
        Assert.Equal(2, ticks.Length);
        string[] rows = File.ReadAllLines(Metrics);
        int between = Array.FindLastIndex(rows, row => long.Parse(row.Split(',')[2]) <= ticks[1]);
        Assert.True(long.Parse(rows[between].Split(',')[2]) > ticks[0], "A row lies between the two snapshots.");
        WriteRows(rows.Where((_, i) => i != between));

        Invocation resumed = await ResumeAsync();

        Assert.Equal(ExitCodes.Success, resumed.Code);
        Assert.Contains($"goes on from there, not from tick {ticks[1]}", resumed.Error, StringComparison.Ordinal);
        Assert.Equal(await AssertAsWholeAsync(), resumed.Lines[^1]);

        static long TickOf(string manifest) =>
            long.Parse(Path.GetFileNameWithoutExtension(manifest)["manifest-".Length..]);
    }

    [Fact]
    public async Task ChangedRowsOfAFinishedNetworkAreRefusedByTheNameOfItsFile()
    {
        string[] two = [.. _run[..2], "--seeds", "1,2", "--out", _folder["out"]];
        await Palactors.RunAsync(two);
        File.Delete(Path.Combine(_folder["out"], "results.json"));
        File.Delete(Path.Combine(_folder["out"], "networks", "PAL-2.json"));
        string[] rows = File.ReadAllLines(Metrics);
        int changed = Array.FindIndex(rows, row => row.StartsWith("1,", StringComparison.Ordinal));
        File.WriteAllLines(Metrics, rows.Where((_, i) => i != changed));

        Invocation refused = await Palactors.RunAsync(two);
        Palactors.AssertRefused(refused, "metrics.csv was changed", "PAL seed 1", "PAL-1.json", "run again");

        File.Delete(Path.Combine(_folder["out"], "networks", "PAL-1.json"));
        Assert.Equal(ExitCodes.Success, (await Palactors.RunAsync(two)).Code);
        Assert.Equal(rows.Order(StringComparer.Ordinal), File.ReadAllLines(Metrics).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task ARowBehindTheEndOfAFinishedNetworkIsRefused()
    {
        string[] two = [.. _run[..2], "--seeds", "1,2", "--out", _folder["out"]];
        await Palactors.RunAsync(two);
        string whole = File.ReadAllText(Metrics);
        File.AppendAllText(Metrics, "1,PAL,999999,9,,accuracy_validation,0.99\n");

        Palactors.AssertRefused(await Palactors.RunAsync(two), "metrics.csv was changed", "PAL seed 1");

        File.Delete(Path.Combine(_folder["out"], "results.json"));
        File.Delete(Path.Combine(_folder["out"], "networks", "PAL-2.json"));
        Palactors.AssertRefused(await Palactors.RunAsync(two), "metrics.csv was changed", "PAL seed 1");

        File.WriteAllText(Metrics, whole);
        Assert.Equal(ExitCodes.Success, (await Palactors.RunAsync(two)).Code);
    }

    [Theory]
    [InlineData("eta_bw: 0.5 ", "eta_bw: 0.51 ", "of another experiment")]
    [InlineData("seeds: [7] ", "seeds: [8] ", "of another experiment")]
    [InlineData("data_seed: ", "data_seed: 1", "on other data")]
    public async Task AnExperimentThatWasChangedBetweenSnapshotAndResumeIsRefused(string from, string to, string said)
    {
        await StopAsync();
        string path = Path.Combine(_folder["out"], "experiment.yaml"), text = File.ReadAllText(path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(from, to, StringComparison.Ordinal));
        Dictionary<string, long> before = Lengths();

        Palactors.AssertRefused(await ResumeAsync(), said);

        Assert.Equal(before, Lengths());
    }

    [Fact]
    public async Task AManifestUnderTheNameOfAnotherTickIsPassedOver()
    {
        await StopAsync();
        string[] manifests = [.. Manifests().Order(StringComparer.Ordinal)];
        File.Copy(manifests[0], manifests[1], overwrite: true);

        Invocation resumed = await ResumeAsync();

        Assert.Equal(ExitCodes.Success, resumed.Code);
        Assert.Contains($"'{manifests[1]}' cannot be used", resumed.Error, StringComparison.Ordinal);
        Assert.Equal(await AssertAsWholeAsync(), resumed.Lines[^1]);
    }

    [Fact]
    public async Task AFileOfAnEarlierVersionIsRefusedByName()
    {
        await StopAsync();
        string manifest = Manifests()[0];
        SealedFile.Change(manifest, content => content["version"] = 1);

        string[] parts = [Path.GetFileName(manifest), "version 1", "Valid is the palactors that wrote it"];
        Palactors.AssertRefused(await ResumeAsync(), parts);
    }

    [Fact]
    public async Task ADamagedGenerationFileBesideWholeSnapshotsIsNoObstacle()
    {
        await StopAsync();
        string path = Directory.GetFiles(_folder["out"], "generation.json", SearchOption.AllDirectories)[0];
        File.WriteAllText(path, "{}");

        Invocation resumed = await ResumeAsync();

        Assert.Equal(ExitCodes.Success, resumed.Code);
        Assert.Contains(path, resumed.Error, StringComparison.Ordinal);
        Assert.Equal(await AssertAsWholeAsync(), resumed.Lines[^1]);
    }

    [Fact]
    public void TheSealIsOfTheLinesAsTheyStandInTheFile()
    {
        MetricRow[] rows =
        [
            new MetricRow(7, "PAL", 10, 1, "", "accuracy", 0.5),
            new MetricRow(7, "PAL", 10, 1, "2", "angle", double.NaN),
            new MetricRow(7, "PAL", 20, 2, "1", "angle", 1e-300),
        ];
        string lines = "7,PAL,10,1,,accuracy,0.5\n7,PAL,10,1,2,angle,NaN\n";
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines)));

        Assert.Equal(new(2, hash), SealedRows.Of(rows, 19));
        Assert.Equal(3, SealedRows.Of(rows, 20).Rows);
    }

    private async Task StopAsync()
    {
        // There are two: an earlier snapshot and the one of the stop.
        Invocation run = await Palactors.RunUntilAsync(
            () => Directory.Exists(_folder["out"]) && Manifests().Length > 0, [.. _run, _folder["out"]]);
        Assert.Equal(ExitCodes.Interrupted, run.Code);
    }

    private void WriteRows(IEnumerable<string> rows) =>
        File.WriteAllText(Metrics, string.Concat(rows.Select(row => row + "\n")));

    // Asserts that metrics.csv is that of an uninterrupted run, and returns the digest line of that run.
    private async Task<string> AssertAsWholeAsync()
    {
        Invocation whole = await Palactors.RunAsync([.. _run, _folder["whole"]]);
        Assert.Equal(File.ReadAllText(Path.Combine(_folder["whole"], "metrics.csv")), File.ReadAllText(Metrics));
        return whole.Lines[^1];
    }

    private Dictionary<string, long> Lengths() => Directory
        .GetFiles(_folder["out"], "*", SearchOption.AllDirectories)
        .ToDictionary(path => path, path => new FileInfo(path).Length);

    private string[] Manifests() => Directory.GetFiles(_folder["out"], "manifest-*.json", SearchOption.AllDirectories);

    private Task<Invocation> ResumeAsync() => Palactors.RunAsync("resume", _folder["out"], "--digest", "--quiet");
}
