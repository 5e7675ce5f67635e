using System.Diagnostics;

namespace PalActors.EndToEnd.Tests;

/// <summary>A process and its output while it runs.</summary>
internal sealed class RunningProcess
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
                Assert.Fail($"'{what}' was not said in time: {Text}");
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
