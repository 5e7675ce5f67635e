using System.Text;
using Spectre.Console;

namespace PalActors.Cli.Terminal;

/// <summary>Lines of a log: above the table that a terminal shows, else on the error stream.</summary>
/// <param name="error">The error stream.</param>
internal sealed class MessageStream(TextWriter error) : TextWriter
{
    private readonly Lock _lock = new();
    private IAnsiConsole? _drawing;

    /// <summary>True if the error stream leads to the terminal that is drawn on.</summary>
    public bool IsTerminal { get; init; } = ConsoleFactory.IsTerminal(error);

    /// <inheritdoc/>
    public override Encoding Encoding => error.Encoding;

    /// <inheritdoc/>
    public override void Write(char value) => error.Write(value);

    /// <inheritdoc/>
    public override void WriteLine(string? value)
    {
        lock (_lock)
        {
            if (_drawing is not null)
                _drawing.Write(new Text(Padded(value ?? "", _drawing.Profile.Width - 1)));
            else
                error.WriteLine(value);
        }
    }

    /// <inheritdoc/>
    public override void Flush() => error.Flush();

    /// <summary>Writes above what a console draws, until this is disposed of.</summary>
    /// <remarks>An error stream that leads elsewhere than to the terminal gets its messages all the same.</remarks>
    public IDisposable Above(IAnsiConsole console)
    {
        Use(IsTerminal ? console : null);
        return new LiveDrawing(console, () => Use(null));
    }

    // Spaces cover what stood there: a display that is drawn in place begins on the same line, and clears nothing.
    private static string Padded(string text, int width)
    {
        StringBuilder lines = new();
        string line = "";
        foreach (string word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                lines.Append(line.PadRight(width)).Append('\n');
                line = word;
            }
            else
            {
                line = line.Length == 0 ? word : $"{line} {word}";
            }
        }

        return lines.Append(line.PadRight(width)).Append('\n').ToString();
    }

    private void Use(IAnsiConsole? console)
    {
        lock (_lock)
            _drawing = console;
    }
}
