using System.Diagnostics;
using System.Globalization;
using PalActors.TestKit;

namespace PalActors.EndToEnd.Tests;

/// <summary>A seed node and area nodes as processes on loopback, with a folder of their own.</summary>
/// <param name="program">The program's assembly.</param>
/// <param name="run">Arguments of the run.</param>
internal sealed class ClusterLab(string program, params string[] run) : IDisposable
{
    private readonly TemporaryDirectory _folder = new();
    private readonly List<RunningProcess> _processes = [];
    private readonly string _port = FreePort.Find().ToString(CultureInfo.InvariantCulture);

    /// <summary>Time that a test may take.</summary>
    public static TimeSpan Limit { get; } = TimeSpan.FromMinutes(3);

    public void Dispose()
    {
        foreach (RunningProcess running in _processes)
        {
            if (!running.Process.HasExited)
                running.Process.Kill();
            running.Process.Dispose();
        }

        _folder.Dispose();
    }

    /// <summary>Path of a file in the folder.</summary>
    public string File(string name) => _folder.File(name);

    /// <summary>Last digest that a process printed.</summary>
    public static string Digest(string output) =>
        output.Split('\n').Last(line => line.StartsWith("digest ", StringComparison.Ordinal)).Trim();

    /// <summary>Runs it in one process, into the folder <c>alone</c>.</summary>
    public async Task<PalactorsProcess.Result> AloneAsync()
    {
        using Process process = PalactorsProcess.Start(program, [.. run, "--out", File("alone")]);
        return await PalactorsProcess.EndAsync(process);
    }

    /// <summary>Starts the seed node of a run into the folder <c>run</c>, all areas on two area nodes.</summary>
    public RunningProcess Seed() => Seed(2, []);

    /// <summary>Starts the seed node of a run, all areas on so many area nodes, with further options.</summary>
    public RunningProcess Seed(int nodes, string[] options) => Start(
        [
            .. run, "--out", File("run"), "--nodes", nodes.ToString(CultureInfo.InvariantCulture), "--no-seed-areas",
            "--snapshot-every", "1s", "--port", _port, .. options,
        ]);

    /// <summary>Starts an area node, with further options.</summary>
    public RunningProcess Node(params string[] options) =>
        Start(["node", "--join", $"127.0.0.1:{_port}", "--give-up-after", "2m", .. options]);

    /// <summary>Starts the program with other arguments.</summary>
    public RunningProcess Start(string[] arguments)
    {
        RunningProcess running = new(PalactorsProcess.Start(program, arguments), AllText);
        _processes.Add(running);
        return running;
    }

    // Why one process waits is often said by another.
    private string AllText() => string.Join("\n\n", _processes.Select(running => running.Account));

    /// <summary>Waits for a snapshot in the folder <c>run</c>.</summary>
    public async Task SnapshotAsync(CancellationToken stop)
    {
        string folder = File("run/snapshots/network-0");
        while (!Directory.Exists(folder) || Directory.GetFiles(folder, "manifest-*").Length == 0)
            await Task.Delay(50, stop);
    }

    /// <summary>Asserts that kill -9 of a node, then of all processes, changes no bit of what a run leaves.</summary>
    /// <remarks>The run goes over three processes, and is resumed in one.</remarks>
    public async Task AssertSurvivesKillsAsync()
    {
        PalactorsProcess.Result alone = await AloneAsync();
        Assert.Equal((0, ""), (alone.ExitCode, alone.Error));
        using CancellationTokenSource limit = new(Limit);
        RunningProcess seed = Seed(), first = Node(), second = Node();
        await seed.SaysAsync("generation 1 goes on", limit.Token);
        await SnapshotAsync(limit.Token);
        first.Process.Kill();
        await seed.SaysAsync("generation 2 goes on", limit.Token);
        seed.Process.Kill();
        second.Process.Kill();
        RunningProcess again = Start(["resume", File("run"), "--digest", "--quiet"]);
        Assert.Equal(0, await again.EndsAsync(limit.Token));

        Assert.Equal(Digest(alone.Output), Digest(again.Text));
        foreach (string file in (string[])["metrics.csv", "recording.h5"])
            Assert.Equal(Bytes($"alone/{file}"), Bytes($"run/{file}"));

        byte[] Bytes(string file) => System.IO.File.ReadAllBytes(File(file));
    }
}
