using System.Collections.Concurrent;
using Akka.Actor;
using Akka.Dispatch;
using Akka.Event;

namespace PalActors.Cluster.Tests.Nodes;

/// <summary>Errors that the actor systems of one test log.</summary>
/// <remarks>
/// A supervisor logs every actor that it restarts or stops for a failure, so an empty log means that no actor failed.
/// </remarks>
internal sealed class FailureLog
{
    private const string Key = "palactors-tests.failure-log";

    private static readonly ConcurrentDictionary<string, FailureLog> s_logs = new();

    private readonly string _name = Guid.NewGuid().ToString("N");

    public FailureLog() => s_logs[_name] = this;

    /// <summary>Configuration of an actor system that logs here.</summary>
    public string Configuration =>
        $"""
        akka.loggers = ["{typeof(Writer).FullName}, {typeof(Writer).Assembly.GetName().Name}"]
        {Key} = "{_name}"

        """;

    /// <summary>Errors of all actor systems so configured, except those of connections.</summary>
    public ConcurrentQueue<string> Errors { get; } = new();

    /// <summary>Errors of connections, among them dropped payloads.</summary>
    public ConcurrentQueue<string> Connections { get; } = new();

    private sealed class Writer : UntypedActor, IRequiresMessageQueue<ILoggerMessageQueueSemantics>
    {
        private readonly FailureLog _log = s_logs[Context.System.Settings.Config.GetString(Key)];

        protected override void OnReceive(object message)
        {
            switch (message)
            {
                case InitializeLogger:
                    Sender.Tell(new LoggerInitialized());
                    break;
                case Error error:
                    bool ofConnection = error.LogSource.Contains("/system/endpointManager", StringComparison.Ordinal);
                    (ofConnection ? _log.Connections : _log.Errors).Enqueue(
                        $"{error.LogSource}: {error.Message} {error.Cause?.GetType().Name}: {error.Cause?.Message}");
                    break;
            }
        }
    }
}
