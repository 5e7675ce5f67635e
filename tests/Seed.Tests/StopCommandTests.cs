using PalActors.Cli.Terminal;
using PalActors.Lab.Results;

namespace PalActors.Seed.Tests;

/// <summary><c>palactors stop</c> ends a run of another process as Ctrl+C would, and what was begun goes on.</summary>
public sealed class StopCommandTests : IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder _folder = new();
    private readonly string _experiment;

    public StopCommandTests() => _experiment = _folder.Write("small.yaml", Palactors.Small);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ItStopsARunThatGoesOnLaterWithTheSameResult()
    {
        string folder = _folder["stopped"];
        Invocation whole = await Palactors.RunAsync("run", _experiment, "--digest", "--out", _folder["whole"]);
        // At this pace it would take many minutes.
        Task<Invocation> run = Palactors.RunAsync("run", _experiment, "--set", "pace=2", "--out", folder);
        await RunningAsync(folder);

        Invocation stop = await Palactors.RunAsync("stop", folder).WaitAsync(s_limit);

        Assert.Equal((0, ""), (stop.Code, stop.Error));
        Assert.Equal($"The run in {folder} has ended.", stop.Output.Trim());
        Assert.Equal(ExitCodes.Interrupted, (await run).Code);
        Assert.False(File.Exists(Path.Combine(folder, RunFiles.Stop)));
        Invocation rest = await Palactors.RunAsync("run", _experiment, "--digest", "--out", folder);
        Assert.Equal(0, rest.Code);
        Assert.Equal(Digest(whole), Digest(rest));
    }

    [Fact]
    public async Task ARequestThatIsLeftFromBeforeStopsNothing()
    {
        Directory.CreateDirectory(_folder["run"]);
        StopRequest.Make(_folder["run"]);
        Invocation run = await Palactors.RunAsync("run", _experiment, "--digest", "--out", _folder["run"]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.False(File.Exists(Path.Combine(_folder["run"], RunFiles.Stop)));
    }

    [Fact]
    public async Task OnlyARunThatIsGoingOnCanBeStopped()
    {
        Palactors.AssertRefused(await Palactors.RunAsync("stop", _folder["none"]), "which holds no run");
        await Palactors.RunAsync("run", _experiment, "--out", _folder["run"]);
        Palactors.AssertRefused(await Palactors.RunAsync("stop", _folder["run"]), "where no run is going on");
    }

    private static string Digest(Invocation run) =>
        run.Output.Split('\n').Last(line => line.StartsWith("digest ", StringComparison.Ordinal));

    private static async Task RunningAsync(string folder)
    {
        using CancellationTokenSource limit = new(s_limit);
        while (!Directory.Exists(folder) || !RunRemoval.IsRun(folder) || !FolderLock.IsHeld(folder))
            await Task.Delay(10, limit.Token);
    }
}
