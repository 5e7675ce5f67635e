using Akka.Actor;
using Akka.Dispatch;
using Akka.Event;

namespace PalActors.Clustering.Nodes;

/// <summary>Writes what actor systems log to the error stream, a line each.</summary>
public sealed class ErrorStreamLogger : UntypedActor, IRequiresMessageQueue<ILoggerMessageQueueSemantics>
{
    /// <inheritdoc/>
    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case InitializeLogger:
                Sender.Tell(new LoggerInitialized());
                break;
            case LogEvent entry when entry.LogSource.Contains("/system/endpointManager/", StringComparison.Ordinal) || entry.Message.ToString()?.StartsWith("Failed to bind", StringComparison.Ordinal) == true:
                // Connections come and go; the cluster says what of it matters. Who starts a node says why it cannot listen.
                break;
            case LogEvent entry:
                Console.Error.WriteLine($"palactors: {entry.LogLevel()}: {entry.LogSource}: {entry.Message}{(entry.Cause is null ? "" : $": {entry.Cause.Message}")}");
                break;
            default:
                Unhandled(message);
                break;
        }
    }
}
