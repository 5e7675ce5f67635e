using Microsoft.Extensions.Logging;
using PalActors.Clustering.Logging;
using PalActors.Lab.Results;
using Spectre.Console;

namespace PalActors.Cli.Terminal;

/// <summary>Log of the program, on its error stream; several threads may write to it at once.</summary>
internal sealed class ProgramLog : IDisposable
{
    private readonly MessageStream _messages;
    private readonly LineLog _lines;
    private readonly ILogger _logger;

    /// <summary>Makes it.</summary>
    /// <param name="error">The error stream.</param>
    /// <param name="format">Form of its lines.</param>
    /// <param name="levels">Lowest levels of categories, as <see cref="LineLog.Factory"/> takes them.</param>
    public ProgramLog(TextWriter error, LogFormat format, params IReadOnlyList<LoggerFilterRule> levels)
    {
        IsJson = format == LogFormat.Json;
        _messages = new MessageStream(error);
        _lines = new LineLog(_messages, format);
        Factory = LineLog.Factory(_lines, levels);
        _logger = Factory.CreateLogger(LogCategories.Program);
    }

    /// <summary>True if the lines are for log collectors.</summary>
    public bool IsJson { get; }

    /// <summary>Makes loggers of other categories.</summary>
    public ILoggerFactory Factory { get; }

    /// <summary>The log at its usual form and levels.</summary>
    public static ProgramLog Usual(TextWriter error) => new(error, LogFormat.Text);

    /// <summary>Adds a scope that all lines have from now on.</summary>
    public void Hold(string scope, object value) => _lines.Hold(scope, value);

    /// <summary>Writes lines above what a console draws, until the returned object is disposed of.</summary>
    public IDisposable Above(IAnsiConsole console) => _messages.Above(console);

    /// <summary>Writes a remark on the input or on a result.</summary>
    public void Note(string text) => Write(LogLevel.Information, $"note: {text}");

    /// <summary>Writes what happened.</summary>
    public void Event(string text) => Write(LogLevel.Information, text);

    /// <summary>Writes what happened, and to what.</summary>
    public void Event(string text, EventSubject subject)
    {
        using (_logger.BeginScope(subject.Scopes))
            Write(subject.IsWarning ? LogLevel.Warning : LogLevel.Information, text);
    }

    /// <summary>Writes what went wrong, and does not end the command.</summary>
    public void Warning(string text) => Write(LogLevel.Warning, text);

    /// <summary>Writes what went wrong, and ends the command.</summary>
    public void Problem(string text) => Write(LogLevel.Error, text);

    /// <inheritdoc/>
    public void Dispose()
    {
        Factory.Dispose();
        _messages.Dispose();
    }

    private void Write(LogLevel level, string text) =>
        _logger.Log(level, default, text, null, static (line, _) => line);
}
