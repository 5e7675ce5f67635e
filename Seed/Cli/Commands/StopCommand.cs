using System.CommandLine;
using PalActors.Cli.Terminal;
using PalActors.Lab;
using PalActors.Lab.Results;
using PalActors.Lab.Sweeps;

namespace PalActors.Cli.Commands;

/// <summary><c>palactors stop</c>: ends a running run or sweep early, as Ctrl+C at its terminal does.</summary>
internal static class StopCommand
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(200);

    /// <summary>The command.</summary>
    public static Command Create(TextWriter output)
    {
        Argument<string> folder = new("DIR") { Description = "The folder of the run." };
        Command command = new(
            "stop", "Ends a running run early, as Ctrl+C at its terminal does, and waits for its end.")
        {
            folder,
        };
        HelpExamples.Add(
            command,
            "palactors stop runs/models",
            "The run ends at a tick that is common to all areas, keeps a snapshot and writes its results; "
            + "'palactors resume DIR' goes on with it.",
            "It works for a run of another machine that has the folder, too; where that one is gone, a line says so.",
            "Exit code: 0 the run has ended, 2 bad input (one line says what), "
            + "130 stopped by Ctrl+C: the run may not have ended.");
        command.SetAction((parsed, stop) => StopAsync(parsed.GetRequiredValue(folder), output, stop));
        return command;
    }

    private static bool IsSweep(string folder) => File.Exists(Path.Combine(folder, SweepFiles.Table));

    private static async Task<int> StopAsync(string folder, TextWriter output, CancellationToken stop)
    {
        if (!Directory.Exists(folder) || !(RunRemoval.IsRun(folder) || IsSweep(folder)))
            throw new InputException($"DIR is '{folder}', which holds no run; valid is the folder of a running run.");
        if (!FolderLock.IsHeld(folder))
            throw NotRunning(folder, null);
        LeaseWatch watch = new(folder, LeaseTimes.Usual, TimeProvider.System);
        DateTime? asked;
        try
        {
            asked = StopRequest.Make(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new InputException(
                $"DIR is '{folder}', which {FolderProblem.Of(exception)}; valid is a folder that can be written.");
        }

        try
        {
            while (FolderLock.IsHeld(folder))
            {
                if (!FolderLock.IsLocked(folder) && watch.Look(asked) is { } gone)
                {
                    StopRequest.Remove(folder);
                    throw NotRunning(folder, gone);
                }

                asked = null;
                await Task.Delay(s_interval, stop).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Interrupted;
        }

        // A run that was about to end has not seen it.
        StopRequest.Remove(folder);
        output.WriteLine($"The run in {folder} has ended.");
        return ExitCodes.Success;
    }

    private static InputException NotRunning(string folder, string? gone) => new(
        $"DIR is '{folder}', where no run is going on{(gone is null ? "" : $": {gone}")}; "
        + "valid is the folder of a running run.");
}
