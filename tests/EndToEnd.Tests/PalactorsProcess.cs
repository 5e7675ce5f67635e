using System.Diagnostics;

namespace PalActors.EndToEnd.Tests;

/// <summary>The built executable as a separate process, as a user runs it.</summary>
internal static class PalactorsProcess
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(3);

    /// <summary>Exit code and output of a process.</summary>
    public sealed record Result(int ExitCode, string Output, string Error);

    /// <summary>Runs <c>palactors</c> to its end.</summary>
    public static async Task<Result> RunAsync(string[] arguments, params (string Name, string Value)[] environment)
    {
        using Process process = Start(arguments, environment);
        using CancellationTokenSource limit = new(s_limit);
        Task<string> output = process.StandardOutput.ReadToEndAsync(limit.Token),
            error = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw new TimeoutException($"palactors {string.Join(' ', arguments)} did not end within {s_limit}.");
        }

        return new Result(process.ExitCode, await output, await error);
    }

    /// <summary>Starts <c>palactors</c>; the caller reads its output and ends it.</summary>
    public static Process Start(string[] arguments, params (string Name, string Value)[] environment)
    {
        ProcessStartInfo start = new("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "palactors.dll"));
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;

        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
    }
}
