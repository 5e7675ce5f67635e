using Spectre.Console;

namespace PalActors.Cli.Terminal;

/// <summary>What is drawn in place on the terminal, until it is disposed of; there is one terminal.</summary>
internal sealed class LiveDrawing : IDisposable
{
    // The terminal has written ^C where the cursor was, after the last line.
    private const string Erase = "\b\b\u001b[K";

    // Below the drawing, with a cursor, as a shell expects it.
    private const string Leave = "\n\u001b[?25h";

    private static LiveDrawing? s_shown;

    private readonly IAnsiConsole _console;
    private readonly Action _over;

    /// <summary>Begins.</summary>
    /// <param name="console">Console that draws.</param>
    /// <param name="over">Called at the end.</param>
    public LiveDrawing(IAnsiConsole console, Action over)
    {
        (_console, _over) = (console, over);
        Volatile.Write(ref s_shown, this);
    }

    /// <summary>Mends what is drawn after Ctrl+C.</summary>
    /// <param name="isLast">Whether the process ends by it; the terminal is left then.</param>
    public static void Mend(bool isLast)
    {
        LiveDrawing? shown = isLast ? Interlocked.Exchange(ref s_shown, null) : Volatile.Read(ref s_shown);
        if (shown is null)
            return;
        TextWriter writer = shown._console.Profile.Out.Writer;
        writer.Write(isLast ? Erase + Leave : Erase);
        writer.Flush();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Interlocked.CompareExchange(ref s_shown, null, this);
        _over();
    }
}
