using System.Diagnostics;

namespace PalActors.EndToEnd.Tests;

/// <summary>The built executable as a separate process, as a user runs it.</summary>
internal static class PalactorsProcess
{
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(3);

    /// <summary>Exit code and output of a process.</summary>
    public sealed record Result(int ExitCode, string Output, string Error);

    /// <summary>The program of this repository.</summary>
    public const string Program = "palactors.dll";

    /// <summary>Runs <c>palactors</c> to its end.</summary>
    public static async Task<Result> RunAsync(string[] arguments, params (string Name, string Value)[] environment)
    {
        using Process process = Start(Program, arguments, environment);
        return await EndAsync(process);
    }

    /// <summary>Waits for the end of a process whose output nobody has read yet.</summary>
    public static async Task<Result> EndAsync(Process process)
    {
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
            throw new TimeoutException(
                $"{string.Join(' ', process.StartInfo.ArgumentList)} did not end within {s_limit}.");
        }

        return new Result(process.ExitCode, await output, await error);
    }

    /// <summary>Starts a program of the tests' folder; the caller reads its output and ends it.</summary>
    public static Process Start(
        string program, string[] arguments, params (string Name, string Value)[] environment)
    {
        ProcessStartInfo start = new("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, program));
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        foreach ((string name, string value) in environment)
            start.Environment[name] = value;

        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
    }
}
