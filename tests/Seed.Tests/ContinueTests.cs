using PalActors.Cli;
using PalActors.Cli.Terminal;
using PalActors.Lab.Results;

namespace PalActors.Seed.Tests;

/// <summary>
/// A batch that was stopped or killed: finished networks are kept, the others are run again, and the outcome is that of
/// an uninterrupted run.
/// </summary>
public sealed class ContinueTests : IDisposable
{
    private static readonly string[] s_files =
        ["experiment.yaml", "metrics.csv", "results.json", "accuracy.png", "alignment.png"];
    private readonly TemporaryFolder _folder = new();
    private readonly string _experiment;

    public ContinueTests() => _experiment = _folder.Write(
        "small.yaml", Palactors.Small.Replace("seeds: [7]", "seeds: [1, 2, 3]", StringComparison.Ordinal));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task WhatAKilledRunHadFinishedIsKeptAndTheRestIsDone()
    {
        Invocation whole = await RunAsync("whole");
        Assert.Equal(["PAL-1.json", "PAL-2.json", "PAL-3.json"], Finished("whole"));

        // The state after a kill: two networks finished, the third in the middle of writing a row, no results yet.
        Copy("whole", "killed");
        File.Delete(In("killed", "networks/PAL-3.json"));
        File.Delete(In("killed", "results.json"));
        string[] rows = File.ReadAllLines(In("killed", "metrics.csv"));
        int last = Array.FindLastIndex(rows, row => row.StartsWith("3,", StringComparison.Ordinal));
        File.WriteAllText(
            In("killed", "metrics.csv"), string.Join('\n', [.. rows.Where((_, i) => i != last), rows[last][..7]]));
        Invocation rest = await RunAsync("killed");

        Assert.Equal(Digests(whole), Digests(rest));
        Assert.Equal(3, Digests(rest).Length);
        Assert.Equal(Rows("whole"), Rows("killed"));
        Assert.Contains("2 of them were finished before", rest.Output, StringComparison.Ordinal);
        Assert.All(s_files, file => Assert.True(File.Exists(In("killed", file)), file));
        Assert.Contains(
            "\"completed\": true", File.ReadAllText(In("killed", "results.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARunThatWasStoppedSaysHowToGoOnAndGoesOn()
    {
        Invocation whole = await RunAsync("whole");
        using CancellationTokenSource stopped = new();
        await stopped.CancelAsync();
        Invocation first = await Palactors.RunAsync(
            stopped.Token, "run", _experiment, "--digest", "--out", _folder["stopped"]);
        Assert.Equal(ExitCodes.Interrupted, first.Code);
        Assert.Contains(
            $"The same command with --out {_folder["stopped"]} goes on.", first.Output, StringComparison.Ordinal);
        Invocation rest = await RunAsync("stopped");
        Assert.Equal(Digests(whole), Digests(rest));
        Assert.Equal(Rows("whole"), Rows("stopped"));
    }

    [Fact]
    public async Task ARunStoppedAfterItsFirstNetworkGoesOnWithTheOthers()
    {
        // The other networks take hundreds of times as long as the first, so they are running or still to come when it
        // has finished.
        string file = _folder.Write(
            "long.yaml",
            File.ReadAllText(_experiment) + "  long: {model: PAL, Tpres: 800}\n  longer: {model: PAL, Tpres: 900}\n");
        string[] run = ["run", file, "--digest", "--seeds", "1", "--set", "model=[PAL, long, longer]", "--out"];
        Invocation whole = await Palactors.RunAsync([.. run, _folder["whole"]]);
        using CancellationTokenSource stop = new();
        using StopAtLine output = new("PAL seed 1  finished", stop);

        int code = await CommandLine.InvokeAsync(
            [.. run, _folder["stopped"]], CellModels.All, output, TextWriter.Null, stop.Token);

        Assert.Equal(ExitCodes.Interrupted, code);
        Assert.Equal(["PAL-1.h5", "PAL-1.json"], Finished("stopped"));
        Assert.Contains(
            "\"completed\": false", File.ReadAllText(In("stopped", "results.json")), StringComparison.Ordinal);
        Invocation rest = await Palactors.RunAsync([.. run, _folder["stopped"]]);
        Assert.Equal(ExitCodes.Success, rest.Code);
        Assert.Contains("1 of them were finished before", rest.Output, StringComparison.Ordinal);
        Assert.Equal(3, Digests(rest).Length);
        Assert.Equal(Digests(whole), Digests(rest));
        Assert.Equal(Rows("whole"), Rows("stopped"));
        Assert.DoesNotContain(
            "\"completed\": false", File.ReadAllText(In("stopped", "results.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ResultsOfAStoppedRunDoNotPassForThoseOfTheWhole()
    {
        // Stopped, resumed, and killed between the last network and the results: the results on disk are those of the
        // first time.
        await RunAsync("whole");
        string stale = File.ReadAllText(In("whole", "results.json"))
            .Replace("\"completed\": true", "\"completed\": false", StringComparison.Ordinal);
        Copy("whole", "killed");
        File.WriteAllText(In("killed", "results.json"), stale);
        File.Delete(In("killed", "networks/PAL-3.json"));
        string blocked = In("killed", "networks/PAL-3.json.part");
        Directory.CreateDirectory(blocked);
        Invocation broken = await RunAsync("killed");
        Assert.Equal(ExitCodes.Failed, broken.Code);
        Assert.DoesNotContain(
            "\"completed\": false", File.ReadAllText(In("killed", "results.json")), StringComparison.Ordinal);
        Directory.Delete(blocked);
        Assert.Equal(ExitCodes.Success, (await RunAsync("killed")).Code);
        Assert.DoesNotContain(
            "\"completed\": false", File.ReadAllText(In("killed", "results.json")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoRunsDoNotShareAFolder()
    {
        await RunAsync("whole");
        File.Delete(In("whole", "results.json"));
        byte[] metrics = File.ReadAllBytes(In("whole", "metrics.csv"));
        using (FolderLock.Take(_folder["whole"]))
        {
            Palactors.AssertRefused(await RunAsync("whole"), "another run is writing");
            Palactors.AssertRefused(
                await Palactors.RunAsync("run", _experiment, "--fresh", "--out", _folder["whole"]),
                "another run is writing");
            Assert.Equal(metrics, File.ReadAllBytes(In("whole", "metrics.csv")));
        }

        // The lock file that a kill leaves does not block a run.
        File.WriteAllText(In("whole", Path.Combine("networks", FolderLock.Name)), "");
        Assert.Equal(ExitCodes.Success, (await RunAsync("whole")).Code);
        Assert.Equal(["PAL-1.json", "PAL-2.json", "PAL-3.json"], Finished("whole"));
    }

    [Fact]
    public async Task FreshRemovesOnlyWhatIsOfARun()
    {
        // There is no run here: the folder called networks is the user's.
        Directory.CreateDirectory(In("own", "networks"));
        File.WriteAllText(In("own", "networks/PAL-1.json"), "mine");
        Palactors.AssertRefused(
            await Palactors.RunAsync("run", _experiment, "--fresh", "--out", _folder["own"]), "already holds networks");
        File.WriteAllText(In("own", "metrics.csv"), "time,weight\n");
        Palactors.AssertRefused(
            await Palactors.RunAsync("run", _experiment, "--fresh", "--out", _folder["own"]),
            "already holds metrics.csv");
        Assert.Equal("mine", File.ReadAllText(In("own", "networks/PAL-1.json")));

        // There is a run here, with a file of the user's in its folders.
        await RunAsync("whole");
        File.WriteAllText(In("whole", "networks/notes.txt"), "mine");
        RunRemoval.Remove(_folder["whole"]);
        Assert.Equal(
            [In("whole", "networks/notes.txt")],
            Directory.GetFiles(_folder["whole"], "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task AKillWhileTheFolderWasClaimedHoldsNobodyUp()
    {
        Directory.CreateDirectory(_folder["begun"]);
        Directory.CreateDirectory(In("begun", "networks"));
        File.WriteAllText(In("begun", Path.Combine("networks", FolderLock.Name)), "");
        File.WriteAllText(In("begun", "metrics.csv"), "");
        File.WriteAllText(In("begun", "experiment.yaml.part"), "descr");
        Assert.Equal(ExitCodes.Success, (await RunAsync("begun")).Code);
        Assert.False(File.Exists(In("begun", "experiment.yaml.part")));
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
    public async Task OfACompleteRunTheResultIsShownAgain()
    {
        Invocation whole = await RunAsync("whole");
        Dictionary<string, string> before = Contents("whole");
        string[] nodes = ["--nodes", "2", "--port", "0"];
        Invocation again = await RunAsync("whole");
        Invocation resumed = await Palactors.RunAsync("resume", _folder["whole"], "--digest");
        string[] run = ["run", _experiment, "--digest", "--out", _folder["whole"]];
        // Stopped at once, so that it waits for no node.
        CancellationToken stopped = new(canceled: true);
        Invocation clustered = await Palactors.RunAsync(stopped, [.. run, .. nodes]);
        Invocation joined = await Palactors.RunAsync(stopped, ["resume", _folder["whole"], "--digest", .. nodes]);
        foreach (Invocation shown in (Invocation[])[again, resumed, clustered, joined])
        {
            Assert.Equal(ExitCodes.Success, shown.Code);
            Assert.Equal($"small: the run in {_folder["whole"]} is complete; this is its result.", shown.Lines[0]);
            Assert.Equal(Result(whole), Result(shown));
            Assert.Equal(Digests(whole), Digests(shown));
        }

        Invocation quiet = await Palactors.RunAsync("resume", _folder["whole"], "--quiet");
        Assert.DoesNotContain("is complete", quiet.Output, StringComparison.Ordinal);
        Assert.Equal(Result(whole), Result(quiet));
        Assert.Equal(before, Contents("whole"));

        // The table with its meaning.
        static IEnumerable<string> Result(Invocation run) => run.Lines
            .SkipWhile(line => !line.Contains("last epoch", StringComparison.Ordinal))
            .TakeWhile(line => !line.StartsWith("In ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AnExperimentThatWasChangedInTheFolderIsNotResumed()
    {
        await RunAsync("whole");
        File.Delete(In("whole", "results.json"));
        string original = File.ReadAllText(In("whole", "experiment.yaml"));
        string changed = original.Replace("eta_bw: 0.5", "eta_bw: 0.25", StringComparison.Ordinal);
        File.WriteAllText(In("whole", "experiment.yaml"), changed);
        Invocation resumed = await Palactors.RunAsync("resume", _folder["whole"]);
        Palactors.AssertRefused(resumed, "PAL-1.json is of another experiment");

        // A comment changes nothing.
        File.WriteAllText(In("whole", "experiment.yaml"), original + "# mine\n");
        Assert.Equal(ExitCodes.Success, (await Palactors.RunAsync("resume", _folder["whole"])).Code);
    }

    [Fact]
    public async Task TheNameOfAnExperimentStaysWithItsFolder()
    {
        await RunAsync("whole");
        File.Delete(In("whole", "results.json"));
        Assert.Equal(ExitCodes.Success, (await Palactors.RunAsync("resume", _folder["whole"])).Code);
        AssertIsSmall("whole");
        string experiment = In("whole", "experiment.yaml");
        Invocation repeated = await Palactors.RunAsync("run", experiment, "--out", _folder["repeated"]);
        Assert.StartsWith("small: ", repeated.Output, StringComparison.Ordinal);
        AssertIsSmall("repeated");

        // A folder of an earlier version has no name in it: it resumes under the name of its file.
        IEnumerable<string> lines =
            File.ReadAllLines(experiment).Where(line => !line.StartsWith("name:", StringComparison.Ordinal));
        File.WriteAllText(experiment, string.Join('\n', lines) + "\n");
        File.Delete(In("whole", "results.json"));
        Assert.Equal(ExitCodes.Success, (await Palactors.RunAsync("resume", _folder["whole"])).Code);
        File.Delete(In("whole", "results.json"));
        Assert.Equal(ExitCodes.Success, (await RunAsync("whole")).Code);

        void AssertIsSmall(string folder) => Assert.Contains(
            "\"experiment\": \"small\"", File.ReadAllText(In(folder, "results.json")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("'  '")]
    [InlineData("a/b")]
    [InlineData("..")]
    [InlineData("[a]")]
    [InlineData("\"a\\nb\"")]
    public async Task ANameThatCannotBePartOfAFolderIsRefused(string name)
    {
        string[] run = ["run", _experiment, "--set", $"name={name}", "--out", _folder["x"]];
        Palactors.AssertRefused(await Palactors.RunAsync(run), "name");
    }

    [Fact]
    public async Task ACompleteRunAndAnotherExperimentAreNotTouchedUnlessToldTo()
    {
        await RunAsync("whole");
        byte[] metrics = File.ReadAllBytes(In("whole", "metrics.csv"));
        File.WriteAllText(In("whole", "notes.txt"), "mine");
        Palactors.AssertRefused(
            await Palactors.RunAsync("run", _experiment, "--epochs", "3", "--out", _folder["whole"]),
            "another experiment",
            "--fresh");
        Assert.Equal(metrics, File.ReadAllBytes(In("whole", "metrics.csv")));

        Invocation fresh = await Palactors.RunAsync(
            "run", _experiment, "--epochs", "3", "--fresh", "--out", _folder["whole"]);
        Assert.Equal(ExitCodes.Success, fresh.Code);
        Assert.NotEqual(metrics.Length, File.ReadAllBytes(In("whole", "metrics.csv")).Length);
        Assert.Equal("mine", File.ReadAllText(In("whole", "notes.txt")));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("null")]
    public async Task ADamagedNoteIsNamed(string text)
    {
        await RunAsync("whole");
        File.WriteAllText(In("whole", "networks/PAL-2.json"), text);
        Palactors.AssertRefused(
            await Palactors.RunAsync("run", _experiment, "--out", _folder["whole"]), "PAL-2.json", "delete it");
    }

    [Fact]
    public async Task ANoteOfTheFirstVersionIsRefusedByItsVersion()
    {
        await RunAsync("whole");
        const string earlier =
            """{"Tick":1900,"Completed":true,"Figures":{"Frames":9,"Staleness":[]},"Digest":"0","Seconds":1}""";
        File.WriteAllText(In("whole", "networks/PAL-2.json"), earlier);
        Invocation again = await Palactors.RunAsync("run", _experiment, "--out", _folder["whole"]);
        Palactors.AssertRefused(again, "PAL-2.json", "It is of version 1", "the palactors that wrote it");
    }

    private Task<Invocation> RunAsync(string folder) =>
        Palactors.RunAsync("run", _experiment, "--digest", "--out", _folder[folder]);

    private string In(string folder, string file) => Path.Combine(_folder[folder], file);

    private Dictionary<string, string> Contents(string folder) => Directory
        .GetFiles(_folder[folder], "*", SearchOption.AllDirectories)
        .ToDictionary(path => path, path => Convert.ToHexString(File.ReadAllBytes(path)));

    private string[] Finished(string folder) =>
        [.. Directory.GetFiles(In(folder, "networks")).Select(Path.GetFileName).Order(StringComparer.Ordinal)!];

    private string[] Rows(string folder) =>
        [.. File.ReadAllLines(In(folder, "metrics.csv")).Order(StringComparer.Ordinal)];

    private static string[] Digests(Invocation result) =>
        [.. result.Lines.Where(line => line.StartsWith("digest ", StringComparison.Ordinal))];

    private void Copy(string from, string to)
    {
        Directory.CreateDirectory(In(to, "networks"));
        foreach (string file in Directory.GetFiles(_folder[from], "*", SearchOption.AllDirectories))
            File.Copy(file, In(to, Path.GetRelativePath(_folder[from], file)));
    }
}
