using System.Globalization;
using System.Text.RegularExpressions;
using Akka.Actor;
using Akka.Dispatch;
using Akka.Event;
using Microsoft.Extensions.Logging;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace PalActors.Clustering.Logging;

/// <summary>Writes what an actor system logs to the log of its process.</summary>
public sealed partial class ActorSystemLogger : UntypedActor, IRequiresMessageQueue<ILoggerMessageQueueSemantics>
{
    private readonly ConnectionReport _connections = new(TimeProvider.System);
    private readonly LogSetup _log = LogSetup.Of(Context.System);

    /// <inheritdoc/>
    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case InitializeLogger:
                Sender.Tell(new LoggerInitialized());
                break;
            case LogEvent entry when IsReportedElsewhere(entry):
                break;
            case LogEvent entry when ConnectionReport.IsConcerned(entry):
                if (_connections.Line(entry.LogSource, $"{entry.Message} {entry.Cause?.Message}") is { } line)
                    Write(_log.Connections, LogLevel.Warning, line, null);
                break;
            case LogEvent entry:
                string cause = entry.Cause is null ? "" : $": {entry.Cause.Message}";
                using (_log.Actors.BeginScope(ScopesOf(entry.LogSource)))
                    Write(_log.Actors, LevelOf(entry), $"{entry.LogSource}: {entry.Message}{cause}", entry.Cause);
                break;
            default:
                Unhandled(message);
                break;
        }
    }

    // The cluster reports lost connections where they matter; the start of a node reports why it cannot listen.
    private static bool IsReportedElsewhere(LogEvent entry) =>
        entry.LogSource.Contains("/system/endpointManager/", StringComparison.Ordinal)
        || entry.Message.ToString()?.StartsWith("Failed to bind", StringComparison.Ordinal) == true;

    private static LogLevel LevelOf(LogEvent entry) => entry switch
    {
        Error => LogLevel.Error,
        Warning => LogLevel.Warning,
        Info => LogLevel.Information,
        _ => LogLevel.Debug,
    };

    // An actor's path says which network, generation and area it serves (NodeActor, NetworkHost).
    private static Dictionary<string, object> ScopesOf(string source)
    {
        Dictionary<string, object> scopes = [];
        Match host = Host().Match(source), area = Area().Match(source);
        if (host.Success)
        {
            scopes["network"] = $"network {host.Groups["network"].Value}";
            scopes["generation"] = int.Parse(host.Groups["generation"].Value, CultureInfo.InvariantCulture);
        }

        if (area.Success)
            scopes["area"] = area.Groups["area"].Value;
        return scopes;
    }

    private static void Write(ILogger logger, LogLevel level, string line, Exception? cause) =>
        logger.Log(level, default, line, cause, static (text, _) => text);

    [GeneratedRegex(@"/network-(?<network>\d{1,9})-g(?<generation>\d{1,9})(?:/|\b)", RegexOptions.CultureInvariant)]
    private static partial Regex Host();

    [GeneratedRegex(@"/area-(?<area>\d{1,9})\b", RegexOptions.CultureInvariant)]
    private static partial Regex Area();
}
