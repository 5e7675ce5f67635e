using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace PalActors.EndToEnd.Tests;

/// <summary>
/// A seed node and two area nodes as separate processes: the digest is that of one process, also when an area node and
/// then the seed node are killed during the run.
/// </summary>
public sealed class ClusterTests : IDisposable
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(3);
    // Delays, so that delay lines are restored as well, and frames carry several ticks.
    private static readonly string[] s_run =
    [
        "run", "yin-yang", "--ticks", "400000", "--digest", "--quiet", "--set", "validation=100", "--set",
        "delay_up=20", "--set", "delay_down=20",
    ];
    private readonly TemporaryDirectory _folder = new();
    private readonly List<Process> _processes = [];
    private readonly string _port = FreePort();

    public void Dispose()
    {
        foreach (Process process in _processes)
        {
            if (!process.HasExited)
                process.Kill();
            process.Dispose();
        }

        _folder.Dispose();
    }

    [Fact]
    public async Task ARunSurvivesTheDeathOfANodeAndOfItsSeed()
    {
        PalactorsProcess.Result alone = await PalactorsProcess.RunAsync([.. s_run, "--out", _folder.File("alone")]);
        using CancellationTokenSource limit = new(s_limit);
        RunningProcess seed = Seed(), first = Node(), second = Node();
        await seed.SaysAsync("generation 1 goes on", limit.Token);
        await SnapshotAsync(limit.Token);
        first.Process.Kill();
        await seed.SaysAsync("generation 2 goes on", limit.Token);
        seed.Process.Kill();
        RunningProcess again = Seed(), third = Node();
        await again.SaysAsync("goes on from tick", limit.Token);
        Assert.Equal(0, await again.EndsAsync(limit.Token));
        Assert.Equal(Digest(alone.Output), Digest(again.Text));
        Assert.Equal(0, await second.EndsAsync(limit.Token));
        Assert.Equal(0, await third.EndsAsync(limit.Token));
        Assert.Equal(
            File.ReadAllText(_folder.File("alone/metrics.csv")), File.ReadAllText(_folder.File("run/metrics.csv")));
    }

    private async Task SnapshotAsync(CancellationToken stop)
    {
        string folder = _folder.File("run/snapshots/network-0");
        while (!Directory.Exists(folder) || Directory.GetFiles(folder, "manifest-*").Length == 0)
            await Task.Delay(50, stop);
    }

    private RunningProcess Seed() => Start(
        [
            .. s_run, "--out", _folder.File("run"), "--nodes", "2", "--no-seed-areas", "--snapshot-every", "1s",
            "--port", _port,
        ]);

    private RunningProcess Node() => Start(["node", "--join", $"127.0.0.1:{_port}", "--give-up-after", "2m"]);

    private RunningProcess Start(string[] arguments)
    {
        RunningProcess running = new(PalactorsProcess.Start(arguments));
        _processes.Add(running.Process);
        return running;
    }

    private static string Digest(string output) =>
        output.Split('\n').Last(line => line.StartsWith("digest ", StringComparison.Ordinal)).Trim();

    private static string FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture);
    }

    // The output of a process while it runs.
    private sealed class RunningProcess
    {
        private readonly Lock _lock = new();
        private readonly List<string> _lines = [];
        private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public RunningProcess(Process process)
        {
            Process = process;
            process.OutputDataReceived += (_, line) => Add(line.Data);
            process.ErrorDataReceived += (_, line) => Add(line.Data);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
        }

        public Process Process { get; }

        public string Text
        {
            get
            {
                lock (_lock)
                    return string.Join('\n', _lines);
            }
        }

        public async Task SaysAsync(string what, CancellationToken stop)
        {
            while (true)
            {
                Task more;
                lock (_lock)
                {
                    if (_lines.Any(line => line.Contains(what, StringComparison.Ordinal)))
                        return;
                    more = _more.Task;
                }

                Assert.False(Process.HasExited && Process.ExitCode != 0, $"exit before '{what}': {Text}");
                try
                {
                    await more.WaitAsync(stop);
                }
                catch (OperationCanceledException)
                {
                    Assert.Fail($"'{what}' was not said within {s_limit}: {Text}");
                }
            }
        }

        public async Task<int> EndsAsync(CancellationToken stop)
        {
            await Process.WaitForExitAsync(stop);
            return Process.ExitCode;
        }

        private void Add(string? line)
        {
            if (line is null)
                return;
            lock (_lock)
            {
                _lines.Add(line);
                _more.TrySetResult();
                _more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }
}
