using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace PalActors.Browser;

/// <summary>A process of the program that serves pages.</summary>
internal sealed partial class ServingProgram : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _said = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServingProgram(Process process) => _process = process;

    /// <summary>Address of its pages.</summary>
    public Uri Address => _address.Task.Result;

    /// <summary>Number of the process.</summary>
    public int Id => _process.Id;

    /// <summary>What it has said, output and errors.</summary>
    public string Said
    {
        get
        {
            lock (_said)
                return _said.ToString();
        }
    }

    /// <summary>Starts it.</summary>
    public static ServingProgram Begin(params string[] arguments)
    {
        ServingProgram program = new(Start(arguments));
        program.Listen();
        return program;
    }

    /// <summary>Starts it and waits until it says where its pages are.</summary>
    public static async Task<ServingProgram> StartAsync(params string[] arguments)
    {
        ServingProgram program = Begin(arguments);
        await program._address.Task.WaitAsync(TimeSpan.FromMinutes(3));
        return program;
    }

    /// <summary>Runs it to its end.</summary>
    public static async Task<string> RunAsync(params string[] arguments)
    {
        await using ServingProgram program = Begin(arguments);
        await program.EndAsync();
        return program._process.ExitCode == 0
            ? program.Said
            : throw new InvalidOperationException($"exit code {program._process.ExitCode}: {program.Said}");
    }

    /// <summary>Waits until something is so that it does.</summary>
    public async Task UntilAsync(Func<bool> isSo)
    {
        using CancellationTokenSource patience = new(TimeSpan.FromMinutes(3));
        while (!isSo())
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"It has ended: {Said}");
            await Task.Delay(50, patience.Token);
        }
    }

    /// <summary>Kills it, as a power failure would.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndAsync()
    {
        using CancellationTokenSource patience = new(TimeSpan.FromMinutes(4));
        await _process.WaitForExitAsync(patience.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static Process Start(string[] arguments)
    {
        string program = Path.Combine(Repository.Root, "Seed/bin/Release/net10.0/palactors.dll");
        return Process.Start(new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
    }

    private void Listen()
    {
        _process.OutputDataReceived += (_, line) => Hear(line.Data);
        _process.ErrorDataReceived += (_, line) => Hear(line.Data);
        _process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException(Said));
        _process.EnableRaisingEvents = true;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (_said)
            _said.AppendLine(line);
        if (AddressPattern().Match(line) is { Success: true } match)
            _address.TrySetResult(new Uri(match.Value));
    }

    [GeneratedRegex("http://[^ ;]+")]
    private static partial Regex AddressPattern();
}
