using System.Diagnostics;
using System.Globalization;
using PalActors.Cli.Terminal;
using PalActors.Lab.Results;
using PalActors.Lab.Sweeps;
using Spectre.Console;

namespace PalActors.Cli.Progress;

/// <summary>Progress of a sweep: a line on the whole, points that run, the last values and the best so far.</summary>
/// <remarks>
/// The line has points and networks, the speed of all cores together, and the time left. On a terminal all is drawn in
/// place; elsewhere the line and the best value are written now and then.
/// </remarks>
/// <param name="output">Terminal, file or pipe to write to.</param>
/// <param name="courses">The networks that run in this process.</param>
/// <param name="before">Networks that an earlier process has done.</param>
/// <param name="points">Points of the whole sweep.</param>
internal sealed class SweepProgress(TextWriter output, IReadOnlyList<SweepCourse> courses, int before, int points)
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan s_silence = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_short = TimeSpan.FromSeconds(1);

    // Before this an estimate of the end is a guess.
    private static readonly TimeSpan s_steady = TimeSpan.FromSeconds(10);
    private readonly long _begun = Stopwatch.GetTimestamp();

    /// <summary>Networks among those done before that diverged.</summary>
    public int DivergedBefore { get; init; }

    /// <summary>Values of the networks; null for none.</summary>
    public SweepValues? Values { get; init; }

    /// <summary>Its lines appear above what is drawn.</summary>
    public ProgramLog? Log { get; init; }

    /// <summary>Shows it until the run ends.</summary>
    public async Task ShowAsync(Task run)
    {
        if (!LiveProgress.Suits(output))
        {
            await LookAsync(run, Writer()).ConfigureAwait(false);
            return;
        }

        IAnsiConsole console = ConsoleFactory.Create(output);
        using IDisposable? above = Log?.Above(console);
        await console.Live(Draw()).Overflow(VerticalOverflow.Crop)
            .StartAsync(display => LookAsync(run, () => display.UpdateTarget(Draw()))).ConfigureAwait(false);

        Text Draw() => LiveTable.Draw(Lines(console.Profile.Width - 1));
    }

    /// <summary>What a terminal shows; no line is longer than it is wide, but for the first, which is broken.</summary>
    internal IReadOnlyList<string> Lines(int width) =>
        [.. LiveTable.Broken(Line(), width), .. (Values?.Lines() ?? []).Select(line => LiveTable.Cut(line, width))];

    /// <summary>The line.</summary>
    public string Line()
    {
        int ended = courses.Count(course => course.Completed);
        int running = courses.Count(course => course is { Started: true, Ended: false });
        int open = courses.Where(course => !course.Completed).Select(course => course.Network.Point).Distinct().Count();
        double done = courses.Sum(course => (double)course.Tick);
        double all = courses.Sum(course => (double)course.LastTick);
        TimeSpan elapsed = Stopwatch.GetElapsedTime(_begun);
        double rate = done / elapsed.TotalSeconds;
        int diverged = DivergedBefore + courses.Count(course => course.Diverged);
        string lost = diverged > 0 ? $" ({diverged} diverged)" : "";
        string left = ended < courses.Count && rate > 0 && elapsed >= s_steady
            ? $", {Figures.Duration((all - done) / rate)} left" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"points {points - open}/{points} done; networks {before + ended} done{lost}, {running} running, "
            + $"{courses.Count - ended - running} to come; {Figures.Speed(rate)} in sum{left}");
    }

    // A line when a network has ended, after the first one at most one a second, and one every few seconds in between.
    private Action Writer()
    {
        int written = 0;
        long last = _begun;
        return () =>
        {
            int ended = courses.Count(course => course.Ended);
            TimeSpan silence = Stopwatch.GetElapsedTime(last);
            TimeSpan pause = ended == written ? s_silence : written == 0 ? TimeSpan.Zero : s_short;
            if (ended == courses.Count ? written == ended : silence < pause)
                return;
            (written, last) = (ended, Stopwatch.GetTimestamp());
            output.WriteLine(Values?.Best() is { Length: > 0 } best ? $"{Line()}; {best}" : Line());
            output.Flush();
        };
    }

    private static async Task LookAsync(Task run, Action show)
    {
        using PeriodicTimer timer = new(s_look);
        while (!run.IsCompleted)
        {
            await Task.WhenAny(run, timer.WaitForNextTickAsync().AsTask()).ConfigureAwait(false);
            show();
        }

        show();
    }
}
