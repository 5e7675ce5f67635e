using System.Diagnostics;

namespace PalActors.EndToEnd.Tests;

/// <summary>A process and its output while it runs.</summary>
internal sealed class RunningProcess
{
    private readonly Lock _lock = new();
    private readonly List<string> _lines = [];
    private readonly Func<string> _account;
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Reads the output of a process.</summary>
    /// <param name="process">The process.</param>
    /// <param name="account">Gives what belongs into the report of a failure.</param>
    public RunningProcess(Process process, Func<string> account)
    {
        Process = process;
        _account = account;
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

    /// <summary>What the process was asked, whether it still runs, and what it said.</summary>
    public string Account => $"{string.Join(' ', Process.StartInfo.ArgumentList.Skip(1))} "
        + $"[{(Process.HasExited ? $"exit {Process.ExitCode}" : "running")}]:\n{Text}";

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

            Assert.False(Process.HasExited && Process.ExitCode != 0, $"exit before '{what}': {_account()}");
            try
            {
                await more.WaitAsync(stop);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"'{what}' was not said in time: {_account()}");
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
