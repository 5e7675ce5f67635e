using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace PalActors.Clustering.Logging;

/// <summary>Writes a log line by line, for people or for log collectors; safe for several threads.</summary>
/// <remarks>
/// A line is written before the call returns, so nothing is missing when a process ends. It has its own lines rather
/// than those of a console, since scripts read them.
/// </remarks>
/// <param name="target">Receives the lines.</param>
/// <param name="format">Form of the lines.</param>
public sealed class LineLog(TextWriter target, LogFormat format) : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentDictionary<string, object> _process = new();
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    /// <summary>Log of programs that give none: text on the error stream, at the usual levels.</summary>
    public static ILoggerFactory ErrorStream { get; } =
        Factory(new LineLog(Console.Error, LogFormat.Text));

    /// <summary>Makes loggers that write to a log.</summary>
    /// <param name="log">The log.</param>
    /// <param name="levels">Lowest levels of categories, null for all others; of several the last. Else the usual ones.
    /// </param>
    public static ILoggerFactory Factory(LineLog log, params IReadOnlyList<LoggerFilterRule> levels)
    {
        LoggerFilterOptions filter = new() { MinLevel = LogCategories.Usual };
        foreach (LoggerFilterRule rule in levels)
        {
            if (rule.CategoryName is null)
                filter.MinLevel = rule.LogLevel ?? LogCategories.Usual;
        }

        // Rules of a category hold, the last of equals, before the level of all others.
        if (filter.MinLevel < LogCategories.UsualOfActors)
            filter.Rules.Add(new LoggerFilterRule(null, LogCategories.Actors, LogCategories.UsualOfActors, null));
        foreach (LoggerFilterRule rule in levels)
        {
            if (rule.CategoryName is not null)
                filter.Rules.Add(rule);
        }

        return new LoggerFactory([log], filter);
    }

    /// <summary>Adds a scope that all lines have from now on, such as the run of this process.</summary>
    public void Hold(string scope, object value) => _process[scope] = value;

    /// <inheritdoc/>
    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private void Write(string category, LogLevel level, string message, Exception? cause)
    {
        string line = format == LogFormat.Json
            ? JsonLine.Of(DateTimeOffset.UtcNow, level, category, message, cause, Scopes())
            : Text(category, level, message);
        lock (target)
        {
            target.WriteLine(line);
            target.Flush();
        }
    }

    // A line of the program says by itself what it is; others come with their level.
    private static string Text(string category, LogLevel level, string message) =>
        category.StartsWith(LogCategories.Program, StringComparison.Ordinal)
            ? $"palactors: {message}"
            : $"palactors: {level.ToString()}: {message}";

    private SortedDictionary<string, object> Scopes()
    {
        SortedDictionary<string, object> scopes = new(_process, StringComparer.Ordinal);
        _scopes.ForEachScope(
            (scope, all) =>
            {
                if (scope is IEnumerable<KeyValuePair<string, object>> pairs)
                {
                    foreach ((string name, object value) in pairs)
                        all[name] = value;
                }
            },
            scopes);
        return scopes;
    }

    private sealed class Logger(LineLog log, string category) : ILogger
    {
        public IDisposable BeginScope<TState>(TState state)
            where TState : notnull => log._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter) =>
            log.Write(category, logLevel, formatter(state, exception), exception);
    }
}
