using PalActors.Cli;
using PalActors.Cli.Terminal;
using PalActors.Lab.Experiments;

namespace PalActors.Seed.Tests;

/// <summary>Keys of how a run computes: they hold for the run, and may change when it goes on.</summary>
public sealed class ExecutionKeyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _experiment;

    public ExecutionKeyTests() => _experiment = _folder.Write("small.yaml", Palactors.Small);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("pace=-1", "pace is '-1'; valid is a finite number, 0 or more")]
    [InlineData("real_time=x", "real_time is 'x'")]
    [InlineData("models.no-feedback.pace=1", "models.no-feedback: pace is of the whole run, not of a model")]
    [InlineData("models.no-feedback.placement=[[1, 2]]", "placement is of the whole run")]
    public async Task MistakesAreNamed(string setting, string problem) =>
        Palactors.AssertRefused(await RunAsync("--set", setting), problem);

    [Fact]
    public async Task TwoPacesAtOnceAreRefused()
    {
        Palactors.AssertRefused(
            await RunAsync("--set", "pace=3", "--set", "real_time=2"),
            "real_time is 2 and pace 3; valid is one of them");
        Palactors.AssertRefused(
            await RunAsync(
                "--set", "model=[PAL, no-feedback]", "--set", "models.no-feedback.dt=0.005", "--set", "real_time=2"),
            "real_time is 2, and the selected models have steps dt of 0.01 and 0.005 ms");
    }

    [Theory]
    [InlineData("real_time=0.5", "dt=0.005", 100_000)]
    [InlineData("real_time=0.5", "dt=0.01", 50_000)]
    [InlineData("pace=70", "dt=0.01", 70)]
    [InlineData("pace=0", "dt=0.01", 0)]
    public void TheyGiveThePaceOfARun(string setting, string step, double pace)
    {
        Experiment read = ExperimentReader.Read(
            CellModels.All, _experiment, [Override.Parse("--set", setting), Override.Parse("--set", step)]);
        Assert.Equal(pace, ExecutionTable.Bind(read).Pace);
        string[] key = setting.Split('=');
        Assert.Contains($"\n{key[0]}: {key[1]} ", ExperimentWriter.Write(read), StringComparison.Ordinal);
        Assert.DoesNotContain(NetworkPlans.Of(read)[0].Options, option => option.Name == key[0]);
    }

    [Fact]
    public async Task ARunGoesOnAtAnotherPaceWindowAndPlacement()
    {
        string[] run = ["run", _experiment, "--digest", "--set", "train=300", "--set", "delay_up=9"];
        Invocation whole = await Palactors.RunAsync([.. run, "--out", _folder["whole"]]);
        await StopAsync(run, "resumed");
        await StopAsync(run, "repeated");

        string[] resume = ["resume", _folder["resumed"], "--digest", "--window", "3"];
        Invocation resumed = await Palactors.RunAsync([.. resume, "--set", "pace=0", "--set", "placement=[[1], [2]]"]);
        Assert.True(resumed.Code == ExitCodes.Success, resumed.Error);
        Assert.Contains("goes on from a snapshot", resumed.Output, StringComparison.Ordinal);
        Invocation repeated = await Palactors.RunAsync(
            [.. run, "--out", _folder["repeated"], "--set", "real_time=50", "--window", "2", "--placement", "1,2"]);
        Assert.True(repeated.Code == ExitCodes.Success, repeated.Error);
        Assert.Contains("goes on from a snapshot", repeated.Output, StringComparison.Ordinal);

        Assert.Equal(Digest(whole), Digest(resumed));
        Assert.Equal(Digest(whole), Digest(repeated));
        Assert.Equal(Rows("whole"), Rows("resumed"));
        Assert.Equal(Rows("whole"), Rows("repeated"));
        // Complete, it is shown again, whatever the pace.
        Invocation shown = await Palactors.RunAsync([.. run, "--out", _folder["whole"], "--set", "pace=1"]);
        Assert.Contains("is complete", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ARunDoesNotGoOnWithOtherResults()
    {
        string[] run = ["run", _experiment, "--set", "train=300"];
        await StopAsync(run, "stopped");
        Palactors.AssertRefused(
            await Palactors.RunAsync([.. run, "--set", "eta_fw=1", "--out", _folder["stopped"]]), "another experiment");
        Palactors.AssertRefused(
            await Palactors.RunAsync("resume", _folder["stopped"], "--set", "eta_fw=1"),
            "--set: eta_fw cannot change when a run goes on; valid is one of placement, keep_weights, pace, "
            + "real_time");
        Palactors.AssertRefused(
            await Palactors.RunAsync("resume", _folder["stopped"], "--set", "pace=-1"), "--set: pace is '-1'");
        Palactors.AssertRefused(
            await Palactors.RunAsync("resume", _folder["stopped"], "--set", "pace"), "'pace' is not key=value");
    }

    [Fact]
    public async Task ASweepHasOnePace()
    {
        string[] sweep = ["sweep", _experiment, "--ticks", "40", "--out", _folder["sweep"]];
        Palactors.AssertRefused(
            await Palactors.RunAsync([.. sweep, "--over", "pace=100,200"]),
            "the pace is 200 ticks/s, and that of the first point 100", "At the point pace=200");
        long begun = Environment.TickCount64;
        Invocation swept = await Palactors.RunAsync([.. sweep, "--over", "eta_bw=0.1,0.2", "--set", "pace=100"]);
        Assert.True(swept.Code == ExitCodes.Success, swept.Error);
        Assert.True(Environment.TickCount64 - begun >= 390);
        // The same sweep, whatever the pace.
        Invocation again = await Palactors.RunAsync([.. sweep, "--over", "eta_bw=0.1,0.2"]);
        Assert.Contains("2 of them were done before", again.Output, StringComparison.Ordinal);
    }

    private async Task StopAsync(string[] run, string folder)
    {
        using CancellationTokenSource stop = new();
        using StopAtLine output = new("PAL seed 7  epoch", stop);
        string[] paced = [.. run, "--set", "pace=20000", "--snapshot-every", "1000", "--out", _folder[folder]];
        int code = await CommandLine.InvokeAsync(paced, CellModels.All, output, TextWriter.Null, stop.Token);
        Assert.Equal(ExitCodes.Interrupted, code);
    }

    private Task<Invocation> RunAsync(params string[] settings) =>
        Palactors.RunAsync(["run", _experiment, .. settings, "--out", _folder["no"]]);

    private string Rows(string folder) => File.ReadAllText(Path.Combine(_folder[folder], "metrics.csv"));

    private static string Digest(Invocation run) =>
        Assert.Single(run.Lines, line => line.StartsWith("digest ", StringComparison.Ordinal));
}
