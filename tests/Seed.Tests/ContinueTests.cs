namespace PalActors.Seed.Tests;

/// <summary>A batch that was stopped or killed: what has finished is kept, the rest is done again, and the outcome is that of an uninterrupted run.</summary>
public sealed class ContinueTests : IDisposable
{
    private static readonly string[] s_files = ["experiment.yaml", "metrics.csv", "results.json", "accuracy.png", "alignment.png"];
    private readonly TemporaryFolder _folder = new();
    private readonly string _experiment;

    public ContinueTests() => _experiment = _folder.Write("small.yaml", Palactors.Small.Replace("seeds: [7]", "seeds: [1, 2, 3]", StringComparison.Ordinal));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task WhatAKilledRunHadFinishedIsKeptAndTheRestIsDone()
    {
        Invocation whole = await RunAsync("whole");
        Assert.Equal(["PAL-1.json", "PAL-2.json", "PAL-3.json"], Finished("whole"));

        // As a kill leaves it: two networks finished, the third in the middle of writing a row, no results yet.
        Copy("whole", "killed");
        File.Delete(In("killed", "networks/PAL-3.json"));
        File.Delete(In("killed", "results.json"));
        string[] rows = File.ReadAllLines(In("killed", "metrics.csv"));
        int last = Array.FindLastIndex(rows, row => row.StartsWith("3,", StringComparison.Ordinal));
        File.WriteAllText(In("killed", "metrics.csv"), string.Join('\n', [.. rows.Where((_, i) => i != last), rows[last][..7]]));
        Invocation rest = await RunAsync("killed");

        Assert.Equal(Digests(whole), Digests(rest));
        Assert.Equal(3, Digests(rest).Length);
        Assert.Equal(Rows("whole"), Rows("killed"));
        Assert.Contains("2 of them were finished before", rest.Output, StringComparison.Ordinal);
        Assert.All(s_files, file => Assert.True(File.Exists(In("killed", file)), file));
        Assert.Contains("\"completed\": true", File.ReadAllText(In("killed", "results.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARunThatWasStoppedSaysHowToGoOnAndGoesOn()
    {
        Invocation whole = await RunAsync("whole");
        using CancellationTokenSource stopped = new();
        await stopped.CancelAsync();
        Invocation first = await Palactors.RunAsync(stopped.Token, "run", _experiment, "--digest", "--out", _folder["stopped"]);
        Assert.Equal(ExitCodes.Interrupted, first.Code);
        Assert.Contains($"The same command with --out {_folder["stopped"]} does the networks that are missing.", first.Output, StringComparison.Ordinal);
        Invocation rest = await RunAsync("stopped");
        Assert.Equal(Digests(whole), Digests(rest));
        Assert.Equal(Rows("whole"), Rows("stopped"));
    }

    [Fact]
    public async Task AllFinishedButNoResultsWritesThem()
    {
        Invocation whole = await RunAsync("whole");
        File.Delete(In("whole", "results.json"));
        Invocation again = await RunAsync("whole");
        Assert.Equal(Digests(whole), Digests(again));
        Assert.True(File.Exists(In("whole", "results.json")));
    }

    [Fact]
    public async Task ACompleteRunAndAnotherExperimentAreNotTouchedUnlessToldTo()
    {
        await RunAsync("whole");
        byte[] metrics = File.ReadAllBytes(In("whole", "metrics.csv"));
        File.WriteAllText(In("whole", "notes.txt"), "mine");
        Palactors.AssertRefused(await Palactors.RunAsync("run", _experiment, "--out", _folder["whole"]), "already holds this run, complete", "--fresh");
        Palactors.AssertRefused(await Palactors.RunAsync("run", _experiment, "--epochs", "3", "--out", _folder["whole"]), "another experiment", "--fresh");
        Assert.Equal(metrics, File.ReadAllBytes(In("whole", "metrics.csv")));

        Invocation fresh = await Palactors.RunAsync("run", _experiment, "--epochs", "3", "--fresh", "--out", _folder["whole"]);
        Assert.Equal(ExitCodes.Success, fresh.Code);
        Assert.NotEqual(metrics.Length, File.ReadAllBytes(In("whole", "metrics.csv")).Length);
        Assert.Equal("mine", File.ReadAllText(In("whole", "notes.txt")));
    }

    [Fact]
    public async Task TwoRunsDoNotShareAFolder()
    {
        await RunAsync("whole");
        File.Delete(In("whole", "results.json"));
        using (Results.FolderLock.Take(_folder["whole"]))
            Palactors.AssertRefused(await Palactors.RunAsync("run", _experiment, "--out", _folder["whole"]), "another run is writing");
        Assert.Equal(ExitCodes.Success, (await RunAsync("whole")).Code);
        Assert.Equal(["PAL-1.json", "PAL-2.json", "PAL-3.json"], Finished("whole"));
    }

    [Fact]
    public async Task ADamagedNoteIsNamed()
    {
        await RunAsync("whole");
        File.WriteAllText(In("whole", "networks/PAL-2.json"), "{");
        Palactors.AssertRefused(await Palactors.RunAsync("run", _experiment, "--out", _folder["whole"]), "PAL-2.json", "delete it");
    }

    private Task<Invocation> RunAsync(string folder) => Palactors.RunAsync("run", _experiment, "--digest", "--out", _folder[folder]);

    private string In(string folder, string file) => Path.Combine(_folder[folder], file);

    private string[] Finished(string folder) => [.. Directory.GetFiles(In(folder, "networks")).Select(Path.GetFileName).Order(StringComparer.Ordinal)!];

    private string[] Rows(string folder) => [.. File.ReadAllLines(In(folder, "metrics.csv")).Order(StringComparer.Ordinal)];

    private static string[] Digests(Invocation result) => [.. result.Lines.Where(line => line.StartsWith("digest ", StringComparison.Ordinal))];

    private void Copy(string from, string to)
    {
        Directory.CreateDirectory(In(to, "networks"));
        foreach (string file in Directory.GetFiles(_folder[from], "*", SearchOption.AllDirectories))
            File.Copy(file, In(to, Path.GetRelativePath(_folder[from], file)));
    }
}
