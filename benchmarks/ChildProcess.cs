using System.Diagnostics;

namespace PalActors.Benchmarks;

/// <summary>Starts this program as another process.</summary>
internal static class ChildProcess
{
    /// <summary>Starts the process; its output is discarded.</summary>
    public static Process Start(params string[] arguments)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
            start.ArgumentList.Add(typeof(ChildProcess).Assembly.Location);
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        Process process = Process.Start(start)
            ?? throw new InvalidOperationException("The child process did not start.");
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }
}
