using Akka.Actor;
using Akka.Dispatch;
using Akka.Event;

namespace PalActors.Clustering.Nodes;

/// <summary>Writes what actor systems log to the error stream, a line each.</summary>
public sealed class ErrorStreamLogger : UntypedActor, IRequiresMessageQueue<ILoggerMessageQueueSemantics>
{
    private readonly ConnectionReport _connections = new(TimeProvider.System);

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
            case LogEvent entry when ConnectionReport.IsConcerned(entry.LogSource):
                if (_connections.Line(entry.LogSource, $"{entry.Message} {entry.Cause?.Message}") is { } line)
                    Console.Error.WriteLine($"palactors: {line}");
                break;
            case LogEvent entry:
                string cause = entry.Cause is null ? "" : $": {entry.Cause.Message}";
                Console.Error.WriteLine($"palactors: {entry.LogLevel()}: {entry.LogSource}: {entry.Message}{cause}");
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
}
