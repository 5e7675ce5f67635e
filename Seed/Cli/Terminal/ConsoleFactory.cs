using Spectre.Console;

namespace PalActors.Cli.Terminal;

/// <summary>Spectre consoles over a writer.</summary>
/// <remarks>They are coloured on a terminal, and plain and never wrapped into a pipe or file.</remarks>
internal static class ConsoleFactory
{
    private const int PlainWidth = 200;

    /// <summary>A console that writes there.</summary>
    public static IAnsiConsole Create(TextWriter output)
    {
        bool terminal = IsTerminal(output);
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = terminal ? AnsiSupport.Detect : AnsiSupport.No,
            Interactive = terminal ? InteractionSupport.Detect : InteractionSupport.No,
        });
        if (!terminal)
            console.Profile.Width = PlainWidth;
        return console;
    }

    /// <summary>Checks whether the writer is the terminal, be it the output or the error stream.</summary>
    public static bool IsTerminal(TextWriter writer) =>
        (ReferenceEquals(writer, Console.Out) && !Console.IsOutputRedirected)
        || (ReferenceEquals(writer, Console.Error) && !Console.IsErrorRedirected);
}
