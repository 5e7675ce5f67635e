using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Dispatch;
using Akka.Event;

namespace PalActors.Cluster.Tests.Nodes;

/// <summary>Keeps the errors that actor systems log.</summary>
/// <remarks>
/// A supervisor logs every actor that it restarts or stops for a failure, so an empty log means that no actor failed.
/// </remarks>
public sealed class FailureLog : UntypedActor, IRequiresMessageQueue<ILoggerMessageQueueSemantics>
{
    /// <summary>Configuration of an actor system that logs here.</summary>
    public const string Configuration =
        """akka.loggers = ["PalActors.Cluster.Tests.Nodes.FailureLog, PalActors.Cluster.Tests"]""";

    /// <summary>Errors of all actor systems so configured, except those of connections.</summary>
    public static ConcurrentQueue<string> Errors { get; } = new();

    /// <summary>Errors of connections, among them dropped payloads.</summary>
    public static ConcurrentQueue<string> Connections { get; } = new();

    protected override void OnReceive(object message)
    {
        switch (message)
        {
            case InitializeLogger:
                Sender.Tell(new LoggerInitialized());
                break;
            case Error error:
                (error.LogSource.Contains("/system/endpointManager", StringComparison.Ordinal) ? Connections : Errors)
                    .Enqueue(
                        $"{error.LogSource}: {error.Message} {error.Cause?.GetType().Name}: {error.Cause?.Message}");
                break;
        }
    }
}
