using System.Globalization;
using PalActors.Cli.Progress;
using PalActors.Cli.Terminal;
using PalActors.Lab.Runs;
using PalActors.Lab.Sweeps;

namespace PalActors.Cli.Reports;

/// <summary>Shows a sweep: results on the output, notes on the error stream.</summary>
/// <param name="output">Receives results.</param>
/// <param name="log">Receives notes.</param>
/// <param name="isQuiet">Whether only the result is shown.</param>
internal sealed class SweepConsole(TextWriter output, ProgramLog log, bool isQuiet) : SweepListener, IDisposable
{
    private readonly LastResort _lastResort = new(log);
    private SweepStart? _start;

    /// <inheritdoc/>
    public override void Note(string text) => log.Note(text);

    /// <inheritdoc/>
    public override void Event(string text) => log.Event(text);

    /// <inheritdoc/>
    public override void FolderLost(string text) => _lastResort.Arm(text);

    /// <inheritdoc/>
    public void Dispose() => _lastResort.Dispose();

    /// <inheritdoc/>
    public override void Begin(SweepStart start)
    {
        _start = start;
        if (isQuiet)
            return;
        string points = start.Points == 1 ? "point" : "points";
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{start.Name}: {start.Kind} of {start.Points} {points}, {start.Networks} networks; "
            + $"results go to {start.Folder}"));
        if (start.Done > 0)
        {
            string others = start.Done < start.Networks ? "; the others are run now" : "";
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{start.Done} of them were done before{others}."));
        }

        output.Flush();
    }

    /// <inheritdoc/>
    public override Task WatchAsync(IReadOnlyList<SweepCourse> courses, Task run)
    {
        if (isQuiet || _start is not { } start)
            return Task.CompletedTask;
        _ = LongRun.TellAsync(
            run, () => Note($"'palactors view {CommandText.Word(start.Folder)}' shows this {start.Kind} in a browser"));
        return new SweepProgress(output, courses, start.Done, start.Points)
        {
            DivergedBefore = start.Diverged,
            Values = new SweepValues(courses, start.Columns) { IsWhole = start.Done == 0 },
            Log = log,
        }.ShowAsync(run);
    }

    /// <summary>Prints the end of a sweep, and gives the exit code.</summary>
    public int Conclude(SweepResult result)
    {
        if (result.Diverged > 0)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{result.Diverged} of {result.Done} networks diverged: see {SweepTable.DivergedAtTick} in "
                + $"{SweepFiles.Table}."));
        }

        if (!result.HasEnded)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"Stopped: {result.Done} of {result.Networks} networks are done. "
                + $"The same command goes on with the others."));
        }

        output.WriteLine($"In {result.Folder}: {string.Join(", ", result.Files)}");
        return result.HasEnded ? ExitCodes.Success : ExitCodes.Interrupted;
    }
}
